using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using AuroraView.Engine.Pages;

namespace AuroraView.WebView2.Interop;

/// <summary>What an environment is made with: the own scheme. Equal for all views of a process, since a browser process is shared only by equal options.</summary>
[GeneratedComClass]
internal sealed unsafe partial class EnvironmentOptions : ICoreWebView2EnvironmentOptions, ICoreWebView2EnvironmentOptions4
{
    // The version of the runtime that this package's interfaces were made for at the least.
    private const string OldestRuntime = "86.0.616.0";

    private readonly SchemeRegistration _scheme = new();

    public int get_AdditionalBrowserArguments(out nint value) => Give("", out value);

    public int put_AdditionalBrowserArguments(nint value) => HResult.NotImplemented;

    public int get_Language(out nint value) => Give("", out value);

    public int put_Language(nint value) => HResult.NotImplemented;

    public int get_TargetCompatibleBrowserVersion(out nint value) => Give(OldestRuntime, out value);

    public int put_TargetCompatibleBrowserVersion(nint value) => HResult.NotImplemented;

    public int get_AllowSingleSignOnUsingOSPrimaryAccount(out int allow)
    {
        allow = 0;
        return HResult.Ok;
    }

    public int put_AllowSingleSignOnUsingOSPrimaryAccount(int allow) => HResult.NotImplemented;

    // The caller frees the array and releases what is in it.
    public int GetCustomSchemeRegistrations(out uint count, nint schemeRegistrations)
    {
        var registration = ComObjects.PointerTo<ICoreWebView2CustomSchemeRegistration>(_scheme);
        var list = (nint*)Marshal.AllocCoTaskMem(sizeof(nint));
        list[0] = registration;
        *(nint**)schemeRegistrations = list;
        count = 1;
        return HResult.Ok;
    }

    public int SetCustomSchemeRegistrations(uint count, nint schemeRegistrations) => HResult.NotImplemented;

    /// <summary>Text that the caller frees.</summary>
    internal static int Give(string text, out nint value)
    {
        value = Marshal.StringToCoTaskMemUni(text);
        return HResult.Ok;
    }
}

/// <summary>The scheme <c>auroraview</c>: secure, with a host name, usable by its own pages alone.</summary>
[GeneratedComClass]
internal sealed partial class SchemeRegistration : ICoreWebView2CustomSchemeRegistration
{
    public int get_SchemeName(out nint schemeName) => EnvironmentOptions.Give(AppPages.Scheme, out schemeName);

    public int get_TreatAsSecure(out int treatAsSecure)
    {
        treatAsSecure = 1;
        return HResult.Ok;
    }

    public int put_TreatAsSecure(int value) => HResult.NotImplemented;

    public int GetAllowedOrigins(out uint allowedOriginsCount, out nint allowedOrigins)
    {
        allowedOriginsCount = 0;
        allowedOrigins = 0;
        return HResult.Ok;
    }

    public int SetAllowedOrigins(uint allowedOriginsCount, nint allowedOrigins) => HResult.NotImplemented;

    public int get_HasAuthorityComponent(out int hasAuthorityComponent)
    {
        hasAuthorityComponent = 1;
        return HResult.Ok;
    }

    public int put_HasAuthorityComponent(int hasAuthorityComponent) => HResult.NotImplemented;
}
