// What a page asks its browser for, and what becomes of it. Each is asked by a `double:` command, whose result is the answer, as text:
//   double:dialog KIND[ text[|default]]  alert, confirm or prompt: "" or the text of the prompt where accepted, "cancelled" otherwise
//   double:dialogs N                     alerts one after the other: how many of them were accepted
//   double:frame KIND...                 the same by another frame, whose scripts no other frame's dialog holds
//   double:unload                        from now on this document asks whether it may be left
//   double:replaced                      another document takes this one's place, as it had asked for before it began to wait
//   double:menu [name|-|>name ...]       the context menu: what is left of it, or "none"
//   double:launch URI                    another program: "launched" or "refused"
//   double:certificate                   a server's bad certificate: "refused" or "asked"
//   double:screen                        a picture of the screen: "refused" or "asked"
#pragma once
#include "args.h"
#include <functional>
#include <memory>

struct View;
using Answer = std::function<void(const std::wstring&)>;

//   D  Script dialogs: https://learn.microsoft.com/microsoft-edge/webview2/reference/win32/icorewebview2#add_scriptdialogopening
//      Only where the default ones are disabled, which counts from the next document on; the page's scripts wait until the handler returns or the
//      deferral is completed; without Accept it is a cancel; a deferral is completed once.
struct DialogArgs : Object<ICoreWebView2ScriptDialogOpeningEventArgsStub, &IIDof_ICoreWebView2ScriptDialogOpeningEventArgs>
{
    View& view;
    Held<ICoreWebView2> alive;
    int kind;
    std::wstring message, text, result;
    Answer answer;
    bool accepted = false, deferred = false, over = false;

    UINT64 document;

    DialogArgs(View& of, ICoreWebView2* same, UINT64 shown, int what, std::wstring question, std::wstring given, Answer then)
        : view(of), alive(same), kind(what), message(std::move(question)), text(std::move(given)), answer(std::move(then)), document(shown) {}
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR* value) override;
    HRESULT STDMETHODCALLTYPE get_Kind(COREWEBVIEW2_SCRIPT_DIALOG_KIND* value) override { ENTER(); *value = static_cast<COREWEBVIEW2_SCRIPT_DIALOG_KIND>(kind); return S_OK; }
    HRESULT STDMETHODCALLTYPE get_Message(LPWSTR* value) override { ENTER(); return Give(message, value); }
    HRESULT STDMETHODCALLTYPE get_DefaultText(LPWSTR* value) override { ENTER(); return Give(text, value); }
    HRESULT STDMETHODCALLTYPE put_ResultText(LPCWSTR value) override { ENTER(); if (!over) result = value; return S_OK; }
    HRESULT STDMETHODCALLTYPE Accept() override { ENTER(); if (!over) accepted = true; return S_OK; }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral** value) override;
    void Finish();
};

//   M  Context menus: https://learn.microsoft.com/microsoft-edge/webview2/reference/win32/icorewebview2_11#add_contextmenurequested
//      Only where menus are enabled; shown is what is left of the items, unless the event is handled.
struct MenuItem : Object<ICoreWebView2ContextMenuItemStub, &IIDof_ICoreWebView2ContextMenuItem>
{
    std::wstring name;
    explicit MenuItem(std::wstring text) : name(std::move(text)) {}
    HRESULT STDMETHODCALLTYPE get_Name(LPWSTR* value) override { ENTER(); return Give(name == L"-" ? L"other" : name[0] == L'>' ? name.substr(1) : name, value); }
    HRESULT STDMETHODCALLTYPE get_Kind(COREWEBVIEW2_CONTEXT_MENU_ITEM_KIND* value) override
    {
        ENTER();
        *value = name == L"-" ? COREWEBVIEW2_CONTEXT_MENU_ITEM_KIND_SEPARATOR : name[0] == L'>' ? COREWEBVIEW2_CONTEXT_MENU_ITEM_KIND_SUBMENU : COREWEBVIEW2_CONTEXT_MENU_ITEM_KIND_COMMAND;
        return S_OK;
    }
};

struct MenuItems : Object<ICoreWebView2ContextMenuItemCollectionStub, &IIDof_ICoreWebView2ContextMenuItemCollection>
{
    std::vector<std::wstring> names;
    HRESULT STDMETHODCALLTYPE get_Count(UINT32* value) override { ENTER(); *value = static_cast<UINT32>(names.size()); return S_OK; }
    HRESULT STDMETHODCALLTYPE GetValueAtIndex(UINT32 index, ICoreWebView2ContextMenuItem** value) override { ENTER(); if (index >= names.size()) return E_INVALIDARG; *value = new MenuItem(names[index]); return S_OK; }
    HRESULT STDMETHODCALLTYPE RemoveValueAtIndex(UINT32 index) override { ENTER(); if (index >= names.size()) return E_INVALIDARG; names.erase(names.begin() + index); return S_OK; }
};

struct MenuArgs : Object<ICoreWebView2ContextMenuRequestedEventArgsStub, &IIDof_ICoreWebView2ContextMenuRequestedEventArgs>
{
    MenuItems items;
    BOOL handled = FALSE;
    HRESULT STDMETHODCALLTYPE get_MenuItems(ICoreWebView2ContextMenuItemCollection** value) override { ENTER(); items.AddRef(); *value = &items; return S_OK; }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL value) override { ENTER(); handled = value; return S_OK; }
};

struct LaunchArgs : Object<ICoreWebView2LaunchingExternalUriSchemeEventArgsStub, &IIDof_ICoreWebView2LaunchingExternalUriSchemeEventArgs>
{
    BOOL cancel = FALSE;
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL value) override { ENTER(); cancel = value; return S_OK; }
};

struct CertificateArgs : Object<ICoreWebView2ServerCertificateErrorDetectedEventArgsStub, &IIDof_ICoreWebView2ServerCertificateErrorDetectedEventArgs>
{
    int action = COREWEBVIEW2_SERVER_CERTIFICATE_ERROR_ACTION_DEFAULT;
    HRESULT STDMETHODCALLTYPE put_Action(COREWEBVIEW2_SERVER_CERTIFICATE_ERROR_ACTION value) override { ENTER(); action = value; return S_OK; }
};

struct ScreenArgs : Object<ICoreWebView2ScreenCaptureStartingEventArgsStub, &IIDof_ICoreWebView2ScreenCaptureStartingEventArgs>
{
    BOOL cancel = FALSE;
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL value) override { ENTER(); cancel = value; return S_OK; }
};
