// The arguments of events. Each is usable on its thread alone.
#pragma once
#include "double.h"
#include <utility>

struct MessageArgs : Object<ICoreWebView2WebMessageReceivedEventArgsStub, &IIDof_ICoreWebView2WebMessageReceivedEventArgs>
{
    std::wstring source, text;
    MessageArgs(std::wstring from, std::wstring message) : source(std::move(from)), text(std::move(message)) {}
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR* value) override { ENTER(); return Give(source, value); }
    HRESULT STDMETHODCALLTYPE TryGetWebMessageAsString(LPWSTR* value) override
    {
        ENTER();
        // E_INVALIDARG is documented for a message that is not a string.
        return text == L"(object)" ? E_INVALIDARG : Give(text, value);
    }
};

struct StartingArgs : Object<ICoreWebView2NavigationStartingEventArgsStub, &IIDof_ICoreWebView2NavigationStartingEventArgs>
{
    std::wstring uri;
    UINT64 id;
    BOOL cancel = FALSE;
    StartingArgs(std::wstring to, UINT64 number) : uri(std::move(to)), id(number) {}
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR* value) override { ENTER(); return Give(uri, value); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL value) override { ENTER(); cancel = value; return S_OK; }
    HRESULT STDMETHODCALLTYPE get_NavigationId(UINT64* value) override { ENTER(); *value = id; return S_OK; }
};

struct CompletedArgs : Object<ICoreWebView2NavigationCompletedEventArgsStub, &IIDof_ICoreWebView2NavigationCompletedEventArgs>
{
    UINT64 id;
    int status;
    CompletedArgs(UINT64 number, int error) : id(number), status(error) {}
    HRESULT STDMETHODCALLTYPE get_IsSuccess(BOOL* value) override { ENTER(); *value = status == 0; return S_OK; }
    HRESULT STDMETHODCALLTYPE get_WebErrorStatus(COREWEBVIEW2_WEB_ERROR_STATUS* value) override { ENTER(); *value = static_cast<COREWEBVIEW2_WEB_ERROR_STATUS>(status); return S_OK; }
    HRESULT STDMETHODCALLTYPE get_NavigationId(UINT64* value) override { ENTER(); *value = id; return S_OK; }
};

struct FailedArgs : Object<ICoreWebView2ProcessFailedEventArgs2Stub, &IIDof_ICoreWebView2ProcessFailedEventArgs, &IIDof_ICoreWebView2ProcessFailedEventArgs2>
{
    int kind, reason;
    FailedArgs(int what, int why) : kind(what), reason(why) {}
    HRESULT STDMETHODCALLTYPE get_ProcessFailedKind(COREWEBVIEW2_PROCESS_FAILED_KIND* value) override { ENTER(); *value = static_cast<COREWEBVIEW2_PROCESS_FAILED_KIND>(kind); return S_OK; }
    HRESULT STDMETHODCALLTYPE get_Reason(COREWEBVIEW2_PROCESS_FAILED_REASON* value) override { ENTER(); *value = static_cast<COREWEBVIEW2_PROCESS_FAILED_REASON>(reason); return S_OK; }
};

struct PermissionArgs : Object<ICoreWebView2PermissionRequestedEventArgsStub, &IIDof_ICoreWebView2PermissionRequestedEventArgs>
{
    int state = COREWEBVIEW2_PERMISSION_STATE_DEFAULT;
    HRESULT STDMETHODCALLTYPE put_State(COREWEBVIEW2_PERMISSION_STATE value) override { ENTER(); state = value; return S_OK; }
};

struct WindowArgs : Object<ICoreWebView2NewWindowRequestedEventArgsStub, &IIDof_ICoreWebView2NewWindowRequestedEventArgs>
{
    std::wstring uri;
    BOOL handled = FALSE;
    explicit WindowArgs(std::wstring to) : uri(std::move(to)) {}
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR* value) override { ENTER(); return Give(uri, value); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL value) override { ENTER(); handled = value; return S_OK; }
};

struct DownloadArgs : Object<ICoreWebView2DownloadStartingEventArgsStub, &IIDof_ICoreWebView2DownloadStartingEventArgs>
{
    BOOL cancel = FALSE;
    HRESULT STDMETHODCALLTYPE get_ResultFilePath(LPWSTR* value) override { ENTER(); return Give(L"C:\\Downloads\\file.bin", value); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL value) override { ENTER(); cancel = value; return S_OK; }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL) override { ENTER(); return S_OK; }
};

struct TabArgs : Object<ICoreWebView2MoveFocusRequestedEventArgsStub, &IIDof_ICoreWebView2MoveFocusRequestedEventArgs>
{
    BOOL handled = FALSE;
    HRESULT STDMETHODCALLTYPE get_Reason(COREWEBVIEW2_MOVE_FOCUS_REASON* value) override { ENTER(); *value = COREWEBVIEW2_MOVE_FOCUS_REASON_NEXT; return S_OK; }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL value) override { ENTER(); handled = value; return S_OK; }
};

struct KeyArgs : Object<ICoreWebView2AcceleratorKeyPressedEventArgsStub, &IIDof_ICoreWebView2AcceleratorKeyPressedEventArgs>
{
    UINT key;
    BOOL handled = FALSE;
    explicit KeyArgs(UINT code) : key(code) {}
    HRESULT STDMETHODCALLTYPE get_KeyEventKind(COREWEBVIEW2_KEY_EVENT_KIND* value) override { ENTER(); *value = COREWEBVIEW2_KEY_EVENT_KIND_KEY_DOWN; return S_OK; }
    HRESULT STDMETHODCALLTYPE get_VirtualKey(UINT* value) override { ENTER(); *value = key; return S_OK; }
    HRESULT STDMETHODCALLTYPE get_KeyEventLParam(INT* value) override { ENTER(); *value = 1; return S_OK; }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL value) override { ENTER(); handled = value; return S_OK; }
};

struct RequestHeaders : Object<ICoreWebView2HttpRequestHeadersStub, &IIDof_ICoreWebView2HttpRequestHeaders>
{
    std::wstring range;
    explicit RequestHeaders(std::wstring of) : range(std::move(of)) {}
    bool Has(LPCWSTR name) const { return !range.empty() && _wcsicmp(name, L"Range") == 0; }
    HRESULT STDMETHODCALLTYPE Contains(LPCWSTR name, BOOL* value) override { ENTER(); *value = Has(name); return S_OK; }
    HRESULT STDMETHODCALLTYPE GetHeader(LPCWSTR name, LPWSTR* value) override { ENTER(); return Has(name) ? Give(range, value) : HRESULT_FROM_WIN32(ERROR_NOT_FOUND); }
};

struct Request : Object<ICoreWebView2WebResourceRequestStub, &IIDof_ICoreWebView2WebResourceRequest>
{
    std::wstring uri, range;
    Request(std::wstring to, std::wstring part) : uri(std::move(to)), range(std::move(part)) {}
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR* value) override { ENTER(); return Give(uri, value); }
    HRESULT STDMETHODCALLTYPE get_Headers(ICoreWebView2HttpRequestHeaders** value) override { ENTER(); *value = new RequestHeaders(range); return S_OK; }
};

// Ends an event that its handler has put off, once; the event waits for it, however long that takes:
// https://learn.microsoft.com/microsoft-edge/webview2/reference/win32/icorewebview2deferral
struct Deferral : Object<ICoreWebView2DeferralStub, &IIDof_ICoreWebView2Deferral>
{
    std::function<HRESULT()> then;
    explicit Deferral(std::function<HRESULT()> next) : then(std::move(next)) {}
    // Whoever waits would wait for good.
    ~Deferral() override { if (then) Count("deferralsDropped"); }
    HRESULT STDMETHODCALLTYPE Complete() override
    {
        ENTER();
        if (!then)
        {
            Count("deferralTwice");
            return InvalidState;
        }

        return std::exchange(then, nullptr)();
    }
};

struct Response : Object<ICoreWebView2WebResourceResponseStub, &IIDof_ICoreWebView2WebResourceResponse>
{
    Held<IStream> content;
    int status;
    std::wstring headers;
    Response(IStream* body, int code, LPCWSTR text) : content(body), status(code), headers(text) {}
};

struct RequestedArgs : Object<ICoreWebView2WebResourceRequestedEventArgsStub, &IIDof_ICoreWebView2WebResourceRequestedEventArgs>
{
    Held<ICoreWebView2WebResourceRequest> request;
    Held<ICoreWebView2WebResourceResponse> response;
    bool deferred = false;
    // Goes on once the response is there.
    std::function<void(RequestedArgs&)> then;
    RequestedArgs(const std::wstring& uri, const std::wstring& range, std::function<void(RequestedArgs&)> next) : then(std::move(next))
    {
        auto asked = new Request(uri, range);
        request = Held<ICoreWebView2WebResourceRequest>(asked);
        asked->Release();
    }
    HRESULT STDMETHODCALLTYPE get_Request(ICoreWebView2WebResourceRequest** value) override { ENTER(); *value = request.pointer; (*value)->AddRef(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_Response(ICoreWebView2WebResourceResponse* value) override { ENTER(); response = Held<ICoreWebView2WebResourceResponse>(value); return S_OK; }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral** value) override
    {
        ENTER();
        deferred = true;
        Held<RequestedArgs> self(this);
        *value = new Deferral([self] { self->then(*self.pointer); return S_OK; });
        return S_OK;
    }
};

struct ScriptException : Object<ICoreWebView2ScriptExceptionStub, &IIDof_ICoreWebView2ScriptException>
{
    std::wstring message;
    explicit ScriptException(std::wstring text) : message(std::move(text)) {}
    HRESULT STDMETHODCALLTYPE get_Message(LPWSTR* value) override { ENTER(); return Give(message, value); }
};

struct ScriptResult : Object<ICoreWebView2ExecuteScriptResultStub, &IIDof_ICoreWebView2ExecuteScriptResult>
{
    std::wstring text, error;
    bool isString;
    ScriptResult(std::wstring value, bool string, std::wstring failure) : text(std::move(value)), error(std::move(failure)), isString(string) {}
    HRESULT STDMETHODCALLTYPE get_Succeeded(BOOL* value) override { ENTER(); *value = error.empty(); return S_OK; }
    HRESULT STDMETHODCALLTYPE TryGetResultAsString(LPWSTR* value, BOOL* is) override { ENTER(); *is = isString; return Give(isString ? text : L"", value); }
    HRESULT STDMETHODCALLTYPE get_Exception(ICoreWebView2ScriptException** value) override { ENTER(); *value = new ScriptException(error); return S_OK; }
};
