using System.Runtime.InteropServices;

namespace AuroraView.WebKit.Native;

/// <summary>
/// WebKitGTK. The library's name is a stand-in: <see cref="Engine.WebKitLibraries"/> resolves it to the API version found.
/// </summary>
internal static unsafe partial class WebKit
{
    /// <summary>The stand-in for WebKitGTK's library.</summary>
    public const string Library = "auroraview-webkit";

    /// <summary>The stand-in for its JavaScriptCore library.</summary>
    public const string ScriptLibrary = "auroraview-jsc";

    /// <summary>The stand-in for the HTTP library that it uses.</summary>
    public const string SoupLibrary = "auroraview-soup";

    // Types and construction.
    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_type")]
    public static partial nuint ViewType();

    [LibraryImport(Library, EntryPoint = "webkit_website_data_manager_get_type")]
    public static partial nuint DataType();

    [LibraryImport(Library, EntryPoint = "webkit_website_data_manager_new_ephemeral")]
    public static partial nint NewEphemeralData();

    [LibraryImport(Library, EntryPoint = "webkit_website_data_manager_set_itp_enabled")]
    public static partial void SetTrackingPrevention(nint data, int enabled);

    [LibraryImport(Library, EntryPoint = "webkit_website_data_manager_get_cookie_manager")]
    public static partial nint GetCookies(nint data);

    [LibraryImport(Library, EntryPoint = "webkit_cookie_manager_set_persistent_storage", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void PersistCookies(nint cookies, string file, int storage);

    [LibraryImport(Library, EntryPoint = "webkit_web_context_new_with_website_data_manager")]
    public static partial nint NewContext(nint data);

    [LibraryImport(Library, EntryPoint = "webkit_web_context_get_security_manager")]
    public static partial nint GetSecurity(nint context);

    [LibraryImport(Library, EntryPoint = "webkit_security_manager_register_uri_scheme_as_secure", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void MarkSecure(nint security, string scheme);

    [LibraryImport(Library, EntryPoint = "webkit_security_manager_register_uri_scheme_as_cors_enabled", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void MarkCorsEnabled(nint security, string scheme);

    [LibraryImport(Library, EntryPoint = "webkit_web_context_set_preferred_languages")]
    public static partial void SetLanguages(nint context, byte** languages);

    [LibraryImport(Library, EntryPoint = "webkit_web_context_register_uri_scheme", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void RegisterScheme(nint context, string scheme, delegate* unmanaged<nint, nint, void> callback, nint data, nint notify);

    [LibraryImport(Library, EntryPoint = "webkit_user_content_manager_new")]
    public static partial nint NewContent();

    [LibraryImport(Library, EntryPoint = "webkit_user_content_manager_add_script")]
    public static partial void AddScript(nint content, nint script);

    [LibraryImport(Library, EntryPoint = "webkit_user_content_manager_register_script_message_handler", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int RegisterHandler(nint content, string name);

    [LibraryImport(Library, EntryPoint = "webkit_user_script_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewScript(string source, int frames, int time, nint allow, nint block);

    [LibraryImport(Library, EntryPoint = "webkit_user_script_unref")]
    public static partial void UnrefScript(nint script);

    // Settings.
    [LibraryImport(Library, EntryPoint = "webkit_settings_new")]
    public static partial nint NewSettings();

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_enable_page_cache")]
    public static partial void SetPageCache(nint settings, int on);

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_enable_developer_extras")]
    public static partial void SetDeveloperExtras(nint settings, int on);

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_allow_file_access_from_file_urls")]
    public static partial void SetFileAccess(nint settings, int on);

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_javascript_can_open_windows_automatically")]
    public static partial void SetOpensWindows(nint settings, int on);

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_user_agent", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetUserAgent(nint settings, string agent);

    [LibraryImport(Library, EntryPoint = "webkit_settings_set_hardware_acceleration_policy")]
    public static partial void SetAcceleration(nint settings, int policy);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_background_color")]
    public static partial void GetBackground(nint view, Gtk.Rgba* color);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_set_background_color")]
    public static partial void SetBackground(nint view, Gtk.Rgba* color);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_set_zoom_level")]
    public static partial void SetZoom(nint view, double level);

    // Loading.
    [LibraryImport(Library, EntryPoint = "webkit_web_view_load_uri", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void LoadUri(nint view, string uri);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_uri")]
    public static partial byte* GetUri(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_title")]
    public static partial byte* GetTitle(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_reload")]
    public static partial void Reload(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_reload_bypass_cache")]
    public static partial void ReloadBypassCache(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_stop_loading")]
    public static partial void Stop(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_go_back")]
    public static partial void GoBack(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_go_forward")]
    public static partial void GoForward(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_can_go_back")]
    public static partial int CanGoBack(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_can_go_forward")]
    public static partial int CanGoForward(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_terminate_web_process")]
    public static partial void TerminateProcess(nint view);

    // Scripts.
    [LibraryImport(Library, EntryPoint = "webkit_web_view_evaluate_javascript")]
    public static partial void Evaluate(nint view, byte* script, nint length, byte* world, byte* source, nint cancellable, delegate* unmanaged<nint, nint, nint, void> callback, nint data);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_evaluate_javascript_finish")]
    public static partial nint FinishEvaluate(nint view, nint result, GLib.Error** error);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_run_javascript")]
    public static partial void Run(nint view, byte* script, nint cancellable, delegate* unmanaged<nint, nint, nint, void> callback, nint data);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_run_javascript_finish")]
    public static partial nint FinishRun(nint view, nint result, GLib.Error** error);

    [LibraryImport(Library, EntryPoint = "webkit_javascript_result_get_js_value")]
    public static partial nint GetValue(nint result);

    [LibraryImport(Library, EntryPoint = "webkit_javascript_result_unref")]
    public static partial void UnrefResult(nint result);

    [LibraryImport(ScriptLibrary, EntryPoint = "jsc_value_is_string")]
    public static partial int IsString(nint value);

    [LibraryImport(ScriptLibrary, EntryPoint = "jsc_value_to_string_as_bytes")]
    public static partial nint ToBytes(nint value);

    // Pictures.
    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_snapshot")]
    public static partial void Snapshot(nint view, int region, int options, nint cancellable, delegate* unmanaged<nint, nint, nint, void> callback, nint data);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_snapshot_finish")]
    public static partial nint FinishSnapshot(nint view, nint result, GLib.Error** error);

    // The scheme.
    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_get_path")]
    public static partial byte* GetRequestPath(nint request);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_get_web_view")]
    public static partial nint GetRequestView(nint request);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_get_uri")]
    public static partial byte* GetRequestUri(nint request);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_finish", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void FinishRequest(nint request, nint stream, long length, string type);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_finish_error")]
    public static partial void FinishRequestError(nint request, GLib.Error* error);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_response_new")]
    public static partial nint NewResponse(nint stream, long length);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_response_set_status", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetStatus(nint response, uint status, string? reason);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_response_set_content_type", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetContentType(nint response, string type);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_response_set_http_headers")]
    public static partial void SetHeaders(nint response, nint headers);

    [LibraryImport(SoupLibrary, EntryPoint = "soup_message_headers_new")]
    public static partial nint NewHeaders(int type);

    [LibraryImport(SoupLibrary, EntryPoint = "soup_message_headers_append", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AppendHeader(nint headers, string name, string value);

    [LibraryImport(Library, EntryPoint = "webkit_uri_scheme_request_finish_with_response")]
    public static partial void FinishRequestWith(nint request, nint response);

    // What pages ask for.
    [LibraryImport(Library, EntryPoint = "webkit_policy_decision_ignore")]
    public static partial void Ignore(nint decision);

    [LibraryImport(Library, EntryPoint = "webkit_policy_decision_download")]
    public static partial void Download(nint decision);

    [LibraryImport(Library, EntryPoint = "webkit_navigation_policy_decision_get_navigation_action")]
    public static partial nint GetAction(nint decision);

    [LibraryImport(Library, EntryPoint = "webkit_navigation_action_get_navigation_type")]
    public static partial int GetNavigationType(nint action);

    [LibraryImport(Library, EntryPoint = "webkit_navigation_action_get_request")]
    public static partial nint GetRequest(nint action);

    [LibraryImport(Library, EntryPoint = "webkit_response_policy_decision_get_request")]
    public static partial nint GetResponseRequest(nint decision);

    [LibraryImport(Library, EntryPoint = "webkit_download_get_request")]
    public static partial nint GetDownloadRequest(nint download);

    [LibraryImport(Library, EntryPoint = "webkit_uri_request_get_uri")]
    public static partial byte* GetRequestedUri(nint request);

    [LibraryImport(Library, EntryPoint = "webkit_response_policy_decision_is_mime_type_supported")]
    public static partial int IsSupported(nint decision);

    [LibraryImport(Library, EntryPoint = "webkit_permission_request_deny")]
    public static partial void Deny(nint request);

    [LibraryImport(Library, EntryPoint = "webkit_download_get_web_view")]
    public static partial nint GetDownloadView(nint download);

    [LibraryImport(Library, EntryPoint = "webkit_download_cancel")]
    public static partial void CancelDownload(nint download);

    [LibraryImport(Library, EntryPoint = "webkit_script_dialog_get_dialog_type")]
    public static partial int GetDialogType(nint dialog);

    [LibraryImport(Library, EntryPoint = "webkit_script_dialog_ref")]
    public static partial nint RefDialog(nint dialog);

    [LibraryImport(Library, EntryPoint = "webkit_script_dialog_unref")]
    public static partial void UnrefDialog(nint dialog);

    [LibraryImport(Library, EntryPoint = "webkit_script_dialog_close")]
    public static partial void CloseDialog(nint dialog);

    [LibraryImport(Library, EntryPoint = "webkit_script_dialog_confirm_set_confirmed")]
    public static partial void Confirm(nint dialog, int confirmed);

    [LibraryImport(Library, EntryPoint = "webkit_context_menu_get_items")]
    public static partial GLib.ListNode* GetMenuItems(nint menu);

    [LibraryImport(Library, EntryPoint = "webkit_context_menu_item_get_stock_action")]
    public static partial int GetStockAction(nint item);

    [LibraryImport(Library, EntryPoint = "webkit_context_menu_remove")]
    public static partial void RemoveMenuItem(nint menu, nint item);

    [LibraryImport(Library, EntryPoint = "webkit_context_menu_get_n_items")]
    public static partial uint CountMenuItems(nint menu);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_context")]
    public static partial nint GetContext(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_view_get_inspector")]
    public static partial nint GetInspector(nint view);

    [LibraryImport(Library, EntryPoint = "webkit_web_inspector_show")]
    public static partial void ShowInspector(nint inspector);

    // Versions.
    [LibraryImport(Library, EntryPoint = "webkit_get_major_version")]
    public static partial uint Major();

    [LibraryImport(Library, EntryPoint = "webkit_get_minor_version")]
    public static partial uint Minor();

    [LibraryImport(Library, EntryPoint = "webkit_get_micro_version")]
    public static partial uint Micro();
}
