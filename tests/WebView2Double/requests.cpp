// A page's requests that have answers: requests.h.
#include "view.h"
#include <sstream>

namespace
{
constexpr int Alert = COREWEBVIEW2_SCRIPT_DIALOG_KIND_ALERT;

// The rest of a command behind its name.
bool Is(const std::wstring& script, const std::wstring& name, std::wstring& rest)
{
    auto whole = L"double:" + name;
    if (script.compare(0, whole.size(), whole) != 0 || (script.size() > whole.size() && script[whole.size()] != L' '))
        return false;
    rest = script.size() > whole.size() ? script.substr(whole.size() + 1) : L"";
    return true;
}
}

HRESULT DialogArgs::get_Uri(LPWSTR* value) { ENTER(); return Give(view.source, value); }

HRESULT DialogArgs::GetDeferral(ICoreWebView2Deferral** value)
{
    ENTER();
    deferred = true;
    Held<DialogArgs> self(this);
    *value = new Deferral([self] {
        HRESULT used = self->view.Use();
        if (SUCCEEDED(used))
            self->Finish();
        return used;
    });
    return S_OK;
}

void DialogArgs::Finish()
{
    if (over)
        return;
    over = true;
    Count(accepted ? "dialogsAccepted" : "dialogsCancelled");
    view.Unblock(this, accepted ? result : L"cancelled");
}

// The page asks and waits.
void View::Ask(int kind, const std::wstring& message, const std::wstring& text, Answer answer)
{
    if (engineDialogs)
    {
        Count("engineDialogs");
        return answer(L"cancelled");
    }

    auto args = new DialogArgs(*this, this, document, kind, message, text, answer);
    Held<DialogArgs> kept(args);
    args->Release();
    if (!dialog.pointer)
        dialog = kept;
    Count("dialogs");
    Raise(asking, static_cast<ICoreWebView2ScriptDialogOpeningEventArgs*>(args));
    if (!args->deferred)
        args->Finish();
}

void View::AskInARow(int left, int accepted, UINT64 by, Answer answer)
{
    // The loop ends with its document.
    if (by != document)
        return;
    if (left == 0)
        return answer(std::to_wstring(accepted));
    Ask(Alert, L"again", L"", [this, left, accepted, by, answer](const std::wstring& result) {
        auto next = accepted + (result == L"cancelled" ? 0 : 1);
        Post([this, left, next, by, answer] { AskInARow(left - 1, next, by, answer); });
    });
}

// The page goes on, with all that has come for it meanwhile.
void View::Unblock(DialogArgs* args, const std::wstring& result)
{
    auto answer = std::move(args->answer);
    std::vector<std::function<void()>> waiting;
    if (dialog.pointer == args)
    {
        dialog.Reset();
        waiting.swap(blocked);
    }

    // Nobody waits for it any more where the document has become another.
    if (answer && args->document == document)
        answer(result);
    for (auto& work : waiting)
        Post(work);
}

// The page is gone, and with it all that waits.
void View::DropPage()
{
    if (dialog.pointer)
    {
        dialog->over = true;
        dialog->answer = nullptr;
    }

    dialog.Reset();
    blocked.clear();
}

bool View::TryAsk(const std::wstring& script, Answer answer)
{
    std::wstring rest;
    if (Is(script, L"dialogs", rest))
        Post([this, rest, answer] { AskInARow(std::stoi(rest), 0, document, answer); });
    else if (Is(script, L"dialog", rest) || Is(script, L"frame", rest))
    {
        auto bar = rest.find(L'|');
        auto message = rest.substr(std::min<size_t>(rest.size(), 2), bar == std::wstring::npos ? bar : bar - 2), text = bar == std::wstring::npos ? L"" : rest.substr(bar + 1);
        Post([this, rest, message, text, answer] { Ask(rest[0] - L'0', message, text, answer); });
    }
    else if (Is(script, L"replaced", rest))
        Post([this] { Raise(loading, static_cast<ICoreWebView2ContentLoadingEventArgs*>(nullptr)); });
    else if (Is(script, L"unload", rest))
    {
        asksWhenLeft = true;
        answer(L"");
    }
    else if (Is(script, L"menu", rest))
        Post([this, rest, answer] { answer(Menu(rest)); });
    else if (Is(script, L"launch", rest))
        Post([this, answer] { LaunchArgs args; Raise(launches, &args); answer(args.cancel ? L"refused" : L"launched"); });
    else if (Is(script, L"certificate", rest))
        Post([this, answer] { CertificateArgs args; Raise(certificates, &args); answer(args.action == COREWEBVIEW2_SERVER_CERTIFICATE_ERROR_ACTION_CANCEL ? L"refused" : L"asked"); });
    else if (Is(script, L"screen", rest))
        Post([this, answer] { ScreenArgs args; Raise(screens, &args); answer(args.cancel ? L"refused" : L"asked"); });
    else
        return false;
    return true;
}

std::wstring View::Menu(const std::wstring& names)
{
    if (!menusEnabled)
        return L"none";
    Count("menusShown");
    MenuArgs args;
    std::wistringstream stream(names);
    for (std::wstring name; stream >> name;)
        args.items.names.push_back(name);
    Raise(menus, &args);
    std::wstring left;
    for (auto& name : args.items.names)
        left += (left.empty() ? L"" : L" ") + name;
    return args.handled ? L"none" : left;
}

namespace
{
HHOOK g_refusal;

LRESULT CALLBACK RefuseDialogs(int code, WPARAM window, LPARAM made)
{
    if (code == HCBT_CREATEWND && reinterpret_cast<CBT_CREATEWNDW*>(made)->lpcs->lpszClass == MAKEINTRESOURCEW(32770))
        return 1;
    return CallNextHookEx(nullptr, code, window, made);
}
}

// As a security product may do it: no window of Windows' own dialog class is made any more.
extern "C" __declspec(dllexport) void DoubleRefuseDialogs(long on)
{
    HMODULE self;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, reinterpret_cast<LPCWSTR>(&RefuseDialogs), &self);
    if (g_refusal)
        UnhookWindowsHookEx(g_refusal);
    g_refusal = on ? SetWindowsHookExW(WH_CBT, RefuseDialogs, self, 0) : nullptr;
}
