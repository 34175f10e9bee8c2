// The page of the double has no scripts: `double:` commands in place of a script make it do what a page or a browser would. page.h is
// what stands for the bridge.
#include "view.h"

namespace
{
bool Starts(const std::wstring& text, const wchar_t* prefix, std::wstring& rest)
{
    std::wstring before(prefix);
    if (text.compare(0, before.size(), before) != 0)
        return false;
    rest = text.substr(before.size());
    return true;
}

std::string ReadAll(IStream* stream)
{
    std::string all;
    char buffer[4096];
    ULONG got;
    while (stream && SUCCEEDED(stream->Read(buffer, sizeof buffer, &got)) && got)
        all.append(buffer, got);
    return all;
}
}

void View::Forget()
{
    Drop(this);
    controller = nullptr;
    messages.clear(); starting.clear(); loading.clear(); completed.clear(); titles.clear(); failures.clear();
    permissions.clear(); windows.clear(); closings.clear(); resources.clear(); downloads.clear();
    asking.clear(); menus.clear(); launches.clear(); certificates.clear(); screens.clear();
    DropPage();
}

// A callback of a view that is closed meanwhile is dropped (rule C).
void View::Post(std::function<void()> callback)
{
    Held<View> self(this);
    Later(this, [self, callback = std::move(callback)] {
        if (self->controller && !self->controller->closed)
            callback();
    });
}

HRESULT View::Navigate(LPCWSTR uri)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    // E_INVALIDARG is documented for an address without a scheme.
    if (!wcschr(uri, L':'))
        return E_INVALIDARG;
    Go(uri);
    return S_OK;
}

// Rule D: a script that waits keeps its page from being left, and a page may ask before it is.
void View::Go(const std::wstring& uri)
{
    if (dialog.pointer)
        blocked.push_back([this, uri] { Go(uri); });
    else if (asksWhenLeft)
        Post([this, uri] {
            Ask(COREWEBVIEW2_SCRIPT_DIALOG_KIND_BEFOREUNLOAD, L"", L"", [this, uri](const std::wstring& result) {
                if (result == L"cancelled")
                    Count("navigationsKept");
                else
                    Begin(uri);
            });
        });
    else
        Begin(uri);
}

void View::Begin(const std::wstring& uri)
{
    UINT64 id = ++navigation;
    rendererGone = false;
    Post([this, id, uri] {
        StartingArgs args(uri, id);
        Raise(starting, &args);
        if (args.cancel)
        {
            Count("navigationsCancelled");
            return;
        }

        Post([this, id, uri] { Load(id, uri); });
    });
}

void View::Load(UINT64 id, const std::wstring& uri)
{
    std::wstring rest;
    // A navigation that a later one has taken the place of ends as cancelled.
    if (id != navigation)
        return Complete(id, COREWEBVIEW2_WEB_ERROR_STATUS_OPERATION_CANCELED);
    if (Starts(uri, L"https://unknown.", rest))
        return Complete(id, COREWEBVIEW2_WEB_ERROR_STATUS_HOST_NAME_NOT_RESOLVED);
    if (Starts(uri, L"auroraview://app/", rest))
        return Fetch(uri, L"", [this, id, uri](const std::string& body) { Commit(id, uri, body); });
    Commit(id, uri, "");
}

// Asks the host for a resource; without a deferral the response is there when the handlers have returned.
void View::Fetch(const std::wstring& uri, const std::wstring& range, std::function<void(const std::string&)> then)
{
    Held<View> self(this);
    auto args = new RequestedArgs(uri, range, [self, then = std::move(then)](RequestedArgs& answered) {
        Held<RequestedArgs> held(&answered);
        self->Post([held, then] {
            auto response = static_cast<Response*>(held->response.pointer);
            std::string body = response ? ReadAll(response->content.pointer) : "";
            Count("lastLength", static_cast<long>(body.size()) - Setting("lastLength"));
            Count("lastByte", (body.empty() ? -1 : static_cast<unsigned char>(body[0])) - Setting("lastByte"));
            Count("lastStatus", (response ? response->status : -1) - Setting("lastStatus"));
            then(body);
        });
    });
    Raise(resources, static_cast<ICoreWebView2WebResourceRequestedEventArgs*>(args));
    if (!args->deferred)
    {
        // Nobody may hold them now.
        if (args->references > 1)
            Count("argumentsKept");
        args->then(*args);
    }

    args->Release();
}

void View::Complete(UINT64 id, int error)
{
    Post([this, id, error] {
        CompletedArgs args(id, error);
        Raise(completed, &args);
    });
}

void View::Commit(UINT64 id, const std::wstring& uri, const std::string& body)
{
    if (id != navigation)
        return Complete(id, COREWEBVIEW2_WEB_ERROR_STATUS_OPERATION_CANCELED);
    DropPage();
    document++;
    asksWhenLeft = false;
    engineDialogs = engineDialogsNext;
    source = uri;
    Raise(loading, static_cast<ICoreWebView2ContentLoadingEventArgs*>(nullptr));
    page.Begin(*this);
    auto from = body.find("<title>"), to = body.find("</title>");
    if (from != std::string::npos && to != std::string::npos)
    {
        auto text = body.substr(from + 7, to - from - 7);
        title.assign(text.begin(), text.end());
        Post([this] { Raise(titles, static_cast<IUnknown*>(nullptr)); });
    }

    Complete(id, 0);
}

void View::Fail(int kind, int reason)
{
    if (kind == COREWEBVIEW2_PROCESS_FAILED_KIND_RENDER_PROCESS_EXITED)
    {
        rendererGone = true;
        DropPage();
    }

    Post([this, kind, reason] {
        FailedArgs args(kind, reason);
        Raise(failures, static_cast<ICoreWebView2ProcessFailedEventArgs*>(&args));
    });
}

bool View::Command(const std::wstring& script)
{
    std::wstring rest;
    if (Starts(script, L"double:post ", rest))
        Post([this, rest] { MessageArgs args(source, rest); Raise(messages, &args); });
    else if (Starts(script, L"double:fail ", rest))
        Fail(std::stoi(rest), rest.find(L' ') == std::wstring::npos ? 0 : std::stoi(rest.substr(rest.find(L' '))));
    else if (Starts(script, L"double:permission", rest))
        Post([this] { PermissionArgs args; Raise(permissions, &args); Count("permission", args.state - Setting("permission")); });
    else if (Starts(script, L"double:open ", rest))
        Post([this, rest] { WindowArgs args(rest); Raise(windows, &args); Count(args.handled ? "windowsRefused" : "windowsOpened"); });
    else if (Starts(script, L"double:download", rest))
        Post([this] { DownloadArgs args; Raise(downloads, &args); Count(args.cancel ? "downloadsRefused" : "downloadsBegun"); });
    else if (Starts(script, L"double:close", rest))
        Post([this] { Raise(closings, static_cast<IUnknown*>(nullptr)); });
    else if (Starts(script, L"double:go ", rest))
        Go(rest);
    else if (Starts(script, L"double:fetch ", rest))
    {
        auto space = rest.find(L' ');
        Post([this, uri = rest.substr(space + 1), range = rest.substr(0, space)] { Fetch(uri, range == L"all" ? L"" : range, [](const std::string&) { Count("fetched"); }); });
    }
    else if (Starts(script, L"double:tab", rest))
        Post([this] { TabArgs args; for (auto& handler : controller->tab) handler->Invoke(controller, &args); Count(args.handled ? "tabsHandled" : "tabsLeft"); });
    else if (Starts(script, L"double:key ", rest))
        Post([this, rest] { KeyArgs args(std::stoi(rest)); for (auto& handler : controller->keys) handler->Invoke(controller, &args); Count(args.handled ? "keysToHost" : "keysToPage"); });
    else if (Starts(script, L"double:hold", rest))
        while (!Setting("release"))
            Sleep(10);
    else if (Starts(script, L"double:stuck ", rest))
        // The engine blocks the thread that calls it, without dispatching anything.
        Sleep(std::stoi(rest));
    else
        return false;
    return true;
}

HRESULT View::ExecuteScriptWithResult(LPCWSTR text, ICoreWebView2ExecuteScriptWithResultCompletedHandler* handler)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    std::wstring script(text), rest;
    Count("scripts");
    Held<ICoreWebView2ExecuteScriptWithResultCompletedHandler> held(handler);
    // What a browser does, and no script.
    if (Starts(script, L"double:fail ", rest) || Starts(script, L"double:replaced", rest) || Starts(script, L"double:go ", rest) || Starts(script, L"double:frame ", rest) || !dialog.pointer)
        Execute(script, held);
    else
        blocked.push_back([this, script, held] { Execute(script, held); });
    return S_OK;
}

void View::Execute(const std::wstring& script, Held<ICoreWebView2ExecuteScriptWithResultCompletedHandler> held)
{
    std::wstring rest;
    auto answer = [this, held](const std::wstring& text) { Post([held, text] { ScriptResult result(text, true, L""); held->Invoke(S_OK, &result); }); };
    // A script that never ends is never answered.
    if (rendererGone || Starts(script, L"double:never", rest) || TryAsk(script, answer))
        return;
    if (page.Run(*this, script, rest))
        Post([held, rest] { ScriptResult result(rest, true, L""); held->Invoke(S_OK, &result); });
    else if (Starts(script, L"double:throw ", rest))
        Post([held, rest] { ScriptResult result(L"", false, rest); held->Invoke(S_OK, &result); });
    else if (Starts(script, L"double:return ", rest))
        Post([held, rest] { ScriptResult result(rest, true, L""); held->Invoke(S_OK, &result); });
    else
    {
        Command(script);
        auto end = [this, held] { Post([held] { ScriptResult result(L"", false, L""); held->Invoke(S_OK, &result); }); };
        // A page that waits answers nothing.
        if (dialog.pointer)
            blocked.push_back(end);
        else
            end();
    }
}

HRESULT View::ExecuteScript(LPCWSTR script, ICoreWebView2ExecuteScriptCompletedHandler* handler)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    Held<ICoreWebView2ExecuteScriptCompletedHandler> held(handler);
    TryAsk(script, [](const std::wstring&) {});
    Post([held] { held->Invoke(S_OK, L"null"); });
    return S_OK;
}

HRESULT View::AddScriptToExecuteOnDocumentCreated(LPCWSTR script, ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler* handler)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    page.Learn(script);
    Held<ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler> held(handler);
    Post([held] { held->Invoke(S_OK, L"1"); });
    return S_OK;
}

HRESULT View::CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT, IStream* stream, ICoreWebView2CapturePreviewCompletedHandler* handler)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    Held<ICoreWebView2CapturePreviewCompletedHandler> held(handler);
    Held<IStream> target(stream);
    Post([held, target] {
        const unsigned char png[] = {0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        target.pointer->Write(png, sizeof png, nullptr);
        held->Invoke(Setting("visible") ? S_OK : E_FAIL);
    });
    return S_OK;
}

HRESULT View::CallDevToolsProtocolMethod(LPCWSTR method, LPCWSTR, ICoreWebView2CallDevToolsProtocolMethodCompletedHandler* handler)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    if (wcscmp(method, L"Page.crash") == 0)
        Fail(COREWEBVIEW2_PROCESS_FAILED_KIND_RENDER_PROCESS_EXITED, COREWEBVIEW2_PROCESS_FAILED_REASON_CRASHED);
    Held<ICoreWebView2CallDevToolsProtocolMethodCompletedHandler> held(handler);
    Post([held] { held->Invoke(S_OK, L"{}"); });
    return S_OK;
}

// The engine fills its parent with a window of its own, on the same thread.
Controller::Controller(HWND into)
    : parent(into), window(CreateWindowExW(0, L"STATIC", nullptr, WS_CHILD | WS_VISIBLE, 0, 0, 0, 0, into, nullptr, nullptr, nullptr)), view(new View(this))
{
    Count("controllers");
}

Controller::~Controller()
{
    if (!closed)
        Count("notClosed");
    view->Forget();
    view->Release();
    Count("controllers", -1);
}

HRESULT Controller::get_CoreWebView2(ICoreWebView2** result)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    view->AddRef();
    *result = view;
    return S_OK;
}

HRESULT Controller::put_Bounds(RECT bounds)
{
    HRESULT used = Use();
    if (SUCCEEDED(used))
    {
        Count("bounds");
        Count("width", bounds.right - bounds.left - Setting("width"));
        Count("height", bounds.bottom - bounds.top - Setting("height"));
        SetWindowPos(window, nullptr, bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top, SWP_NOZORDER | SWP_NOACTIVATE);
    }

    return used;
}

HRESULT Controller::put_ParentWindow(HWND into)
{
    HRESULT used = Use();
    if (FAILED(used))
        return used;
    if (!IsWindow(into))
        return E_INVALIDARG;
    parent = into;
    // One that went down with its parent cannot be brought back: the documented order is to reparent first.
    if (!SetParent(window, into))
    {
        Count("windowLost");
        return HRESULT_FROM_WIN32(ERROR_INVALID_WINDOW_HANDLE);
    }

    Count("reparented");
    return S_OK;
}

void Controller::Focus(bool gained)
{
    view->Post([this, gained] {
        for (auto& handler : gained ? got : lost)
            handler->Invoke(this, nullptr);
    });
}

HRESULT Controller::Close()
{
    ENTER();
    if (!closed)
    {
        closed = true;
        DestroyWindow(window);
        Count("closed");
        got.clear(); lost.clear(); tab.clear(); keys.clear();
        view->Forget();
    }

    return S_OK;
}
