using System.Runtime.InteropServices;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>
/// Asks GL what it draws with, the way the engine will. In a short-lived process of its own: a driver may take long, crash, or load half a compiler.
/// </summary>
internal static unsafe partial class GlRenderer
{
    // The driver may hang: the system then ends this process.
    private const uint MostSeconds = 10;
    private const string Library = "libEGL.so.1";
    private const int X11Platform = 0x31D5;
    private const int EsApi = 0x30A0;
    private const int SurfaceType = 0x3033;
    private const int PixelBuffer = 0x0001;
    private const int RenderableType = 0x3040;
    private const int Es2 = 0x0004;
    private const int ClientVersion = 0x3098;
    private const int Width = 0x3057;
    private const int Height = 0x3056;
    private const int None = 0x3038;
    private const uint RendererName = 0x1F01;

    /// <summary>Writes the renderer's name to standard output; nothing if there is none.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Print()
    {
        Alarm(MostSeconds);
        try
        {
            Console.Out.Write(Find());
            return 0;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            Console.Error.WriteLine(missing.Message);
            return 1;
        }
    }

    private static string Find()
    {
        nint x = X11.OpenDisplay(null);
        if (x == 0)
            return "";
        nint display = GetPlatformDisplay(X11Platform, x, 0);
        if (display == 0 || Initialize(display, 0, 0) == 0 || BindApi(EsApi) == 0)
            return "";
        int* wanted = stackalloc int[] { SurfaceType, PixelBuffer, RenderableType, Es2, None };
        nint config;
        int count;
        if (ChooseConfig(display, wanted, &config, 1, &count) == 0 || count == 0)
            return "";
        int* size = stackalloc int[] { Width, 1, Height, 1, None };
        int* version = stackalloc int[] { ClientVersion, 2, None };
        nint surface = CreateBuffer(display, config, size);
        nint context = CreateContext(display, config, 0, version);
        if (MakeCurrent(display, surface, surface, context) == 0)
            return "";
        var getString = (delegate* unmanaged<uint, byte*>)GetProcedure("glGetString");
        return getString is null ? "" : GObjects.Text(getString(RendererName)).ReplaceLineEndings(" ");
    }

    [LibraryImport("libc.so.6", EntryPoint = "alarm")]
    private static partial uint Alarm(uint seconds);

    [LibraryImport(Library, EntryPoint = "eglGetPlatformDisplay")]
    private static partial nint GetPlatformDisplay(int platform, nint native, nint attributes);

    [LibraryImport(Library, EntryPoint = "eglInitialize")]
    private static partial int Initialize(nint display, nint major, nint minor);

    [LibraryImport(Library, EntryPoint = "eglBindAPI")]
    private static partial int BindApi(int api);

    [LibraryImport(Library, EntryPoint = "eglChooseConfig")]
    private static partial int ChooseConfig(nint display, int* attributes, nint* config, int most, int* count);

    [LibraryImport(Library, EntryPoint = "eglCreatePbufferSurface")]
    private static partial nint CreateBuffer(nint display, nint config, int* attributes);

    [LibraryImport(Library, EntryPoint = "eglCreateContext")]
    private static partial nint CreateContext(nint display, nint config, nint shared, int* attributes);

    [LibraryImport(Library, EntryPoint = "eglMakeCurrent")]
    private static partial int MakeCurrent(nint display, nint draw, nint read, nint context);

    [LibraryImport(Library, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetProcedure(string name);
}
