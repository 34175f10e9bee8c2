// The page's side of AuroraView's bridge, as far as a program that speaks it can be told from one that does not.
#include "view.h"

namespace
{
constexpr wchar_t Evaluated[] = L"__auroraview_eval(", Delivered[] = L"__auroraview_deliver(", Command[] = L"double.";

size_t EndOfString(const std::wstring& json, size_t at)
{
    for (at++; at < json.size() && json[at] != L'"'; at++)
        if (json[at] == L'\\')
            at++;
    return at;
}

// The texts of the values between commas, at the top level.
std::vector<std::wstring> Split(const std::wstring& json)
{
    std::vector<std::wstring> values;
    size_t begin = 0;
    int depth = 0;
    for (size_t at = 0; at <= json.size(); at++)
    {
        wchar_t letter = at < json.size() ? json[at] : L',';
        if (letter == L'"')
            at = EndOfString(json, at);
        else if (letter == L'[' || letter == L'{')
            depth++;
        else if (letter == L']' || letter == L'}')
            depth--;
        else if (letter == L',' && depth == 0)
        {
            if (at > begin)
                values.push_back(json.substr(begin, at - begin));
            begin = at + 1;
        }
    }

    return values;
}

// The value of a JavaScript literal in single quotes that begins at a place, which moves behind it.
std::wstring Literal(const std::wstring& script, size_t& at)
{
    std::wstring text;
    for (at++; at < script.size() && script[at] != L'\''; at++)
    {
        if (script[at] != L'\\')
            text += script[at];
        else if (script[++at] == L'n' || script[at] == L'r')
            text += script[at] == L'n' ? L'\n' : L'\r';
        else
            text += script[at];
    }

    at++;
    return text;
}

std::wstring Inside(const std::wstring& text) { return text.size() < 2 ? L"" : text.substr(1, text.size() - 2); }

std::wstring Number(UINT64 value) { return std::to_wstring(value); }
}

void Page::Learn(const std::wstring& script)
{
    const std::wstring name = L"\"token\":\"";
    auto at = script.find(name);
    if (at != std::wstring::npos)
        token = script.substr(at + name.size(), 32);
}

void Page::Begin(View& view)
{
    if (token.empty())
        return;
    document++;
    waiting.clear();
    events.clear();
    Say(view, L"[\"hello\",\"" + view.source + L"\"]");
}

void Page::Say(View& view, const std::wstring& item)
{
    auto text = token + L"[" + Number(document) + L"," + item + L"]";
    view.Post([&view, text] { MessageArgs args(view.source, text); view.Raise(view.messages, &args); });
}

bool Page::Run(View& view, const std::wstring& script, std::wstring& result)
{
    if (token.empty())
        return false;
    if (script.compare(0, wcslen(Evaluated), Evaluated) == 0)
    {
        result = Evaluate(view, script);
        return true;
    }

    if (script.compare(0, wcslen(Delivered), Delivered) != 0)
        return false;
    for (size_t at = script.find(L'\''); at != std::wstring::npos; at = script.find(L'\'', at))
        Receive(view, Split(Inside(Literal(script, at))));
    result = Number(document);
    return true;
}

std::wstring Page::Evaluate(View& view, const std::wstring& script)
{
    UINT64 id = 0, meant = 0;
    int mode = -1;
    swscanf(script.c_str() + wcslen(Evaluated), L"%d,%llu,%llu", &mode, &id, &meant);
    if (meant != 0 && meant != document)
        return L"g";
    auto begin = script.find(L'\n'), end = script.rfind(L"\n))");
    if (mode != 0 || begin == std::wstring::npos || end == std::wstring::npos)
        return L"q";
    auto text = script.substr(begin + 1, end - begin - 1);
    auto open = text.find(L'(');
    if (text.compare(0, wcslen(Command), Command) != 0 || open == std::wstring::npos || text.back() != L')')
        return L"e{\"name\":\"ReferenceError\",\"message\":\"this page is a double and runs commands of page.h only\"}";
    auto name = text.substr(wcslen(Command), open - wcslen(Command));
    auto json = text.substr(open + 1, text.size() - open - 2);
    auto values = Split(json);
    if (name == L"value")
        return L"v" + json;
    if (name == L"events")
        return L"v[" + events + L"]";
    if (name == L"error" && values.size() == 2)
        return L"e{\"name\":" + values[0] + L",\"message\":" + values[1] + L"}";
    if (name == L"send" || (name == L"never" && !json.empty()))
        Say(view, L"[\"event\"," + json + L"]");
    if (name == L"call")
    {
        waiting[++lastCall] = id;
        Say(view, L"[\"call\"," + Number(lastCall) + L"," + json + L"]");
    }

    return name == L"call" || name == L"never" ? L"p" : L"u";
}

void Page::Receive(View& view, const std::vector<std::wstring>& batch)
{
    // How many values each operation of 09-deliver.js has.
    const size_t sizes[] = {3, 2, 4, 3, 4, 2, 1};
    for (size_t at = 0; at < batch.size();)
    {
        auto operation = std::stoul(batch[at]);
        if (operation >= std::size(sizes) || at + sizes[operation] > batch.size())
        {
            Count("batchesMalformed");
            return;
        }

        if (operation <= 1)
            events += (events.empty() ? L"" : L",") + batch[at + 1] + L"," + (operation == 0 ? batch[at + 2] : L"null");
        if (operation >= 2 && operation <= 4 && batch[at + 1] == Number(document))
        {
            auto found = waiting.find(std::stoull(batch[at + 2]));
            if (found != waiting.end())
            {
                auto outcome = operation == 3 ? std::wstring(L"\"u\"") : L"\"v\"," + batch[at + 3];
                Say(view, L"[\"eval\"," + Number(found->second) + L"," + outcome + L"]");
                waiting.erase(found);
            }
        }

        at += sizes[operation];
    }
}
