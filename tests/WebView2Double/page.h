// What stands for AuroraView's page script: documents of a view that was given that script greet, run commands and call handlers.
#pragma once
#include "double.h"

struct View;

// A page whose scripts are one of these, as whole expressions:
//   double.value(JSON)             that value
//   double.error("name","message") throws
//   double.never(["name"])         a promise that is never settled; of a name, sends an event before
//   double.call("name"[,JSON])     calls a handler: a promise of its result, or of the error's object
//   double.send("name",JSON)       sends an event; undefined
//   double.events()                what events came: [name, detail, ...]
class Page
{
    std::wstring token, events;
    UINT64 document = 0, lastCall = 0;
    std::map<UINT64, UINT64> waiting;

    void Say(View& view, const std::wstring& item);
    std::wstring Evaluate(View& view, const std::wstring& script);
    void Receive(View& view, const std::vector<std::wstring>& batch);

public:
    // The script that is added to each document.
    void Learn(const std::wstring& script);

    // A document begins.
    void Begin(View& view);

    // Whether the script is the bridge's; result is its value then, a string.
    bool Run(View& view, const std::wstring& script, std::wstring& result);
};
