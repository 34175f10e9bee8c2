using System.Runtime.InteropServices;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Pages;

/// <summary>The origin <c>auroraview://app</c>, as the engine asks for it.</summary>
internal static unsafe class AppScheme
{
    /// <summary>Registers the scheme with a context. Each request is answered by the view that asks.</summary>
    public static void Register(nint context)
    {
        nint security = Native.WebKit.GetSecurity(context);
        Native.WebKit.MarkSecure(security, AppPages.Scheme);
        Native.WebKit.MarkCorsEnabled(security, AppPages.Scheme);
        Native.WebKit.RegisterScheme(context, AppPages.Scheme, &OnRequest, 0, 0);
    }

    private static void Answer(nint request, AppPages pages)
    {
        string uri = GObjects.Text(Native.WebKit.GetRequestUri(request));
        string path = AppPages.PathOf(uri);
        if (TryAnswer(request, pages, path, out string problem) || (pages.DocumentOf(path) is { } document && TryAnswer(request, pages, document, out problem)))
            return;
        AnswerBytes(request, AppPages.Refusal(uri, problem), 404, AppPages.RefusalType);
    }

    private static bool TryAnswer(nint request, AppPages pages, string path, out string problem)
    {
        problem = "";
        if (pages.HtmlAt(path) is { } html)
        {
            AnswerBytes(request, html, 200, AppPages.HtmlType);
            return true;
        }
        if (pages.Folder is null)
        {
            problem = AppPages.NoFolder;
            return false;
        }
        string name = AppPages.FileAt(path);
        int descriptor = new AssetFolder(pages.Folder).Open(name, out long length, out problem);
        if (descriptor < 0)
            return false;
        AnswerStream(request, GLib.NewDescriptorStream(descriptor, 1), length, 200, MediaTypes.Of(name));
        return true;
    }

    private static void AnswerBytes(nint request, byte[] bytes, uint status, string type)
    {
        nint held;
        fixed (byte* start = bytes)
            held = GLib.NewBytes(start, (nuint)bytes.Length);
        nint stream = GLib.NewMemoryStream(held);
        GLib.UnrefBytes(held);
        AnswerStream(request, stream, bytes.Length, status, type);
    }

    private static void AnswerStream(nint request, nint stream, long length, uint status, string type)
    {
        if (WebKitLibraries.HasSchemeResponse)
        {
            nint response = Native.WebKit.NewResponse(stream, length);
            Native.WebKit.SetStatus(response, status, null);
            Native.WebKit.SetContentType(response, type);
            Native.WebKit.SetHeaders(response, Headers(type));
            Native.WebKit.FinishRequestWith(request, response);
            GLib.Unref(response);
        }
        else if (status == 200)
        {
            Native.WebKit.FinishRequest(request, stream, length, type);
        }
        else
        {
            GLib.Error* error = GLib.NewError(GLib.Quark("auroraview"), (int)status, "not found");
            Native.WebKit.FinishRequestError(request, error);
            GLib.FreeError(error);
        }
        GLib.Unref(stream);
    }

    // Scripts that fetch look at the headers, not at what the engine was told.
    private static nint Headers(string type)
    {
        const int response = 1;
        nint headers = Native.WebKit.NewHeaders(response);
        Native.WebKit.AppendHeader(headers, "Content-Type", type);
        Native.WebKit.AppendHeader(headers, "X-Content-Type-Options", "nosniff");
        Native.WebKit.AppendHeader(headers, "Cache-Control", "no-cache");
        return headers;
    }

    [UnmanagedCallersOnly]
    private static void OnRequest(nint request, nint data)
    {
        try
        {
            if (EngineContext.OwnerOf(Native.WebKit.GetRequestView(request)) is { } owner)
                Answer(request, owner.Pages);
            else
                AnswerBytes(request, "The view that asks is closed."u8.ToArray(), 404, AppPages.RefusalType);
        }
        catch (Exception error)
        {
            AnswerFailure(request, error);
        }
    }

    private static void AnswerFailure(nint request, Exception error) =>
        LastCatch.Report(error, () => AnswerBytes(request, "The file could not be served."u8.ToArray(), 500, AppPages.RefusalType));
}
