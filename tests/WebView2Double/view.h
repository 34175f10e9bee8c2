// The view and its controller.
#pragma once
#include "args.h"
#include "page.h"
#include "requests.h"

struct View;

struct Settings : Object<ICoreWebView2Settings6Stub, &IIDof_ICoreWebView2Settings, &IIDof_ICoreWebView2Settings2, &IIDof_ICoreWebView2Settings3, &IIDof_ICoreWebView2Settings4,
    &IIDof_ICoreWebView2Settings6>
{
    View& view;
    explicit Settings(View& of) : view(of) {}
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL value) override;
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL value) override;
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_UserAgent(LPCWSTR) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_AreBrowserAcceleratorKeysEnabled(BOOL) override { ENTER(); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsGeneralAutofillEnabled(BOOL value) override { ENTER(); Count("autofill", value - Setting("autofill")); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsPasswordAutosaveEnabled(BOOL value) override { ENTER(); Count("passwords", value - Setting("passwords")); return S_OK; }
    HRESULT STDMETHODCALLTYPE put_IsSwipeNavigationEnabled(BOOL value) override { ENTER(); Count("swipes", value - Setting("swipes")); return S_OK; }
};

struct Controller : Object<ICoreWebView2Controller3Stub, &IIDof_ICoreWebView2Controller, &IIDof_ICoreWebView2Controller2, &IIDof_ICoreWebView2Controller3>
{
    HWND parent;
    HWND window;
    bool closed = false;
    View* view;
    std::vector<Held<ICoreWebView2FocusChangedEventHandler>> got, lost;
    std::vector<Held<ICoreWebView2MoveFocusRequestedEventHandler>> tab;
    std::vector<Held<ICoreWebView2AcceleratorKeyPressedEventHandler>> keys;

    explicit Controller(HWND window);
    ~Controller() override;
    HRESULT Use() { HRESULT entered = Enter(); if (FAILED(entered)) return entered; if (closed) { Count("afterClose"); return InvalidState; } return S_OK; }
    void Focus(bool gained);

    HRESULT STDMETHODCALLTYPE get_CoreWebView2(ICoreWebView2** result) override;
    HRESULT STDMETHODCALLTYPE put_IsVisible(BOOL visible) override { HRESULT used = Use(); if (SUCCEEDED(used)) Count("visible", (visible ? 1 : 0) - Setting("visible")); return used; }
    HRESULT STDMETHODCALLTYPE put_Bounds(RECT bounds) override;
    HRESULT STDMETHODCALLTYPE put_ZoomFactor(double) override { return Use(); }
    HRESULT STDMETHODCALLTYPE put_DefaultBackgroundColor(COREWEBVIEW2_COLOR color) override { Count("alpha", color.A - Setting("alpha")); Count("red", color.R - Setting("red")); return Use(); }
    HRESULT STDMETHODCALLTYPE MoveFocus(COREWEBVIEW2_MOVE_FOCUS_REASON) override { HRESULT used = Use(); if (SUCCEEDED(used)) { SetFocus(window); Focus(true); } return used; }
    HRESULT STDMETHODCALLTYPE NotifyParentWindowPositionChanged() override { return Use(); }
    HRESULT STDMETHODCALLTYPE put_ParentWindow(HWND window) override;
    HRESULT STDMETHODCALLTYPE add_GotFocus(ICoreWebView2FocusChangedEventHandler* handler, EventRegistrationToken*) override { got.emplace_back(handler); return Use(); }
    HRESULT STDMETHODCALLTYPE add_LostFocus(ICoreWebView2FocusChangedEventHandler* handler, EventRegistrationToken*) override { lost.emplace_back(handler); return Use(); }
    HRESULT STDMETHODCALLTYPE add_MoveFocusRequested(ICoreWebView2MoveFocusRequestedEventHandler* handler, EventRegistrationToken*) override { tab.emplace_back(handler); return Use(); }
    HRESULT STDMETHODCALLTYPE add_AcceleratorKeyPressed(ICoreWebView2AcceleratorKeyPressedEventHandler* handler, EventRegistrationToken*) override { keys.emplace_back(handler); return Use(); }
    HRESULT STDMETHODCALLTYPE Close() override;
};

struct View : Object<ICoreWebView2_27Stub, &IIDof_ICoreWebView2, &IIDof_ICoreWebView2_4, &IIDof_ICoreWebView2_11, &IIDof_ICoreWebView2_14, &IIDof_ICoreWebView2_18,
    &IIDof_ICoreWebView2_21, &IIDof_ICoreWebView2_27>
{
    // Not counted: the controller outlives its calls, and Close cuts it.
    Controller* controller;
    std::wstring source = L"about:blank", title;
    UINT64 navigation = 0, document = 0;
    bool rendererGone = false;
    // Rule D: what is set counts from the next document on.
    bool engineDialogs = true, engineDialogsNext = true, menusEnabled = true, asksWhenLeft = false;
    Held<DialogArgs> dialog;
    std::vector<std::function<void()>> blocked;
    Page page;
    std::vector<Held<ICoreWebView2WebMessageReceivedEventHandler>> messages;
    std::vector<Held<ICoreWebView2NavigationStartingEventHandler>> starting;
    std::vector<Held<ICoreWebView2ContentLoadingEventHandler>> loading;
    std::vector<Held<ICoreWebView2NavigationCompletedEventHandler>> completed;
    std::vector<Held<ICoreWebView2DocumentTitleChangedEventHandler>> titles;
    std::vector<Held<ICoreWebView2ProcessFailedEventHandler>> failures;
    std::vector<Held<ICoreWebView2PermissionRequestedEventHandler>> permissions;
    std::vector<Held<ICoreWebView2NewWindowRequestedEventHandler>> windows;
    std::vector<Held<ICoreWebView2WindowCloseRequestedEventHandler>> closings;
    std::vector<Held<ICoreWebView2WebResourceRequestedEventHandler>> resources;
    std::vector<Held<ICoreWebView2DownloadStartingEventHandler>> downloads;
    std::vector<Held<ICoreWebView2ScriptDialogOpeningEventHandler>> asking;
    std::vector<Held<ICoreWebView2ContextMenuRequestedEventHandler>> menus;
    std::vector<Held<ICoreWebView2LaunchingExternalUriSchemeEventHandler>> launches;
    std::vector<Held<ICoreWebView2ServerCertificateErrorDetectedEventHandler>> certificates;
    std::vector<Held<ICoreWebView2ScreenCaptureStartingEventHandler>> screens;

    explicit View(Controller* owner) : controller(owner) {}
    HRESULT Use() { HRESULT entered = Enter(); if (FAILED(entered)) return entered; if (!controller || controller->closed) { Count("afterClose"); return InvalidState; } return S_OK; }
    void Forget();
    void Post(std::function<void()> callback);
    void Go(const std::wstring& uri);
    void Load(UINT64 id, const std::wstring& uri);
    void Fetch(const std::wstring& uri, const std::wstring& range, std::function<void(const std::string& body)> then);
    void Commit(UINT64 id, const std::wstring& uri, const std::string& body);
    void Complete(UINT64 id, int error);
    void Fail(int kind, int reason);
    bool Command(const std::wstring& script);
    bool TryAsk(const std::wstring& script, Answer answer);
    void Ask(int kind, const std::wstring& message, const std::wstring& text, Answer answer);
    void AskInARow(int left, int accepted, UINT64 by, Answer answer);
    void Unblock(DialogArgs* args, const std::wstring& result);
    void DropPage();
    std::wstring Menu(const std::wstring& names);
    void Begin(const std::wstring& uri);
    void Execute(const std::wstring& script, Held<ICoreWebView2ExecuteScriptWithResultCompletedHandler> handler);

    // Calls every handler of an event, with arguments that end with it.
    template <class Handler, class Args>
    void Raise(std::vector<Held<Handler>> handlers, Args* args)
    {
        for (auto& handler : handlers)
            handler->Invoke(this, args);
    }

    // A runtime of before the newer interfaces.
    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** result) override
    {
        bool isNew = IsEqualIID(id, IIDof_ICoreWebView2_11) || IsEqualIID(id, IIDof_ICoreWebView2_14) || IsEqualIID(id, IIDof_ICoreWebView2_18) || IsEqualIID(id, IIDof_ICoreWebView2_21) || IsEqualIID(id, IIDof_ICoreWebView2_27);
        if (!isNew || !Setting("oldRuntime"))
            return Object::QueryInterface(id, result);
        *result = nullptr;
        return E_NOINTERFACE;
    }

    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings** value) override { HRESULT used = Use(); if (SUCCEEDED(used)) *value = new Settings(*this); return used; }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR* value) override { HRESULT used = Use(); return FAILED(used) ? used : Give(source, value); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR* value) override { HRESULT used = Use(); return FAILED(used) ? used : Give(title, value); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL* value) override { *value = navigation > 1; return Use(); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL* value) override { *value = FALSE; return Use(); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR uri) override;
    HRESULT STDMETHODCALLTYPE Reload() override { HRESULT used = Use(); if (SUCCEEDED(used)) Go(source); return used; }
    HRESULT STDMETHODCALLTYPE Stop() override { return Use(); }
    HRESULT STDMETHODCALLTYPE GoBack() override { HRESULT used = Use(); if (SUCCEEDED(used)) Go(source); return used; }
    HRESULT STDMETHODCALLTYPE GoForward() override { return Use(); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return Use(); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR, COREWEBVIEW2_WEB_RESOURCE_CONTEXT) override { return Use(); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR, ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler* handler) override;
    HRESULT STDMETHODCALLTYPE ExecuteScriptWithResult(LPCWSTR script, ICoreWebView2ExecuteScriptWithResultCompletedHandler* handler) override;
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR script, ICoreWebView2ExecuteScriptCompletedHandler* handler) override;
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT, IStream* stream, ICoreWebView2CapturePreviewCompletedHandler* handler) override;
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR method, LPCWSTR, ICoreWebView2CallDevToolsProtocolMethodCompletedHandler* handler) override;

#define EVENT(name, list, handlerType) \
    HRESULT STDMETHODCALLTYPE add_##name(ICoreWebView2##handlerType* handler, EventRegistrationToken*) override { HRESULT used = Use(); if (SUCCEEDED(used)) list.emplace_back(handler); return used; }
    EVENT(WebMessageReceived, messages, WebMessageReceivedEventHandler)
    EVENT(NavigationStarting, starting, NavigationStartingEventHandler)
    EVENT(ContentLoading, loading, ContentLoadingEventHandler)
    EVENT(NavigationCompleted, completed, NavigationCompletedEventHandler)
    EVENT(DocumentTitleChanged, titles, DocumentTitleChangedEventHandler)
    EVENT(ProcessFailed, failures, ProcessFailedEventHandler)
    EVENT(PermissionRequested, permissions, PermissionRequestedEventHandler)
    EVENT(NewWindowRequested, windows, NewWindowRequestedEventHandler)
    EVENT(WindowCloseRequested, closings, WindowCloseRequestedEventHandler)
    EVENT(WebResourceRequested, resources, WebResourceRequestedEventHandler)
    EVENT(DownloadStarting, downloads, DownloadStartingEventHandler)
    EVENT(ScriptDialogOpening, asking, ScriptDialogOpeningEventHandler)
    EVENT(ContextMenuRequested, menus, ContextMenuRequestedEventHandler)
    EVENT(LaunchingExternalUriScheme, launches, LaunchingExternalUriSchemeEventHandler)
    EVENT(ServerCertificateErrorDetected, certificates, ServerCertificateErrorDetectedEventHandler)
    EVENT(ScreenCaptureStarting, screens, ScreenCaptureStartingEventHandler)
#undef EVENT
};

inline HRESULT Settings::put_AreDefaultContextMenusEnabled(BOOL value) { ENTER(); view.menusEnabled = value; return S_OK; }
inline HRESULT Settings::put_AreDefaultScriptDialogsEnabled(BOOL value) { ENTER(); view.engineDialogsNext = value; return S_OK; }
