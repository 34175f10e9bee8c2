// Written by eng/WebView2Bindings from WebView2.h of the package Microsoft.Web.WebView2. Do not edit.
#pragma once
#include "WebView2.h"

// Records a call that the double does not know, and fails it with E_NOTIMPL.
HRESULT NotInDouble(const char* method);

inline constexpr IID IIDof_ICoreWebView2Environment = {0xb96d755e, 0x0319, 0x4e92, {0xa2, 0x96, 0x23, 0x43, 0x6f, 0x46, 0xa1, 0xfc}};
inline constexpr IID IIDof_ICoreWebView2Controller = {0x4d00c0d1, 0x9434, 0x4eb6, {0x80, 0x78, 0x86, 0x97, 0xa5, 0x60, 0x33, 0x4f}};
inline constexpr IID IIDof_ICoreWebView2Controller2 = {0xc979903e, 0xd4ca, 0x4228, {0x92, 0xeb, 0x47, 0xee, 0x3f, 0xa9, 0x6e, 0xab}};
inline constexpr IID IIDof_ICoreWebView2Controller3 = {0xf9614724, 0x5d2b, 0x41dc, {0xae, 0xf7, 0x73, 0xd6, 0x2b, 0x51, 0x54, 0x3b}};
inline constexpr IID IIDof_ICoreWebView2 = {0x76eceacb, 0x0462, 0x4d94, {0xac, 0x83, 0x42, 0x3a, 0x67, 0x93, 0x77, 0x5e}};
inline constexpr IID IIDof_ICoreWebView2_4 = {0x20d02d59, 0x6df2, 0x42dc, {0xbd, 0x06, 0xf9, 0x8a, 0x69, 0x4b, 0x13, 0x02}};
inline constexpr IID IIDof_ICoreWebView2_11 = {0x0be78e56, 0xc193, 0x4051, {0xb9, 0x43, 0x23, 0xb4, 0x60, 0xc0, 0x8b, 0xdb}};
inline constexpr IID IIDof_ICoreWebView2_14 = {0x6daa4f10, 0x4a90, 0x4753, {0x88, 0x98, 0x77, 0xc5, 0xdf, 0x53, 0x41, 0x65}};
inline constexpr IID IIDof_ICoreWebView2_18 = {0x7a626017, 0x28be, 0x49b2, {0xb8, 0x65, 0x3b, 0xa2, 0xb3, 0x52, 0x2d, 0x90}};
inline constexpr IID IIDof_ICoreWebView2_21 = {0xc4980dea, 0x587b, 0x43b9, {0x81, 0x43, 0x3e, 0xf3, 0xbf, 0x55, 0x2d, 0x95}};
inline constexpr IID IIDof_ICoreWebView2_27 = {0x00fbe33b, 0x8c07, 0x517c, {0xaa, 0x23, 0x0d, 0xdd, 0x4b, 0x5f, 0x6f, 0xa0}};
inline constexpr IID IIDof_ICoreWebView2Settings = {0xe562e4f0, 0xd7fa, 0x43ac, {0x8d, 0x71, 0xc0, 0x51, 0x50, 0x49, 0x9f, 0x00}};
inline constexpr IID IIDof_ICoreWebView2Settings2 = {0xee9a0f68, 0xf46c, 0x4e32, {0xac, 0x23, 0xef, 0x8c, 0xac, 0x22, 0x4d, 0x2a}};
inline constexpr IID IIDof_ICoreWebView2Settings3 = {0xfdb5ab74, 0xaf33, 0x4854, {0x84, 0xf0, 0x0a, 0x63, 0x1d, 0xeb, 0x5e, 0xba}};
inline constexpr IID IIDof_ICoreWebView2Settings4 = {0xcb56846c, 0x4168, 0x4d53, {0xb0, 0x4f, 0x03, 0xb6, 0xd6, 0x79, 0x6f, 0xf2}};
inline constexpr IID IIDof_ICoreWebView2Settings6 = {0x11cb3acd, 0x9bc8, 0x43b8, {0x83, 0xbf, 0xf4, 0x07, 0x53, 0x71, 0x4f, 0x87}};
inline constexpr IID IIDof_ICoreWebView2WebMessageReceivedEventArgs = {0x0f99a40c, 0xe962, 0x4207, {0x9e, 0x92, 0xe3, 0xd5, 0x42, 0xef, 0xf8, 0x49}};
inline constexpr IID IIDof_ICoreWebView2NavigationStartingEventArgs = {0x5b495469, 0xe119, 0x438a, {0x9b, 0x18, 0x76, 0x04, 0xf2, 0x5f, 0x2e, 0x49}};
inline constexpr IID IIDof_ICoreWebView2NavigationCompletedEventArgs = {0x30d68b7d, 0x20d9, 0x4752, {0xa9, 0xca, 0xec, 0x84, 0x48, 0xfb, 0xb5, 0xc1}};
inline constexpr IID IIDof_ICoreWebView2PermissionRequestedEventArgs = {0x973ae2ef, 0xff18, 0x4894, {0x8f, 0xb2, 0x3c, 0x75, 0x8f, 0x04, 0x68, 0x10}};
inline constexpr IID IIDof_ICoreWebView2NewWindowRequestedEventArgs = {0x34acb11c, 0xfc37, 0x4418, {0x91, 0x32, 0xf9, 0xc2, 0x1d, 0x1e, 0xaf, 0xb9}};
inline constexpr IID IIDof_ICoreWebView2ProcessFailedEventArgs = {0x8155a9a4, 0x1474, 0x4a86, {0x8c, 0xae, 0x15, 0x1b, 0x0f, 0xa6, 0xb8, 0xca}};
inline constexpr IID IIDof_ICoreWebView2ProcessFailedEventArgs2 = {0x4dab9422, 0x46fa, 0x4c3e, {0xa5, 0xd2, 0x41, 0xd2, 0x07, 0x1d, 0x36, 0x80}};
inline constexpr IID IIDof_ICoreWebView2WebResourceRequestedEventArgs = {0x453e667f, 0x12c7, 0x49d4, {0xbe, 0x6d, 0xdd, 0xbe, 0x79, 0x56, 0xf5, 0x7a}};
inline constexpr IID IIDof_ICoreWebView2WebResourceRequest = {0x97055cd4, 0x512c, 0x4264, {0x8b, 0x5f, 0xe3, 0xf4, 0x46, 0xce, 0xa6, 0xa5}};
inline constexpr IID IIDof_ICoreWebView2WebResourceResponse = {0xaafcc94f, 0xfa27, 0x48fd, {0x97, 0xdf, 0x83, 0x0e, 0xf7, 0x5a, 0xae, 0xc9}};
inline constexpr IID IIDof_ICoreWebView2HttpRequestHeaders = {0xe86cac0e, 0x5523, 0x465c, {0xb5, 0x36, 0x8f, 0xb9, 0xfc, 0x8c, 0x8c, 0x60}};
inline constexpr IID IIDof_ICoreWebView2Deferral = {0xc10e7f7b, 0xb585, 0x46f0, {0xa6, 0x23, 0x8b, 0xef, 0xbf, 0x3e, 0x4e, 0xe0}};
inline constexpr IID IIDof_ICoreWebView2DownloadStartingEventArgs = {0xe99bbe21, 0x43e9, 0x4544, {0xa7, 0x32, 0x28, 0x27, 0x64, 0xea, 0xfa, 0x60}};
inline constexpr IID IIDof_ICoreWebView2AcceleratorKeyPressedEventArgs = {0x9f760f8a, 0xfb79, 0x42be, {0x99, 0x90, 0x7b, 0x56, 0x90, 0x0f, 0xa9, 0xc7}};
inline constexpr IID IIDof_ICoreWebView2MoveFocusRequestedEventArgs = {0x2d6aa13b, 0x3839, 0x4a15, {0x92, 0xfc, 0xd8, 0x8b, 0x3c, 0x0d, 0x9c, 0x9d}};
inline constexpr IID IIDof_ICoreWebView2ExecuteScriptResult = {0x0CE15963, 0x3698, 0x4DF7, {0x93, 0x99, 0x71, 0xED, 0x6C, 0xDD, 0x8C, 0x9F}};
inline constexpr IID IIDof_ICoreWebView2ScriptException = {0x054DAE00, 0x84A3, 0x49FF, {0xBC, 0x17, 0x40, 0x12, 0xA9, 0x0B, 0xC9, 0xFD}};
inline constexpr IID IIDof_ICoreWebView2ScriptDialogOpeningEventArgs = {0x7390bb70, 0xabe0, 0x4843, {0x95, 0x29, 0xf1, 0x43, 0xb3, 0x1b, 0x03, 0xd6}};
inline constexpr IID IIDof_ICoreWebView2ContextMenuRequestedEventArgs = {0xa1d309ee, 0xc03f, 0x11eb, {0x85, 0x29, 0x02, 0x42, 0xac, 0x13, 0x00, 0x03}};
inline constexpr IID IIDof_ICoreWebView2ContextMenuItemCollection = {0xf562a2f5, 0xc415, 0x45cf, {0xb9, 0x09, 0xd4, 0xb7, 0xc1, 0xe2, 0x76, 0xd3}};
inline constexpr IID IIDof_ICoreWebView2ContextMenuItem = {0x7aed49e3, 0xa93f, 0x497a, {0x81, 0x1c, 0x74, 0x9c, 0x6b, 0x6b, 0x6c, 0x65}};
inline constexpr IID IIDof_ICoreWebView2LaunchingExternalUriSchemeEventArgs = {0x07D1A6C3, 0x7175, 0x4BA1, {0x93, 0x06, 0xE5, 0x93, 0xCA, 0x07, 0xE4, 0x6C}};
inline constexpr IID IIDof_ICoreWebView2ServerCertificateErrorDetectedEventArgs = {0x012193ED, 0x7C13, 0x48FF, {0x96, 0x9D, 0xA8, 0x4C, 0x1F, 0x43, 0x2A, 0x14}};
inline constexpr IID IIDof_ICoreWebView2ScreenCaptureStartingEventArgs = {0x892c03fd, 0xaee3, 0x5eba, {0xa1, 0xfa, 0x6f, 0xd2, 0xf6, 0x48, 0x4b, 0x2b}};
inline constexpr IID IIDof_ICoreWebView2EnvironmentOptions = {0x2fde08a8, 0x1e9a, 0x4766, {0x8c, 0x05, 0x95, 0xa9, 0xce, 0xb9, 0xd1, 0xc5}};
inline constexpr IID IIDof_ICoreWebView2EnvironmentOptions4 = {0xac52d13f, 0x0d38, 0x475a, {0x9d, 0xca, 0x87, 0x65, 0x80, 0xd6, 0x79, 0x3e}};
inline constexpr IID IIDof_ICoreWebView2CustomSchemeRegistration = {0xd60ac92c, 0x37a6, 0x4b26, {0xa3, 0x9e, 0x95, 0xcf, 0xe5, 0x90, 0x47, 0xbb}};
inline constexpr IID IIDof_ICoreWebView2CreateCoreWebView2EnvironmentCompletedHandler = {0x4e8a3389, 0xc9d8, 0x4bd2, {0xb6, 0xb5, 0x12, 0x4f, 0xee, 0x6c, 0xc1, 0x4d}};
inline constexpr IID IIDof_ICoreWebView2CreateCoreWebView2ControllerCompletedHandler = {0x6c4819f3, 0xc9b7, 0x4260, {0x81, 0x27, 0xc9, 0xf5, 0xbd, 0xe7, 0xf6, 0x8c}};
inline constexpr IID IIDof_ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler = {0xb99369f3, 0x9b11, 0x47b5, {0xbc, 0x6f, 0x8e, 0x78, 0x95, 0xfc, 0xea, 0x17}};
inline constexpr IID IIDof_ICoreWebView2ExecuteScriptCompletedHandler = {0x49511172, 0xcc67, 0x4bca, {0x99, 0x23, 0x13, 0x71, 0x12, 0xf4, 0xc4, 0xcc}};
inline constexpr IID IIDof_ICoreWebView2ExecuteScriptWithResultCompletedHandler = {0x1bb5317b, 0x8238, 0x4c67, {0xa7, 0xff, 0xba, 0xf6, 0x55, 0x8f, 0x28, 0x9d}};
inline constexpr IID IIDof_ICoreWebView2CapturePreviewCompletedHandler = {0x697e05e9, 0x3d8f, 0x45fa, {0x96, 0xf4, 0x8f, 0xfe, 0x1e, 0xde, 0xda, 0xf5}};
inline constexpr IID IIDof_ICoreWebView2CallDevToolsProtocolMethodCompletedHandler = {0x5c4889f0, 0x5ef6, 0x4c5a, {0x95, 0x2c, 0xd8, 0xf1, 0xb9, 0x2d, 0x05, 0x74}};
inline constexpr IID IIDof_ICoreWebView2WebMessageReceivedEventHandler = {0x57213f19, 0x00e6, 0x49fa, {0x8e, 0x07, 0x89, 0x8e, 0xa0, 0x1e, 0xcb, 0xd2}};
inline constexpr IID IIDof_ICoreWebView2NavigationStartingEventHandler = {0x9adbe429, 0xf36d, 0x432b, {0x9d, 0xdc, 0xf8, 0x88, 0x1f, 0xbd, 0x76, 0xe3}};
inline constexpr IID IIDof_ICoreWebView2ContentLoadingEventHandler = {0x364471e7, 0xf2be, 0x4910, {0xbd, 0xba, 0xd7, 0x20, 0x77, 0xd5, 0x1c, 0x4b}};
inline constexpr IID IIDof_ICoreWebView2NavigationCompletedEventHandler = {0xd33a35bf, 0x1c49, 0x4f98, {0x93, 0xab, 0x00, 0x6e, 0x05, 0x33, 0xfe, 0x1c}};
inline constexpr IID IIDof_ICoreWebView2DocumentTitleChangedEventHandler = {0xf5f2b923, 0x953e, 0x4042, {0x9f, 0x95, 0xf3, 0xa1, 0x18, 0xe1, 0xaf, 0xd4}};
inline constexpr IID IIDof_ICoreWebView2PermissionRequestedEventHandler = {0x15e1c6a3, 0xc72a, 0x4df3, {0x91, 0xd7, 0xd0, 0x97, 0xfb, 0xec, 0x6b, 0xfd}};
inline constexpr IID IIDof_ICoreWebView2NewWindowRequestedEventHandler = {0xd4c185fe, 0xc81c, 0x4989, {0x97, 0xaf, 0x2d, 0x3f, 0xa7, 0xab, 0x56, 0x51}};
inline constexpr IID IIDof_ICoreWebView2ProcessFailedEventHandler = {0x79e0aea4, 0x990b, 0x42d9, {0xaa, 0x1d, 0x0f, 0xcc, 0x2e, 0x5b, 0xc7, 0xf1}};
inline constexpr IID IIDof_ICoreWebView2WindowCloseRequestedEventHandler = {0x5c19e9e0, 0x092f, 0x486b, {0xaf, 0xfa, 0xca, 0x82, 0x31, 0x91, 0x30, 0x39}};
inline constexpr IID IIDof_ICoreWebView2WebResourceRequestedEventHandler = {0xab00b74c, 0x15f1, 0x4646, {0x80, 0xe8, 0xe7, 0x63, 0x41, 0xd2, 0x5d, 0x71}};
inline constexpr IID IIDof_ICoreWebView2DownloadStartingEventHandler = {0xefedc989, 0xc396, 0x41ca, {0x83, 0xf7, 0x07, 0xf8, 0x45, 0xa5, 0x57, 0x24}};
inline constexpr IID IIDof_ICoreWebView2FocusChangedEventHandler = {0x05ea24bd, 0x6452, 0x4926, {0x90, 0x14, 0x4b, 0x82, 0xb4, 0x98, 0x13, 0x5d}};
inline constexpr IID IIDof_ICoreWebView2AcceleratorKeyPressedEventHandler = {0xb29c7e28, 0xfa79, 0x41a8, {0x8e, 0x44, 0x65, 0x81, 0x1c, 0x76, 0xdc, 0xb2}};
inline constexpr IID IIDof_ICoreWebView2MoveFocusRequestedEventHandler = {0x69035451, 0x6dc7, 0x4cb8, {0x9b, 0xce, 0xb2, 0xbd, 0x70, 0xad, 0x28, 0x9f}};
inline constexpr IID IIDof_ICoreWebView2ScriptDialogOpeningEventHandler = {0xef381bf9, 0xafa8, 0x4e37, {0x91, 0xc4, 0x8a, 0xc4, 0x85, 0x24, 0xbd, 0xfb}};
inline constexpr IID IIDof_ICoreWebView2ContextMenuRequestedEventHandler = {0x04d3fe1d, 0xab87, 0x42fb, {0xa8, 0x98, 0xda, 0x24, 0x1d, 0x35, 0xb6, 0x3c}};
inline constexpr IID IIDof_ICoreWebView2LaunchingExternalUriSchemeEventHandler = {0x74f712e0, 0x8165, 0x43a9, {0xa1, 0x3f, 0x0c, 0xce, 0x59, 0x7e, 0x75, 0xdf}};
inline constexpr IID IIDof_ICoreWebView2ServerCertificateErrorDetectedEventHandler = {0x969b3a26, 0xd85e, 0x4795, {0x81, 0x99, 0xfe, 0xf5, 0x73, 0x44, 0xda, 0x22}};
inline constexpr IID IIDof_ICoreWebView2ScreenCaptureStartingEventHandler = {0xe24ff05a, 0x1db5, 0x59d9, {0x89, 0xf3, 0x3c, 0x86, 0x42, 0x68, 0xdb, 0x4a}};

struct ICoreWebView2EnvironmentStub : ICoreWebView2Environment
{
    HRESULT STDMETHODCALLTYPE CreateCoreWebView2Controller(HWND , ICoreWebView2CreateCoreWebView2ControllerCompletedHandler *) override { return NotInDouble("ICoreWebView2Environment::CreateCoreWebView2Controller"); }
    HRESULT STDMETHODCALLTYPE CreateWebResourceResponse(IStream *, int , LPCWSTR , LPCWSTR , ICoreWebView2WebResourceResponse **) override { return NotInDouble("ICoreWebView2Environment::CreateWebResourceResponse"); }
    HRESULT STDMETHODCALLTYPE get_BrowserVersionString(LPWSTR *) override { return NotInDouble("ICoreWebView2Environment::get_BrowserVersionString"); }
    HRESULT STDMETHODCALLTYPE add_NewBrowserVersionAvailable(ICoreWebView2NewBrowserVersionAvailableEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Environment::add_NewBrowserVersionAvailable"); }
    HRESULT STDMETHODCALLTYPE remove_NewBrowserVersionAvailable(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Environment::remove_NewBrowserVersionAvailable"); }
};

struct ICoreWebView2ControllerStub : ICoreWebView2Controller
{
    HRESULT STDMETHODCALLTYPE get_IsVisible(BOOL *) override { return NotInDouble("ICoreWebView2Controller::get_IsVisible"); }
    HRESULT STDMETHODCALLTYPE put_IsVisible(BOOL ) override { return NotInDouble("ICoreWebView2Controller::put_IsVisible"); }
    HRESULT STDMETHODCALLTYPE get_Bounds(RECT *) override { return NotInDouble("ICoreWebView2Controller::get_Bounds"); }
    HRESULT STDMETHODCALLTYPE put_Bounds(RECT ) override { return NotInDouble("ICoreWebView2Controller::put_Bounds"); }
    HRESULT STDMETHODCALLTYPE get_ZoomFactor(double *) override { return NotInDouble("ICoreWebView2Controller::get_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE put_ZoomFactor(double ) override { return NotInDouble("ICoreWebView2Controller::put_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE add_ZoomFactorChanged(ICoreWebView2ZoomFactorChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ZoomFactorChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE SetBoundsAndZoomFactor(RECT , double ) override { return NotInDouble("ICoreWebView2Controller::SetBoundsAndZoomFactor"); }
    HRESULT STDMETHODCALLTYPE MoveFocus(COREWEBVIEW2_MOVE_FOCUS_REASON ) override { return NotInDouble("ICoreWebView2Controller::MoveFocus"); }
    HRESULT STDMETHODCALLTYPE add_MoveFocusRequested(ICoreWebView2MoveFocusRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE remove_MoveFocusRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE add_GotFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_GotFocus"); }
    HRESULT STDMETHODCALLTYPE remove_GotFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_GotFocus"); }
    HRESULT STDMETHODCALLTYPE add_LostFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_LostFocus"); }
    HRESULT STDMETHODCALLTYPE remove_LostFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_LostFocus"); }
    HRESULT STDMETHODCALLTYPE add_AcceleratorKeyPressed(ICoreWebView2AcceleratorKeyPressedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE remove_AcceleratorKeyPressed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE get_ParentWindow(HWND *) override { return NotInDouble("ICoreWebView2Controller::get_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE put_ParentWindow(HWND ) override { return NotInDouble("ICoreWebView2Controller::put_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE NotifyParentWindowPositionChanged() override { return NotInDouble("ICoreWebView2Controller::NotifyParentWindowPositionChanged"); }
    HRESULT STDMETHODCALLTYPE Close() override { return NotInDouble("ICoreWebView2Controller::Close"); }
    HRESULT STDMETHODCALLTYPE get_CoreWebView2(ICoreWebView2 **) override { return NotInDouble("ICoreWebView2Controller::get_CoreWebView2"); }
};

struct ICoreWebView2Controller2Stub : ICoreWebView2Controller2
{
    HRESULT STDMETHODCALLTYPE get_IsVisible(BOOL *) override { return NotInDouble("ICoreWebView2Controller::get_IsVisible"); }
    HRESULT STDMETHODCALLTYPE put_IsVisible(BOOL ) override { return NotInDouble("ICoreWebView2Controller::put_IsVisible"); }
    HRESULT STDMETHODCALLTYPE get_Bounds(RECT *) override { return NotInDouble("ICoreWebView2Controller::get_Bounds"); }
    HRESULT STDMETHODCALLTYPE put_Bounds(RECT ) override { return NotInDouble("ICoreWebView2Controller::put_Bounds"); }
    HRESULT STDMETHODCALLTYPE get_ZoomFactor(double *) override { return NotInDouble("ICoreWebView2Controller::get_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE put_ZoomFactor(double ) override { return NotInDouble("ICoreWebView2Controller::put_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE add_ZoomFactorChanged(ICoreWebView2ZoomFactorChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ZoomFactorChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE SetBoundsAndZoomFactor(RECT , double ) override { return NotInDouble("ICoreWebView2Controller::SetBoundsAndZoomFactor"); }
    HRESULT STDMETHODCALLTYPE MoveFocus(COREWEBVIEW2_MOVE_FOCUS_REASON ) override { return NotInDouble("ICoreWebView2Controller::MoveFocus"); }
    HRESULT STDMETHODCALLTYPE add_MoveFocusRequested(ICoreWebView2MoveFocusRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE remove_MoveFocusRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE add_GotFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_GotFocus"); }
    HRESULT STDMETHODCALLTYPE remove_GotFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_GotFocus"); }
    HRESULT STDMETHODCALLTYPE add_LostFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_LostFocus"); }
    HRESULT STDMETHODCALLTYPE remove_LostFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_LostFocus"); }
    HRESULT STDMETHODCALLTYPE add_AcceleratorKeyPressed(ICoreWebView2AcceleratorKeyPressedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE remove_AcceleratorKeyPressed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE get_ParentWindow(HWND *) override { return NotInDouble("ICoreWebView2Controller::get_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE put_ParentWindow(HWND ) override { return NotInDouble("ICoreWebView2Controller::put_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE NotifyParentWindowPositionChanged() override { return NotInDouble("ICoreWebView2Controller::NotifyParentWindowPositionChanged"); }
    HRESULT STDMETHODCALLTYPE Close() override { return NotInDouble("ICoreWebView2Controller::Close"); }
    HRESULT STDMETHODCALLTYPE get_CoreWebView2(ICoreWebView2 **) override { return NotInDouble("ICoreWebView2Controller::get_CoreWebView2"); }
    HRESULT STDMETHODCALLTYPE get_DefaultBackgroundColor(COREWEBVIEW2_COLOR *) override { return NotInDouble("ICoreWebView2Controller2::get_DefaultBackgroundColor"); }
    HRESULT STDMETHODCALLTYPE put_DefaultBackgroundColor(COREWEBVIEW2_COLOR ) override { return NotInDouble("ICoreWebView2Controller2::put_DefaultBackgroundColor"); }
};

struct ICoreWebView2Controller3Stub : ICoreWebView2Controller3
{
    HRESULT STDMETHODCALLTYPE get_IsVisible(BOOL *) override { return NotInDouble("ICoreWebView2Controller::get_IsVisible"); }
    HRESULT STDMETHODCALLTYPE put_IsVisible(BOOL ) override { return NotInDouble("ICoreWebView2Controller::put_IsVisible"); }
    HRESULT STDMETHODCALLTYPE get_Bounds(RECT *) override { return NotInDouble("ICoreWebView2Controller::get_Bounds"); }
    HRESULT STDMETHODCALLTYPE put_Bounds(RECT ) override { return NotInDouble("ICoreWebView2Controller::put_Bounds"); }
    HRESULT STDMETHODCALLTYPE get_ZoomFactor(double *) override { return NotInDouble("ICoreWebView2Controller::get_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE put_ZoomFactor(double ) override { return NotInDouble("ICoreWebView2Controller::put_ZoomFactor"); }
    HRESULT STDMETHODCALLTYPE add_ZoomFactorChanged(ICoreWebView2ZoomFactorChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ZoomFactorChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_ZoomFactorChanged"); }
    HRESULT STDMETHODCALLTYPE SetBoundsAndZoomFactor(RECT , double ) override { return NotInDouble("ICoreWebView2Controller::SetBoundsAndZoomFactor"); }
    HRESULT STDMETHODCALLTYPE MoveFocus(COREWEBVIEW2_MOVE_FOCUS_REASON ) override { return NotInDouble("ICoreWebView2Controller::MoveFocus"); }
    HRESULT STDMETHODCALLTYPE add_MoveFocusRequested(ICoreWebView2MoveFocusRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE remove_MoveFocusRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_MoveFocusRequested"); }
    HRESULT STDMETHODCALLTYPE add_GotFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_GotFocus"); }
    HRESULT STDMETHODCALLTYPE remove_GotFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_GotFocus"); }
    HRESULT STDMETHODCALLTYPE add_LostFocus(ICoreWebView2FocusChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_LostFocus"); }
    HRESULT STDMETHODCALLTYPE remove_LostFocus(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_LostFocus"); }
    HRESULT STDMETHODCALLTYPE add_AcceleratorKeyPressed(ICoreWebView2AcceleratorKeyPressedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller::add_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE remove_AcceleratorKeyPressed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller::remove_AcceleratorKeyPressed"); }
    HRESULT STDMETHODCALLTYPE get_ParentWindow(HWND *) override { return NotInDouble("ICoreWebView2Controller::get_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE put_ParentWindow(HWND ) override { return NotInDouble("ICoreWebView2Controller::put_ParentWindow"); }
    HRESULT STDMETHODCALLTYPE NotifyParentWindowPositionChanged() override { return NotInDouble("ICoreWebView2Controller::NotifyParentWindowPositionChanged"); }
    HRESULT STDMETHODCALLTYPE Close() override { return NotInDouble("ICoreWebView2Controller::Close"); }
    HRESULT STDMETHODCALLTYPE get_CoreWebView2(ICoreWebView2 **) override { return NotInDouble("ICoreWebView2Controller::get_CoreWebView2"); }
    HRESULT STDMETHODCALLTYPE get_DefaultBackgroundColor(COREWEBVIEW2_COLOR *) override { return NotInDouble("ICoreWebView2Controller2::get_DefaultBackgroundColor"); }
    HRESULT STDMETHODCALLTYPE put_DefaultBackgroundColor(COREWEBVIEW2_COLOR ) override { return NotInDouble("ICoreWebView2Controller2::put_DefaultBackgroundColor"); }
    HRESULT STDMETHODCALLTYPE get_RasterizationScale(double *) override { return NotInDouble("ICoreWebView2Controller3::get_RasterizationScale"); }
    HRESULT STDMETHODCALLTYPE put_RasterizationScale(double ) override { return NotInDouble("ICoreWebView2Controller3::put_RasterizationScale"); }
    HRESULT STDMETHODCALLTYPE get_ShouldDetectMonitorScaleChanges(BOOL *) override { return NotInDouble("ICoreWebView2Controller3::get_ShouldDetectMonitorScaleChanges"); }
    HRESULT STDMETHODCALLTYPE put_ShouldDetectMonitorScaleChanges(BOOL ) override { return NotInDouble("ICoreWebView2Controller3::put_ShouldDetectMonitorScaleChanges"); }
    HRESULT STDMETHODCALLTYPE add_RasterizationScaleChanged(ICoreWebView2RasterizationScaleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2Controller3::add_RasterizationScaleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_RasterizationScaleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2Controller3::remove_RasterizationScaleChanged"); }
    HRESULT STDMETHODCALLTYPE get_BoundsMode(COREWEBVIEW2_BOUNDS_MODE *) override { return NotInDouble("ICoreWebView2Controller3::get_BoundsMode"); }
    HRESULT STDMETHODCALLTYPE put_BoundsMode(COREWEBVIEW2_BOUNDS_MODE ) override { return NotInDouble("ICoreWebView2Controller3::put_BoundsMode"); }
};

struct ICoreWebView2Stub : ICoreWebView2
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
};

struct ICoreWebView2_4Stub : ICoreWebView2_4
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
};

struct ICoreWebView2_11Stub : ICoreWebView2_11
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE add_ClientCertificateRequested(ICoreWebView2ClientCertificateRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_5::add_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ClientCertificateRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_5::remove_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE OpenTaskManagerWindow() override { return NotInDouble("ICoreWebView2_6::OpenTaskManagerWindow"); }
    HRESULT STDMETHODCALLTYPE PrintToPdf(LPCWSTR , ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfCompletedHandler *) override { return NotInDouble("ICoreWebView2_7::PrintToPdf"); }
    HRESULT STDMETHODCALLTYPE add_IsMutedChanged(ICoreWebView2IsMutedChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsMutedChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsMuted(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsMuted"); }
    HRESULT STDMETHODCALLTYPE put_IsMuted(BOOL ) override { return NotInDouble("ICoreWebView2_8::put_IsMuted"); }
    HRESULT STDMETHODCALLTYPE add_IsDocumentPlayingAudioChanged(ICoreWebView2IsDocumentPlayingAudioChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDocumentPlayingAudioChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDocumentPlayingAudio(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsDocumentPlayingAudio"); }
    HRESULT STDMETHODCALLTYPE add_IsDefaultDownloadDialogOpenChanged(ICoreWebView2IsDefaultDownloadDialogOpenChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_9::add_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDefaultDownloadDialogOpenChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_9::remove_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDefaultDownloadDialogOpen(BOOL *) override { return NotInDouble("ICoreWebView2_9::get_IsDefaultDownloadDialogOpen"); }
    HRESULT STDMETHODCALLTYPE OpenDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::OpenDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE CloseDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::CloseDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogMargin(POINT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogMargin(POINT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE add_BasicAuthenticationRequested(ICoreWebView2BasicAuthenticationRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_10::add_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE remove_BasicAuthenticationRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_10::remove_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethodForSession(LPCWSTR , LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2_11::CallDevToolsProtocolMethodForSession"); }
    HRESULT STDMETHODCALLTYPE add_ContextMenuRequested(ICoreWebView2ContextMenuRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_11::add_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ContextMenuRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_11::remove_ContextMenuRequested"); }
};

struct ICoreWebView2_14Stub : ICoreWebView2_14
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE add_ClientCertificateRequested(ICoreWebView2ClientCertificateRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_5::add_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ClientCertificateRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_5::remove_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE OpenTaskManagerWindow() override { return NotInDouble("ICoreWebView2_6::OpenTaskManagerWindow"); }
    HRESULT STDMETHODCALLTYPE PrintToPdf(LPCWSTR , ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfCompletedHandler *) override { return NotInDouble("ICoreWebView2_7::PrintToPdf"); }
    HRESULT STDMETHODCALLTYPE add_IsMutedChanged(ICoreWebView2IsMutedChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsMutedChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsMuted(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsMuted"); }
    HRESULT STDMETHODCALLTYPE put_IsMuted(BOOL ) override { return NotInDouble("ICoreWebView2_8::put_IsMuted"); }
    HRESULT STDMETHODCALLTYPE add_IsDocumentPlayingAudioChanged(ICoreWebView2IsDocumentPlayingAudioChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDocumentPlayingAudioChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDocumentPlayingAudio(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsDocumentPlayingAudio"); }
    HRESULT STDMETHODCALLTYPE add_IsDefaultDownloadDialogOpenChanged(ICoreWebView2IsDefaultDownloadDialogOpenChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_9::add_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDefaultDownloadDialogOpenChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_9::remove_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDefaultDownloadDialogOpen(BOOL *) override { return NotInDouble("ICoreWebView2_9::get_IsDefaultDownloadDialogOpen"); }
    HRESULT STDMETHODCALLTYPE OpenDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::OpenDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE CloseDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::CloseDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogMargin(POINT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogMargin(POINT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE add_BasicAuthenticationRequested(ICoreWebView2BasicAuthenticationRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_10::add_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE remove_BasicAuthenticationRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_10::remove_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethodForSession(LPCWSTR , LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2_11::CallDevToolsProtocolMethodForSession"); }
    HRESULT STDMETHODCALLTYPE add_ContextMenuRequested(ICoreWebView2ContextMenuRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_11::add_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ContextMenuRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_11::remove_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE add_StatusBarTextChanged(ICoreWebView2StatusBarTextChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_12::add_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE remove_StatusBarTextChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_12::remove_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE get_StatusBarText(LPWSTR *) override { return NotInDouble("ICoreWebView2_12::get_StatusBarText"); }
    HRESULT STDMETHODCALLTYPE get_Profile(ICoreWebView2Profile **) override { return NotInDouble("ICoreWebView2_13::get_Profile"); }
    HRESULT STDMETHODCALLTYPE add_ServerCertificateErrorDetected(ICoreWebView2ServerCertificateErrorDetectedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_14::add_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE remove_ServerCertificateErrorDetected(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_14::remove_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE ClearServerCertificateErrorActions(ICoreWebView2ClearServerCertificateErrorActionsCompletedHandler *) override { return NotInDouble("ICoreWebView2_14::ClearServerCertificateErrorActions"); }
};

struct ICoreWebView2_18Stub : ICoreWebView2_18
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE add_ClientCertificateRequested(ICoreWebView2ClientCertificateRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_5::add_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ClientCertificateRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_5::remove_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE OpenTaskManagerWindow() override { return NotInDouble("ICoreWebView2_6::OpenTaskManagerWindow"); }
    HRESULT STDMETHODCALLTYPE PrintToPdf(LPCWSTR , ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfCompletedHandler *) override { return NotInDouble("ICoreWebView2_7::PrintToPdf"); }
    HRESULT STDMETHODCALLTYPE add_IsMutedChanged(ICoreWebView2IsMutedChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsMutedChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsMuted(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsMuted"); }
    HRESULT STDMETHODCALLTYPE put_IsMuted(BOOL ) override { return NotInDouble("ICoreWebView2_8::put_IsMuted"); }
    HRESULT STDMETHODCALLTYPE add_IsDocumentPlayingAudioChanged(ICoreWebView2IsDocumentPlayingAudioChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDocumentPlayingAudioChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDocumentPlayingAudio(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsDocumentPlayingAudio"); }
    HRESULT STDMETHODCALLTYPE add_IsDefaultDownloadDialogOpenChanged(ICoreWebView2IsDefaultDownloadDialogOpenChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_9::add_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDefaultDownloadDialogOpenChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_9::remove_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDefaultDownloadDialogOpen(BOOL *) override { return NotInDouble("ICoreWebView2_9::get_IsDefaultDownloadDialogOpen"); }
    HRESULT STDMETHODCALLTYPE OpenDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::OpenDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE CloseDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::CloseDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogMargin(POINT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogMargin(POINT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE add_BasicAuthenticationRequested(ICoreWebView2BasicAuthenticationRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_10::add_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE remove_BasicAuthenticationRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_10::remove_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethodForSession(LPCWSTR , LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2_11::CallDevToolsProtocolMethodForSession"); }
    HRESULT STDMETHODCALLTYPE add_ContextMenuRequested(ICoreWebView2ContextMenuRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_11::add_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ContextMenuRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_11::remove_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE add_StatusBarTextChanged(ICoreWebView2StatusBarTextChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_12::add_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE remove_StatusBarTextChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_12::remove_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE get_StatusBarText(LPWSTR *) override { return NotInDouble("ICoreWebView2_12::get_StatusBarText"); }
    HRESULT STDMETHODCALLTYPE get_Profile(ICoreWebView2Profile **) override { return NotInDouble("ICoreWebView2_13::get_Profile"); }
    HRESULT STDMETHODCALLTYPE add_ServerCertificateErrorDetected(ICoreWebView2ServerCertificateErrorDetectedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_14::add_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE remove_ServerCertificateErrorDetected(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_14::remove_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE ClearServerCertificateErrorActions(ICoreWebView2ClearServerCertificateErrorActionsCompletedHandler *) override { return NotInDouble("ICoreWebView2_14::ClearServerCertificateErrorActions"); }
    HRESULT STDMETHODCALLTYPE add_FaviconChanged(ICoreWebView2FaviconChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_15::add_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE remove_FaviconChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_15::remove_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE get_FaviconUri(LPWSTR *) override { return NotInDouble("ICoreWebView2_15::get_FaviconUri"); }
    HRESULT STDMETHODCALLTYPE GetFavicon(COREWEBVIEW2_FAVICON_IMAGE_FORMAT , ICoreWebView2GetFaviconCompletedHandler *) override { return NotInDouble("ICoreWebView2_15::GetFavicon"); }
    HRESULT STDMETHODCALLTYPE Print(ICoreWebView2PrintSettings *, ICoreWebView2PrintCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::Print"); }
    HRESULT STDMETHODCALLTYPE ShowPrintUI(COREWEBVIEW2_PRINT_DIALOG_KIND ) override { return NotInDouble("ICoreWebView2_16::ShowPrintUI"); }
    HRESULT STDMETHODCALLTYPE PrintToPdfStream(ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfStreamCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::PrintToPdfStream"); }
    HRESULT STDMETHODCALLTYPE PostSharedBufferToScript(ICoreWebView2SharedBuffer *, COREWEBVIEW2_SHARED_BUFFER_ACCESS , LPCWSTR ) override { return NotInDouble("ICoreWebView2_17::PostSharedBufferToScript"); }
    HRESULT STDMETHODCALLTYPE add_LaunchingExternalUriScheme(ICoreWebView2LaunchingExternalUriSchemeEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_18::add_LaunchingExternalUriScheme"); }
    HRESULT STDMETHODCALLTYPE remove_LaunchingExternalUriScheme(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_18::remove_LaunchingExternalUriScheme"); }
};

struct ICoreWebView2_21Stub : ICoreWebView2_21
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE add_ClientCertificateRequested(ICoreWebView2ClientCertificateRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_5::add_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ClientCertificateRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_5::remove_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE OpenTaskManagerWindow() override { return NotInDouble("ICoreWebView2_6::OpenTaskManagerWindow"); }
    HRESULT STDMETHODCALLTYPE PrintToPdf(LPCWSTR , ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfCompletedHandler *) override { return NotInDouble("ICoreWebView2_7::PrintToPdf"); }
    HRESULT STDMETHODCALLTYPE add_IsMutedChanged(ICoreWebView2IsMutedChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsMutedChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsMuted(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsMuted"); }
    HRESULT STDMETHODCALLTYPE put_IsMuted(BOOL ) override { return NotInDouble("ICoreWebView2_8::put_IsMuted"); }
    HRESULT STDMETHODCALLTYPE add_IsDocumentPlayingAudioChanged(ICoreWebView2IsDocumentPlayingAudioChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDocumentPlayingAudioChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDocumentPlayingAudio(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsDocumentPlayingAudio"); }
    HRESULT STDMETHODCALLTYPE add_IsDefaultDownloadDialogOpenChanged(ICoreWebView2IsDefaultDownloadDialogOpenChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_9::add_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDefaultDownloadDialogOpenChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_9::remove_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDefaultDownloadDialogOpen(BOOL *) override { return NotInDouble("ICoreWebView2_9::get_IsDefaultDownloadDialogOpen"); }
    HRESULT STDMETHODCALLTYPE OpenDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::OpenDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE CloseDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::CloseDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogMargin(POINT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogMargin(POINT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE add_BasicAuthenticationRequested(ICoreWebView2BasicAuthenticationRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_10::add_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE remove_BasicAuthenticationRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_10::remove_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethodForSession(LPCWSTR , LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2_11::CallDevToolsProtocolMethodForSession"); }
    HRESULT STDMETHODCALLTYPE add_ContextMenuRequested(ICoreWebView2ContextMenuRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_11::add_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ContextMenuRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_11::remove_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE add_StatusBarTextChanged(ICoreWebView2StatusBarTextChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_12::add_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE remove_StatusBarTextChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_12::remove_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE get_StatusBarText(LPWSTR *) override { return NotInDouble("ICoreWebView2_12::get_StatusBarText"); }
    HRESULT STDMETHODCALLTYPE get_Profile(ICoreWebView2Profile **) override { return NotInDouble("ICoreWebView2_13::get_Profile"); }
    HRESULT STDMETHODCALLTYPE add_ServerCertificateErrorDetected(ICoreWebView2ServerCertificateErrorDetectedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_14::add_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE remove_ServerCertificateErrorDetected(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_14::remove_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE ClearServerCertificateErrorActions(ICoreWebView2ClearServerCertificateErrorActionsCompletedHandler *) override { return NotInDouble("ICoreWebView2_14::ClearServerCertificateErrorActions"); }
    HRESULT STDMETHODCALLTYPE add_FaviconChanged(ICoreWebView2FaviconChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_15::add_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE remove_FaviconChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_15::remove_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE get_FaviconUri(LPWSTR *) override { return NotInDouble("ICoreWebView2_15::get_FaviconUri"); }
    HRESULT STDMETHODCALLTYPE GetFavicon(COREWEBVIEW2_FAVICON_IMAGE_FORMAT , ICoreWebView2GetFaviconCompletedHandler *) override { return NotInDouble("ICoreWebView2_15::GetFavicon"); }
    HRESULT STDMETHODCALLTYPE Print(ICoreWebView2PrintSettings *, ICoreWebView2PrintCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::Print"); }
    HRESULT STDMETHODCALLTYPE ShowPrintUI(COREWEBVIEW2_PRINT_DIALOG_KIND ) override { return NotInDouble("ICoreWebView2_16::ShowPrintUI"); }
    HRESULT STDMETHODCALLTYPE PrintToPdfStream(ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfStreamCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::PrintToPdfStream"); }
    HRESULT STDMETHODCALLTYPE PostSharedBufferToScript(ICoreWebView2SharedBuffer *, COREWEBVIEW2_SHARED_BUFFER_ACCESS , LPCWSTR ) override { return NotInDouble("ICoreWebView2_17::PostSharedBufferToScript"); }
    HRESULT STDMETHODCALLTYPE add_LaunchingExternalUriScheme(ICoreWebView2LaunchingExternalUriSchemeEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_18::add_LaunchingExternalUriScheme"); }
    HRESULT STDMETHODCALLTYPE remove_LaunchingExternalUriScheme(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_18::remove_LaunchingExternalUriScheme"); }
    HRESULT STDMETHODCALLTYPE get_MemoryUsageTargetLevel(COREWEBVIEW2_MEMORY_USAGE_TARGET_LEVEL *) override { return NotInDouble("ICoreWebView2_19::get_MemoryUsageTargetLevel"); }
    HRESULT STDMETHODCALLTYPE put_MemoryUsageTargetLevel(COREWEBVIEW2_MEMORY_USAGE_TARGET_LEVEL ) override { return NotInDouble("ICoreWebView2_19::put_MemoryUsageTargetLevel"); }
    HRESULT STDMETHODCALLTYPE get_FrameId(UINT32 *) override { return NotInDouble("ICoreWebView2_20::get_FrameId"); }
    HRESULT STDMETHODCALLTYPE ExecuteScriptWithResult(LPCWSTR , ICoreWebView2ExecuteScriptWithResultCompletedHandler *) override { return NotInDouble("ICoreWebView2_21::ExecuteScriptWithResult"); }
};

struct ICoreWebView2_27Stub : ICoreWebView2_27
{
    HRESULT STDMETHODCALLTYPE get_Settings(ICoreWebView2Settings **) override { return NotInDouble("ICoreWebView2::get_Settings"); }
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_Source"); }
    HRESULT STDMETHODCALLTYPE Navigate(LPCWSTR ) override { return NotInDouble("ICoreWebView2::Navigate"); }
    HRESULT STDMETHODCALLTYPE NavigateToString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::NavigateToString"); }
    HRESULT STDMETHODCALLTYPE add_NavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_ContentLoading(ICoreWebView2ContentLoadingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE remove_ContentLoading(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContentLoading"); }
    HRESULT STDMETHODCALLTYPE add_SourceChanged(ICoreWebView2SourceChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE remove_SourceChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_SourceChanged"); }
    HRESULT STDMETHODCALLTYPE add_HistoryChanged(ICoreWebView2HistoryChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE remove_HistoryChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_HistoryChanged"); }
    HRESULT STDMETHODCALLTYPE add_NavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_NavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationStarting(ICoreWebView2NavigationStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationStarting"); }
    HRESULT STDMETHODCALLTYPE add_FrameNavigationCompleted(ICoreWebView2NavigationCompletedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE remove_FrameNavigationCompleted(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_FrameNavigationCompleted"); }
    HRESULT STDMETHODCALLTYPE add_ScriptDialogOpening(ICoreWebView2ScriptDialogOpeningEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE remove_ScriptDialogOpening(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ScriptDialogOpening"); }
    HRESULT STDMETHODCALLTYPE add_PermissionRequested(ICoreWebView2PermissionRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE remove_PermissionRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_PermissionRequested"); }
    HRESULT STDMETHODCALLTYPE add_ProcessFailed(ICoreWebView2ProcessFailedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE remove_ProcessFailed(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ProcessFailed"); }
    HRESULT STDMETHODCALLTYPE AddScriptToExecuteOnDocumentCreated(LPCWSTR , ICoreWebView2AddScriptToExecuteOnDocumentCreatedCompletedHandler *) override { return NotInDouble("ICoreWebView2::AddScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE RemoveScriptToExecuteOnDocumentCreated(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveScriptToExecuteOnDocumentCreated"); }
    HRESULT STDMETHODCALLTYPE ExecuteScript(LPCWSTR , ICoreWebView2ExecuteScriptCompletedHandler *) override { return NotInDouble("ICoreWebView2::ExecuteScript"); }
    HRESULT STDMETHODCALLTYPE CapturePreview(COREWEBVIEW2_CAPTURE_PREVIEW_IMAGE_FORMAT , IStream *, ICoreWebView2CapturePreviewCompletedHandler *) override { return NotInDouble("ICoreWebView2::CapturePreview"); }
    HRESULT STDMETHODCALLTYPE Reload() override { return NotInDouble("ICoreWebView2::Reload"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJson(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsString(LPCWSTR ) override { return NotInDouble("ICoreWebView2::PostWebMessageAsString"); }
    HRESULT STDMETHODCALLTYPE add_WebMessageReceived(ICoreWebView2WebMessageReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebMessageReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebMessageReceived"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethod(LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2::CallDevToolsProtocolMethod"); }
    HRESULT STDMETHODCALLTYPE get_BrowserProcessId(UINT32 *) override { return NotInDouble("ICoreWebView2::get_BrowserProcessId"); }
    HRESULT STDMETHODCALLTYPE get_CanGoBack(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoBack"); }
    HRESULT STDMETHODCALLTYPE get_CanGoForward(BOOL *) override { return NotInDouble("ICoreWebView2::get_CanGoForward"); }
    HRESULT STDMETHODCALLTYPE GoBack() override { return NotInDouble("ICoreWebView2::GoBack"); }
    HRESULT STDMETHODCALLTYPE GoForward() override { return NotInDouble("ICoreWebView2::GoForward"); }
    HRESULT STDMETHODCALLTYPE GetDevToolsProtocolEventReceiver(LPCWSTR , ICoreWebView2DevToolsProtocolEventReceiver **) override { return NotInDouble("ICoreWebView2::GetDevToolsProtocolEventReceiver"); }
    HRESULT STDMETHODCALLTYPE Stop() override { return NotInDouble("ICoreWebView2::Stop"); }
    HRESULT STDMETHODCALLTYPE add_NewWindowRequested(ICoreWebView2NewWindowRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE remove_NewWindowRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_NewWindowRequested"); }
    HRESULT STDMETHODCALLTYPE add_DocumentTitleChanged(ICoreWebView2DocumentTitleChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE remove_DocumentTitleChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_DocumentTitleChanged"); }
    HRESULT STDMETHODCALLTYPE get_DocumentTitle(LPWSTR *) override { return NotInDouble("ICoreWebView2::get_DocumentTitle"); }
    HRESULT STDMETHODCALLTYPE AddHostObjectToScript(LPCWSTR , VARIANT *) override { return NotInDouble("ICoreWebView2::AddHostObjectToScript"); }
    HRESULT STDMETHODCALLTYPE RemoveHostObjectFromScript(LPCWSTR ) override { return NotInDouble("ICoreWebView2::RemoveHostObjectFromScript"); }
    HRESULT STDMETHODCALLTYPE OpenDevToolsWindow() override { return NotInDouble("ICoreWebView2::OpenDevToolsWindow"); }
    HRESULT STDMETHODCALLTYPE add_ContainsFullScreenElementChanged(ICoreWebView2ContainsFullScreenElementChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE remove_ContainsFullScreenElementChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_ContainsFullScreenElementChanged"); }
    HRESULT STDMETHODCALLTYPE get_ContainsFullScreenElement(BOOL *) override { return NotInDouble("ICoreWebView2::get_ContainsFullScreenElement"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceRequested(ICoreWebView2WebResourceRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WebResourceRequested"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::AddWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilter(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT ) override { return NotInDouble("ICoreWebView2::RemoveWebResourceRequestedFilter"); }
    HRESULT STDMETHODCALLTYPE add_WindowCloseRequested(ICoreWebView2WindowCloseRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2::add_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE remove_WindowCloseRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2::remove_WindowCloseRequested"); }
    HRESULT STDMETHODCALLTYPE add_WebResourceResponseReceived(ICoreWebView2WebResourceResponseReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE remove_WebResourceResponseReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_WebResourceResponseReceived"); }
    HRESULT STDMETHODCALLTYPE NavigateWithWebResourceRequest(ICoreWebView2WebResourceRequest *) override { return NotInDouble("ICoreWebView2_2::NavigateWithWebResourceRequest"); }
    HRESULT STDMETHODCALLTYPE add_DOMContentLoaded(ICoreWebView2DOMContentLoadedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_2::add_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE remove_DOMContentLoaded(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_2::remove_DOMContentLoaded"); }
    HRESULT STDMETHODCALLTYPE get_CookieManager(ICoreWebView2CookieManager **) override { return NotInDouble("ICoreWebView2_2::get_CookieManager"); }
    HRESULT STDMETHODCALLTYPE get_Environment(ICoreWebView2Environment **) override { return NotInDouble("ICoreWebView2_2::get_Environment"); }
    HRESULT STDMETHODCALLTYPE TrySuspend(ICoreWebView2TrySuspendCompletedHandler *) override { return NotInDouble("ICoreWebView2_3::TrySuspend"); }
    HRESULT STDMETHODCALLTYPE Resume() override { return NotInDouble("ICoreWebView2_3::Resume"); }
    HRESULT STDMETHODCALLTYPE get_IsSuspended(BOOL *) override { return NotInDouble("ICoreWebView2_3::get_IsSuspended"); }
    HRESULT STDMETHODCALLTYPE SetVirtualHostNameToFolderMapping(LPCWSTR , LPCWSTR , COREWEBVIEW2_HOST_RESOURCE_ACCESS_KIND ) override { return NotInDouble("ICoreWebView2_3::SetVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE ClearVirtualHostNameToFolderMapping(LPCWSTR ) override { return NotInDouble("ICoreWebView2_3::ClearVirtualHostNameToFolderMapping"); }
    HRESULT STDMETHODCALLTYPE add_FrameCreated(ICoreWebView2FrameCreatedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE remove_FrameCreated(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_FrameCreated"); }
    HRESULT STDMETHODCALLTYPE add_DownloadStarting(ICoreWebView2DownloadStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_4::add_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE remove_DownloadStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_4::remove_DownloadStarting"); }
    HRESULT STDMETHODCALLTYPE add_ClientCertificateRequested(ICoreWebView2ClientCertificateRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_5::add_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ClientCertificateRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_5::remove_ClientCertificateRequested"); }
    HRESULT STDMETHODCALLTYPE OpenTaskManagerWindow() override { return NotInDouble("ICoreWebView2_6::OpenTaskManagerWindow"); }
    HRESULT STDMETHODCALLTYPE PrintToPdf(LPCWSTR , ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfCompletedHandler *) override { return NotInDouble("ICoreWebView2_7::PrintToPdf"); }
    HRESULT STDMETHODCALLTYPE add_IsMutedChanged(ICoreWebView2IsMutedChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsMutedChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsMutedChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsMuted(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsMuted"); }
    HRESULT STDMETHODCALLTYPE put_IsMuted(BOOL ) override { return NotInDouble("ICoreWebView2_8::put_IsMuted"); }
    HRESULT STDMETHODCALLTYPE add_IsDocumentPlayingAudioChanged(ICoreWebView2IsDocumentPlayingAudioChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_8::add_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDocumentPlayingAudioChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_8::remove_IsDocumentPlayingAudioChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDocumentPlayingAudio(BOOL *) override { return NotInDouble("ICoreWebView2_8::get_IsDocumentPlayingAudio"); }
    HRESULT STDMETHODCALLTYPE add_IsDefaultDownloadDialogOpenChanged(ICoreWebView2IsDefaultDownloadDialogOpenChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_9::add_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE remove_IsDefaultDownloadDialogOpenChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_9::remove_IsDefaultDownloadDialogOpenChanged"); }
    HRESULT STDMETHODCALLTYPE get_IsDefaultDownloadDialogOpen(BOOL *) override { return NotInDouble("ICoreWebView2_9::get_IsDefaultDownloadDialogOpen"); }
    HRESULT STDMETHODCALLTYPE OpenDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::OpenDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE CloseDefaultDownloadDialog() override { return NotInDouble("ICoreWebView2_9::CloseDefaultDownloadDialog"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogCornerAlignment(COREWEBVIEW2_DEFAULT_DOWNLOAD_DIALOG_CORNER_ALIGNMENT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogCornerAlignment"); }
    HRESULT STDMETHODCALLTYPE get_DefaultDownloadDialogMargin(POINT *) override { return NotInDouble("ICoreWebView2_9::get_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE put_DefaultDownloadDialogMargin(POINT ) override { return NotInDouble("ICoreWebView2_9::put_DefaultDownloadDialogMargin"); }
    HRESULT STDMETHODCALLTYPE add_BasicAuthenticationRequested(ICoreWebView2BasicAuthenticationRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_10::add_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE remove_BasicAuthenticationRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_10::remove_BasicAuthenticationRequested"); }
    HRESULT STDMETHODCALLTYPE CallDevToolsProtocolMethodForSession(LPCWSTR , LPCWSTR , LPCWSTR , ICoreWebView2CallDevToolsProtocolMethodCompletedHandler *) override { return NotInDouble("ICoreWebView2_11::CallDevToolsProtocolMethodForSession"); }
    HRESULT STDMETHODCALLTYPE add_ContextMenuRequested(ICoreWebView2ContextMenuRequestedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_11::add_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE remove_ContextMenuRequested(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_11::remove_ContextMenuRequested"); }
    HRESULT STDMETHODCALLTYPE add_StatusBarTextChanged(ICoreWebView2StatusBarTextChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_12::add_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE remove_StatusBarTextChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_12::remove_StatusBarTextChanged"); }
    HRESULT STDMETHODCALLTYPE get_StatusBarText(LPWSTR *) override { return NotInDouble("ICoreWebView2_12::get_StatusBarText"); }
    HRESULT STDMETHODCALLTYPE get_Profile(ICoreWebView2Profile **) override { return NotInDouble("ICoreWebView2_13::get_Profile"); }
    HRESULT STDMETHODCALLTYPE add_ServerCertificateErrorDetected(ICoreWebView2ServerCertificateErrorDetectedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_14::add_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE remove_ServerCertificateErrorDetected(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_14::remove_ServerCertificateErrorDetected"); }
    HRESULT STDMETHODCALLTYPE ClearServerCertificateErrorActions(ICoreWebView2ClearServerCertificateErrorActionsCompletedHandler *) override { return NotInDouble("ICoreWebView2_14::ClearServerCertificateErrorActions"); }
    HRESULT STDMETHODCALLTYPE add_FaviconChanged(ICoreWebView2FaviconChangedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_15::add_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE remove_FaviconChanged(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_15::remove_FaviconChanged"); }
    HRESULT STDMETHODCALLTYPE get_FaviconUri(LPWSTR *) override { return NotInDouble("ICoreWebView2_15::get_FaviconUri"); }
    HRESULT STDMETHODCALLTYPE GetFavicon(COREWEBVIEW2_FAVICON_IMAGE_FORMAT , ICoreWebView2GetFaviconCompletedHandler *) override { return NotInDouble("ICoreWebView2_15::GetFavicon"); }
    HRESULT STDMETHODCALLTYPE Print(ICoreWebView2PrintSettings *, ICoreWebView2PrintCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::Print"); }
    HRESULT STDMETHODCALLTYPE ShowPrintUI(COREWEBVIEW2_PRINT_DIALOG_KIND ) override { return NotInDouble("ICoreWebView2_16::ShowPrintUI"); }
    HRESULT STDMETHODCALLTYPE PrintToPdfStream(ICoreWebView2PrintSettings *, ICoreWebView2PrintToPdfStreamCompletedHandler *) override { return NotInDouble("ICoreWebView2_16::PrintToPdfStream"); }
    HRESULT STDMETHODCALLTYPE PostSharedBufferToScript(ICoreWebView2SharedBuffer *, COREWEBVIEW2_SHARED_BUFFER_ACCESS , LPCWSTR ) override { return NotInDouble("ICoreWebView2_17::PostSharedBufferToScript"); }
    HRESULT STDMETHODCALLTYPE add_LaunchingExternalUriScheme(ICoreWebView2LaunchingExternalUriSchemeEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_18::add_LaunchingExternalUriScheme"); }
    HRESULT STDMETHODCALLTYPE remove_LaunchingExternalUriScheme(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_18::remove_LaunchingExternalUriScheme"); }
    HRESULT STDMETHODCALLTYPE get_MemoryUsageTargetLevel(COREWEBVIEW2_MEMORY_USAGE_TARGET_LEVEL *) override { return NotInDouble("ICoreWebView2_19::get_MemoryUsageTargetLevel"); }
    HRESULT STDMETHODCALLTYPE put_MemoryUsageTargetLevel(COREWEBVIEW2_MEMORY_USAGE_TARGET_LEVEL ) override { return NotInDouble("ICoreWebView2_19::put_MemoryUsageTargetLevel"); }
    HRESULT STDMETHODCALLTYPE get_FrameId(UINT32 *) override { return NotInDouble("ICoreWebView2_20::get_FrameId"); }
    HRESULT STDMETHODCALLTYPE ExecuteScriptWithResult(LPCWSTR , ICoreWebView2ExecuteScriptWithResultCompletedHandler *) override { return NotInDouble("ICoreWebView2_21::ExecuteScriptWithResult"); }
    HRESULT STDMETHODCALLTYPE AddWebResourceRequestedFilterWithRequestSourceKinds(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT , COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS ) override { return NotInDouble("ICoreWebView2_22::AddWebResourceRequestedFilterWithRequestSourceKinds"); }
    HRESULT STDMETHODCALLTYPE RemoveWebResourceRequestedFilterWithRequestSourceKinds(LPCWSTR , COREWEBVIEW2_WEB_RESOURCE_CONTEXT , COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS ) override { return NotInDouble("ICoreWebView2_22::RemoveWebResourceRequestedFilterWithRequestSourceKinds"); }
    HRESULT STDMETHODCALLTYPE PostWebMessageAsJsonWithAdditionalObjects(LPCWSTR , ICoreWebView2ObjectCollectionView *) override { return NotInDouble("ICoreWebView2_23::PostWebMessageAsJsonWithAdditionalObjects"); }
    HRESULT STDMETHODCALLTYPE add_NotificationReceived(ICoreWebView2NotificationReceivedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_24::add_NotificationReceived"); }
    HRESULT STDMETHODCALLTYPE remove_NotificationReceived(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_24::remove_NotificationReceived"); }
    HRESULT STDMETHODCALLTYPE add_SaveAsUIShowing(ICoreWebView2SaveAsUIShowingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_25::add_SaveAsUIShowing"); }
    HRESULT STDMETHODCALLTYPE remove_SaveAsUIShowing(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_25::remove_SaveAsUIShowing"); }
    HRESULT STDMETHODCALLTYPE ShowSaveAsUI(ICoreWebView2ShowSaveAsUICompletedHandler *) override { return NotInDouble("ICoreWebView2_25::ShowSaveAsUI"); }
    HRESULT STDMETHODCALLTYPE add_SaveFileSecurityCheckStarting(ICoreWebView2SaveFileSecurityCheckStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_26::add_SaveFileSecurityCheckStarting"); }
    HRESULT STDMETHODCALLTYPE remove_SaveFileSecurityCheckStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_26::remove_SaveFileSecurityCheckStarting"); }
    HRESULT STDMETHODCALLTYPE add_ScreenCaptureStarting(ICoreWebView2ScreenCaptureStartingEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2_27::add_ScreenCaptureStarting"); }
    HRESULT STDMETHODCALLTYPE remove_ScreenCaptureStarting(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2_27::remove_ScreenCaptureStarting"); }
};

struct ICoreWebView2SettingsStub : ICoreWebView2Settings
{
    HRESULT STDMETHODCALLTYPE get_IsScriptEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsScriptEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsWebMessageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsWebMessageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultScriptDialogsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsStatusBarEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDevToolsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultContextMenusEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreHostObjectsAllowed(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE get_IsZoomControlEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsBuiltInErrorPageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsBuiltInErrorPageEnabled"); }
};

struct ICoreWebView2Settings2Stub : ICoreWebView2Settings2
{
    HRESULT STDMETHODCALLTYPE get_IsScriptEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsScriptEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsWebMessageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsWebMessageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultScriptDialogsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsStatusBarEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDevToolsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultContextMenusEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreHostObjectsAllowed(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE get_IsZoomControlEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsBuiltInErrorPageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_UserAgent(LPWSTR *) override { return NotInDouble("ICoreWebView2Settings2::get_UserAgent"); }
    HRESULT STDMETHODCALLTYPE put_UserAgent(LPCWSTR ) override { return NotInDouble("ICoreWebView2Settings2::put_UserAgent"); }
};

struct ICoreWebView2Settings3Stub : ICoreWebView2Settings3
{
    HRESULT STDMETHODCALLTYPE get_IsScriptEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsScriptEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsWebMessageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsWebMessageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultScriptDialogsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsStatusBarEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDevToolsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultContextMenusEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreHostObjectsAllowed(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE get_IsZoomControlEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsBuiltInErrorPageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_UserAgent(LPWSTR *) override { return NotInDouble("ICoreWebView2Settings2::get_UserAgent"); }
    HRESULT STDMETHODCALLTYPE put_UserAgent(LPCWSTR ) override { return NotInDouble("ICoreWebView2Settings2::put_UserAgent"); }
    HRESULT STDMETHODCALLTYPE get_AreBrowserAcceleratorKeysEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings3::get_AreBrowserAcceleratorKeysEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreBrowserAcceleratorKeysEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings3::put_AreBrowserAcceleratorKeysEnabled"); }
};

struct ICoreWebView2Settings4Stub : ICoreWebView2Settings4
{
    HRESULT STDMETHODCALLTYPE get_IsScriptEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsScriptEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsWebMessageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsWebMessageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultScriptDialogsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsStatusBarEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDevToolsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultContextMenusEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreHostObjectsAllowed(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE get_IsZoomControlEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsBuiltInErrorPageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_UserAgent(LPWSTR *) override { return NotInDouble("ICoreWebView2Settings2::get_UserAgent"); }
    HRESULT STDMETHODCALLTYPE put_UserAgent(LPCWSTR ) override { return NotInDouble("ICoreWebView2Settings2::put_UserAgent"); }
    HRESULT STDMETHODCALLTYPE get_AreBrowserAcceleratorKeysEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings3::get_AreBrowserAcceleratorKeysEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreBrowserAcceleratorKeysEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings3::put_AreBrowserAcceleratorKeysEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsPasswordAutosaveEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings4::get_IsPasswordAutosaveEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsPasswordAutosaveEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings4::put_IsPasswordAutosaveEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsGeneralAutofillEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings4::get_IsGeneralAutofillEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsGeneralAutofillEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings4::put_IsGeneralAutofillEnabled"); }
};

struct ICoreWebView2Settings6Stub : ICoreWebView2Settings6
{
    HRESULT STDMETHODCALLTYPE get_IsScriptEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsScriptEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsScriptEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsWebMessageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsWebMessageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsWebMessageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultScriptDialogsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultScriptDialogsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultScriptDialogsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsStatusBarEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsStatusBarEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsStatusBarEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDevToolsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDevToolsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDevToolsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreDefaultContextMenusEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreDefaultContextMenusEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreDefaultContextMenusEnabled"); }
    HRESULT STDMETHODCALLTYPE get_AreHostObjectsAllowed(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE put_AreHostObjectsAllowed(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_AreHostObjectsAllowed"); }
    HRESULT STDMETHODCALLTYPE get_IsZoomControlEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsZoomControlEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsZoomControlEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsBuiltInErrorPageEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings::get_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsBuiltInErrorPageEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings::put_IsBuiltInErrorPageEnabled"); }
    HRESULT STDMETHODCALLTYPE get_UserAgent(LPWSTR *) override { return NotInDouble("ICoreWebView2Settings2::get_UserAgent"); }
    HRESULT STDMETHODCALLTYPE put_UserAgent(LPCWSTR ) override { return NotInDouble("ICoreWebView2Settings2::put_UserAgent"); }
    HRESULT STDMETHODCALLTYPE get_AreBrowserAcceleratorKeysEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings3::get_AreBrowserAcceleratorKeysEnabled"); }
    HRESULT STDMETHODCALLTYPE put_AreBrowserAcceleratorKeysEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings3::put_AreBrowserAcceleratorKeysEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsPasswordAutosaveEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings4::get_IsPasswordAutosaveEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsPasswordAutosaveEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings4::put_IsPasswordAutosaveEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsGeneralAutofillEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings4::get_IsGeneralAutofillEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsGeneralAutofillEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings4::put_IsGeneralAutofillEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsPinchZoomEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings5::get_IsPinchZoomEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsPinchZoomEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings5::put_IsPinchZoomEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsSwipeNavigationEnabled(BOOL *) override { return NotInDouble("ICoreWebView2Settings6::get_IsSwipeNavigationEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsSwipeNavigationEnabled(BOOL ) override { return NotInDouble("ICoreWebView2Settings6::put_IsSwipeNavigationEnabled"); }
};

struct ICoreWebView2WebMessageReceivedEventArgsStub : ICoreWebView2WebMessageReceivedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Source(LPWSTR *) override { return NotInDouble("ICoreWebView2WebMessageReceivedEventArgs::get_Source"); }
    HRESULT STDMETHODCALLTYPE get_WebMessageAsJson(LPWSTR *) override { return NotInDouble("ICoreWebView2WebMessageReceivedEventArgs::get_WebMessageAsJson"); }
    HRESULT STDMETHODCALLTYPE TryGetWebMessageAsString(LPWSTR *) override { return NotInDouble("ICoreWebView2WebMessageReceivedEventArgs::TryGetWebMessageAsString"); }
};

struct ICoreWebView2NavigationStartingEventArgsStub : ICoreWebView2NavigationStartingEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_Uri"); }
    HRESULT STDMETHODCALLTYPE get_IsUserInitiated(BOOL *) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_IsUserInitiated"); }
    HRESULT STDMETHODCALLTYPE get_IsRedirected(BOOL *) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_IsRedirected"); }
    HRESULT STDMETHODCALLTYPE get_RequestHeaders(ICoreWebView2HttpRequestHeaders **) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_RequestHeaders"); }
    HRESULT STDMETHODCALLTYPE get_Cancel(BOOL *) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_Cancel"); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL ) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::put_Cancel"); }
    HRESULT STDMETHODCALLTYPE get_NavigationId(UINT64 *) override { return NotInDouble("ICoreWebView2NavigationStartingEventArgs::get_NavigationId"); }
};

struct ICoreWebView2NavigationCompletedEventArgsStub : ICoreWebView2NavigationCompletedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_IsSuccess(BOOL *) override { return NotInDouble("ICoreWebView2NavigationCompletedEventArgs::get_IsSuccess"); }
    HRESULT STDMETHODCALLTYPE get_WebErrorStatus(COREWEBVIEW2_WEB_ERROR_STATUS *) override { return NotInDouble("ICoreWebView2NavigationCompletedEventArgs::get_WebErrorStatus"); }
    HRESULT STDMETHODCALLTYPE get_NavigationId(UINT64 *) override { return NotInDouble("ICoreWebView2NavigationCompletedEventArgs::get_NavigationId"); }
};

struct ICoreWebView2PermissionRequestedEventArgsStub : ICoreWebView2PermissionRequestedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::get_Uri"); }
    HRESULT STDMETHODCALLTYPE get_PermissionKind(COREWEBVIEW2_PERMISSION_KIND *) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::get_PermissionKind"); }
    HRESULT STDMETHODCALLTYPE get_IsUserInitiated(BOOL *) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::get_IsUserInitiated"); }
    HRESULT STDMETHODCALLTYPE get_State(COREWEBVIEW2_PERMISSION_STATE *) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::get_State"); }
    HRESULT STDMETHODCALLTYPE put_State(COREWEBVIEW2_PERMISSION_STATE ) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::put_State"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2PermissionRequestedEventArgs::GetDeferral"); }
};

struct ICoreWebView2NewWindowRequestedEventArgsStub : ICoreWebView2NewWindowRequestedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::get_Uri"); }
    HRESULT STDMETHODCALLTYPE put_NewWindow(ICoreWebView2 *) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::put_NewWindow"); }
    HRESULT STDMETHODCALLTYPE get_NewWindow(ICoreWebView2 **) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::get_NewWindow"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::put_Handled"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE get_IsUserInitiated(BOOL *) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::get_IsUserInitiated"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::GetDeferral"); }
    HRESULT STDMETHODCALLTYPE get_WindowFeatures(ICoreWebView2WindowFeatures **) override { return NotInDouble("ICoreWebView2NewWindowRequestedEventArgs::get_WindowFeatures"); }
};

struct ICoreWebView2ProcessFailedEventArgsStub : ICoreWebView2ProcessFailedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_ProcessFailedKind(COREWEBVIEW2_PROCESS_FAILED_KIND *) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs::get_ProcessFailedKind"); }
};

struct ICoreWebView2ProcessFailedEventArgs2Stub : ICoreWebView2ProcessFailedEventArgs2
{
    HRESULT STDMETHODCALLTYPE get_ProcessFailedKind(COREWEBVIEW2_PROCESS_FAILED_KIND *) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs::get_ProcessFailedKind"); }
    HRESULT STDMETHODCALLTYPE get_Reason(COREWEBVIEW2_PROCESS_FAILED_REASON *) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs2::get_Reason"); }
    HRESULT STDMETHODCALLTYPE get_ExitCode(int *) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs2::get_ExitCode"); }
    HRESULT STDMETHODCALLTYPE get_ProcessDescription(LPWSTR *) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs2::get_ProcessDescription"); }
    HRESULT STDMETHODCALLTYPE get_FrameInfosForFailedProcess(ICoreWebView2FrameInfoCollection **) override { return NotInDouble("ICoreWebView2ProcessFailedEventArgs2::get_FrameInfosForFailedProcess"); }
};

struct ICoreWebView2WebResourceRequestedEventArgsStub : ICoreWebView2WebResourceRequestedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Request(ICoreWebView2WebResourceRequest **) override { return NotInDouble("ICoreWebView2WebResourceRequestedEventArgs::get_Request"); }
    HRESULT STDMETHODCALLTYPE get_Response(ICoreWebView2WebResourceResponse **) override { return NotInDouble("ICoreWebView2WebResourceRequestedEventArgs::get_Response"); }
    HRESULT STDMETHODCALLTYPE put_Response(ICoreWebView2WebResourceResponse *) override { return NotInDouble("ICoreWebView2WebResourceRequestedEventArgs::put_Response"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2WebResourceRequestedEventArgs::GetDeferral"); }
    HRESULT STDMETHODCALLTYPE get_ResourceContext(COREWEBVIEW2_WEB_RESOURCE_CONTEXT *) override { return NotInDouble("ICoreWebView2WebResourceRequestedEventArgs::get_ResourceContext"); }
};

struct ICoreWebView2WebResourceRequestStub : ICoreWebView2WebResourceRequest
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2WebResourceRequest::get_Uri"); }
    HRESULT STDMETHODCALLTYPE put_Uri(LPCWSTR ) override { return NotInDouble("ICoreWebView2WebResourceRequest::put_Uri"); }
    HRESULT STDMETHODCALLTYPE get_Method(LPWSTR *) override { return NotInDouble("ICoreWebView2WebResourceRequest::get_Method"); }
    HRESULT STDMETHODCALLTYPE put_Method(LPCWSTR ) override { return NotInDouble("ICoreWebView2WebResourceRequest::put_Method"); }
    HRESULT STDMETHODCALLTYPE get_Content(IStream **) override { return NotInDouble("ICoreWebView2WebResourceRequest::get_Content"); }
    HRESULT STDMETHODCALLTYPE put_Content(IStream *) override { return NotInDouble("ICoreWebView2WebResourceRequest::put_Content"); }
    HRESULT STDMETHODCALLTYPE get_Headers(ICoreWebView2HttpRequestHeaders **) override { return NotInDouble("ICoreWebView2WebResourceRequest::get_Headers"); }
};

struct ICoreWebView2WebResourceResponseStub : ICoreWebView2WebResourceResponse
{
    HRESULT STDMETHODCALLTYPE get_Content(IStream **) override { return NotInDouble("ICoreWebView2WebResourceResponse::get_Content"); }
    HRESULT STDMETHODCALLTYPE put_Content(IStream *) override { return NotInDouble("ICoreWebView2WebResourceResponse::put_Content"); }
    HRESULT STDMETHODCALLTYPE get_Headers(ICoreWebView2HttpResponseHeaders **) override { return NotInDouble("ICoreWebView2WebResourceResponse::get_Headers"); }
    HRESULT STDMETHODCALLTYPE get_StatusCode(int *) override { return NotInDouble("ICoreWebView2WebResourceResponse::get_StatusCode"); }
    HRESULT STDMETHODCALLTYPE put_StatusCode(int ) override { return NotInDouble("ICoreWebView2WebResourceResponse::put_StatusCode"); }
    HRESULT STDMETHODCALLTYPE get_ReasonPhrase(LPWSTR *) override { return NotInDouble("ICoreWebView2WebResourceResponse::get_ReasonPhrase"); }
    HRESULT STDMETHODCALLTYPE put_ReasonPhrase(LPCWSTR ) override { return NotInDouble("ICoreWebView2WebResourceResponse::put_ReasonPhrase"); }
};

struct ICoreWebView2HttpRequestHeadersStub : ICoreWebView2HttpRequestHeaders
{
    HRESULT STDMETHODCALLTYPE GetHeader(LPCWSTR , LPWSTR *) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::GetHeader"); }
    HRESULT STDMETHODCALLTYPE GetHeaders(LPCWSTR , ICoreWebView2HttpHeadersCollectionIterator **) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::GetHeaders"); }
    HRESULT STDMETHODCALLTYPE Contains(LPCWSTR , BOOL *) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::Contains"); }
    HRESULT STDMETHODCALLTYPE SetHeader(LPCWSTR , LPCWSTR ) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::SetHeader"); }
    HRESULT STDMETHODCALLTYPE RemoveHeader(LPCWSTR ) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::RemoveHeader"); }
    HRESULT STDMETHODCALLTYPE GetIterator(ICoreWebView2HttpHeadersCollectionIterator **) override { return NotInDouble("ICoreWebView2HttpRequestHeaders::GetIterator"); }
};

struct ICoreWebView2DeferralStub : ICoreWebView2Deferral
{
    HRESULT STDMETHODCALLTYPE Complete() override { return NotInDouble("ICoreWebView2Deferral::Complete"); }
};

struct ICoreWebView2DownloadStartingEventArgsStub : ICoreWebView2DownloadStartingEventArgs
{
    HRESULT STDMETHODCALLTYPE get_DownloadOperation(ICoreWebView2DownloadOperation **) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::get_DownloadOperation"); }
    HRESULT STDMETHODCALLTYPE get_Cancel(BOOL *) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::get_Cancel"); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL ) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::put_Cancel"); }
    HRESULT STDMETHODCALLTYPE get_ResultFilePath(LPWSTR *) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::get_ResultFilePath"); }
    HRESULT STDMETHODCALLTYPE put_ResultFilePath(LPCWSTR ) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::put_ResultFilePath"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::put_Handled"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2DownloadStartingEventArgs::GetDeferral"); }
};

struct ICoreWebView2AcceleratorKeyPressedEventArgsStub : ICoreWebView2AcceleratorKeyPressedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_KeyEventKind(COREWEBVIEW2_KEY_EVENT_KIND *) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::get_KeyEventKind"); }
    HRESULT STDMETHODCALLTYPE get_VirtualKey(UINT *) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::get_VirtualKey"); }
    HRESULT STDMETHODCALLTYPE get_KeyEventLParam(INT *) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::get_KeyEventLParam"); }
    HRESULT STDMETHODCALLTYPE get_PhysicalKeyStatus(COREWEBVIEW2_PHYSICAL_KEY_STATUS *) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::get_PhysicalKeyStatus"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2AcceleratorKeyPressedEventArgs::put_Handled"); }
};

struct ICoreWebView2MoveFocusRequestedEventArgsStub : ICoreWebView2MoveFocusRequestedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Reason(COREWEBVIEW2_MOVE_FOCUS_REASON *) override { return NotInDouble("ICoreWebView2MoveFocusRequestedEventArgs::get_Reason"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2MoveFocusRequestedEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2MoveFocusRequestedEventArgs::put_Handled"); }
};

struct ICoreWebView2ExecuteScriptResultStub : ICoreWebView2ExecuteScriptResult
{
    HRESULT STDMETHODCALLTYPE get_Succeeded(BOOL *) override { return NotInDouble("ICoreWebView2ExecuteScriptResult::get_Succeeded"); }
    HRESULT STDMETHODCALLTYPE get_ResultAsJson(LPWSTR *) override { return NotInDouble("ICoreWebView2ExecuteScriptResult::get_ResultAsJson"); }
    HRESULT STDMETHODCALLTYPE TryGetResultAsString(LPWSTR *, BOOL *) override { return NotInDouble("ICoreWebView2ExecuteScriptResult::TryGetResultAsString"); }
    HRESULT STDMETHODCALLTYPE get_Exception(ICoreWebView2ScriptException **) override { return NotInDouble("ICoreWebView2ExecuteScriptResult::get_Exception"); }
};

struct ICoreWebView2ScriptExceptionStub : ICoreWebView2ScriptException
{
    HRESULT STDMETHODCALLTYPE get_LineNumber(UINT32 *) override { return NotInDouble("ICoreWebView2ScriptException::get_LineNumber"); }
    HRESULT STDMETHODCALLTYPE get_ColumnNumber(UINT32 *) override { return NotInDouble("ICoreWebView2ScriptException::get_ColumnNumber"); }
    HRESULT STDMETHODCALLTYPE get_Name(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptException::get_Name"); }
    HRESULT STDMETHODCALLTYPE get_Message(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptException::get_Message"); }
    HRESULT STDMETHODCALLTYPE get_ToJson(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptException::get_ToJson"); }
};

struct ICoreWebView2ScriptDialogOpeningEventArgsStub : ICoreWebView2ScriptDialogOpeningEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::get_Uri"); }
    HRESULT STDMETHODCALLTYPE get_Kind(COREWEBVIEW2_SCRIPT_DIALOG_KIND *) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::get_Kind"); }
    HRESULT STDMETHODCALLTYPE get_Message(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::get_Message"); }
    HRESULT STDMETHODCALLTYPE Accept() override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::Accept"); }
    HRESULT STDMETHODCALLTYPE get_DefaultText(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::get_DefaultText"); }
    HRESULT STDMETHODCALLTYPE get_ResultText(LPWSTR *) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::get_ResultText"); }
    HRESULT STDMETHODCALLTYPE put_ResultText(LPCWSTR ) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::put_ResultText"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2ScriptDialogOpeningEventArgs::GetDeferral"); }
};

struct ICoreWebView2ContextMenuRequestedEventArgsStub : ICoreWebView2ContextMenuRequestedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_MenuItems(ICoreWebView2ContextMenuItemCollection **) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::get_MenuItems"); }
    HRESULT STDMETHODCALLTYPE get_ContextMenuTarget(ICoreWebView2ContextMenuTarget **) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::get_ContextMenuTarget"); }
    HRESULT STDMETHODCALLTYPE get_Location(POINT *) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::get_Location"); }
    HRESULT STDMETHODCALLTYPE put_SelectedCommandId(INT32 ) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::put_SelectedCommandId"); }
    HRESULT STDMETHODCALLTYPE get_SelectedCommandId(INT32 *) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::get_SelectedCommandId"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::put_Handled"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2ContextMenuRequestedEventArgs::GetDeferral"); }
};

struct ICoreWebView2ContextMenuItemCollectionStub : ICoreWebView2ContextMenuItemCollection
{
    HRESULT STDMETHODCALLTYPE get_Count(UINT32 *) override { return NotInDouble("ICoreWebView2ContextMenuItemCollection::get_Count"); }
    HRESULT STDMETHODCALLTYPE GetValueAtIndex(UINT32 , ICoreWebView2ContextMenuItem **) override { return NotInDouble("ICoreWebView2ContextMenuItemCollection::GetValueAtIndex"); }
    HRESULT STDMETHODCALLTYPE RemoveValueAtIndex(UINT32 ) override { return NotInDouble("ICoreWebView2ContextMenuItemCollection::RemoveValueAtIndex"); }
    HRESULT STDMETHODCALLTYPE InsertValueAtIndex(UINT32 , ICoreWebView2ContextMenuItem *) override { return NotInDouble("ICoreWebView2ContextMenuItemCollection::InsertValueAtIndex"); }
};

struct ICoreWebView2ContextMenuItemStub : ICoreWebView2ContextMenuItem
{
    HRESULT STDMETHODCALLTYPE get_Name(LPWSTR *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_Name"); }
    HRESULT STDMETHODCALLTYPE get_Label(LPWSTR *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_Label"); }
    HRESULT STDMETHODCALLTYPE get_CommandId(INT32 *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_CommandId"); }
    HRESULT STDMETHODCALLTYPE get_ShortcutKeyDescription(LPWSTR *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_ShortcutKeyDescription"); }
    HRESULT STDMETHODCALLTYPE get_Icon(IStream **) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_Icon"); }
    HRESULT STDMETHODCALLTYPE get_Kind(COREWEBVIEW2_CONTEXT_MENU_ITEM_KIND *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_Kind"); }
    HRESULT STDMETHODCALLTYPE put_IsEnabled(BOOL ) override { return NotInDouble("ICoreWebView2ContextMenuItem::put_IsEnabled"); }
    HRESULT STDMETHODCALLTYPE get_IsEnabled(BOOL *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_IsEnabled"); }
    HRESULT STDMETHODCALLTYPE put_IsChecked(BOOL ) override { return NotInDouble("ICoreWebView2ContextMenuItem::put_IsChecked"); }
    HRESULT STDMETHODCALLTYPE get_IsChecked(BOOL *) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_IsChecked"); }
    HRESULT STDMETHODCALLTYPE get_Children(ICoreWebView2ContextMenuItemCollection **) override { return NotInDouble("ICoreWebView2ContextMenuItem::get_Children"); }
    HRESULT STDMETHODCALLTYPE add_CustomItemSelected(ICoreWebView2CustomItemSelectedEventHandler *, EventRegistrationToken *) override { return NotInDouble("ICoreWebView2ContextMenuItem::add_CustomItemSelected"); }
    HRESULT STDMETHODCALLTYPE remove_CustomItemSelected(EventRegistrationToken ) override { return NotInDouble("ICoreWebView2ContextMenuItem::remove_CustomItemSelected"); }
};

struct ICoreWebView2LaunchingExternalUriSchemeEventArgsStub : ICoreWebView2LaunchingExternalUriSchemeEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Uri(LPWSTR *) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::get_Uri"); }
    HRESULT STDMETHODCALLTYPE get_InitiatingOrigin(LPWSTR *) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::get_InitiatingOrigin"); }
    HRESULT STDMETHODCALLTYPE get_IsUserInitiated(BOOL *) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::get_IsUserInitiated"); }
    HRESULT STDMETHODCALLTYPE get_Cancel(BOOL *) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::get_Cancel"); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL ) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::put_Cancel"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2LaunchingExternalUriSchemeEventArgs::GetDeferral"); }
};

struct ICoreWebView2ServerCertificateErrorDetectedEventArgsStub : ICoreWebView2ServerCertificateErrorDetectedEventArgs
{
    HRESULT STDMETHODCALLTYPE get_ErrorStatus(COREWEBVIEW2_WEB_ERROR_STATUS *) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::get_ErrorStatus"); }
    HRESULT STDMETHODCALLTYPE get_RequestUri(LPWSTR *) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::get_RequestUri"); }
    HRESULT STDMETHODCALLTYPE get_ServerCertificate(ICoreWebView2Certificate **) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::get_ServerCertificate"); }
    HRESULT STDMETHODCALLTYPE get_Action(COREWEBVIEW2_SERVER_CERTIFICATE_ERROR_ACTION *) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::get_Action"); }
    HRESULT STDMETHODCALLTYPE put_Action(COREWEBVIEW2_SERVER_CERTIFICATE_ERROR_ACTION ) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::put_Action"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2ServerCertificateErrorDetectedEventArgs::GetDeferral"); }
};

struct ICoreWebView2ScreenCaptureStartingEventArgsStub : ICoreWebView2ScreenCaptureStartingEventArgs
{
    HRESULT STDMETHODCALLTYPE get_Cancel(BOOL *) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::get_Cancel"); }
    HRESULT STDMETHODCALLTYPE put_Cancel(BOOL ) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::put_Cancel"); }
    HRESULT STDMETHODCALLTYPE get_Handled(BOOL *) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::get_Handled"); }
    HRESULT STDMETHODCALLTYPE put_Handled(BOOL ) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::put_Handled"); }
    HRESULT STDMETHODCALLTYPE get_OriginalSourceFrameInfo(ICoreWebView2FrameInfo **) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::get_OriginalSourceFrameInfo"); }
    HRESULT STDMETHODCALLTYPE GetDeferral(ICoreWebView2Deferral **) override { return NotInDouble("ICoreWebView2ScreenCaptureStartingEventArgs::GetDeferral"); }
};
