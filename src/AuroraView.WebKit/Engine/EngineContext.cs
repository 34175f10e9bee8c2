using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Transport;
using AuroraView.WebKit.Native;
using AuroraView.WebKit.Pages;

namespace AuroraView.WebKit.Engine;

/// <summary>
/// The engine's context of this process: its storage, its network process, the own scheme. All views share it; what the engine asks of the context is
/// answered by the view that is meant.
/// </summary>
internal static unsafe class EngineContext
{
    private const int SqliteCookies = 1;
    private const string LockName = ".auroraview-lock";

    // A panel host whose host has just ended may still be on its way out.
    private const int LockBound = 2000;
    private const int Pause = 20;
    private static readonly Dictionary<nint, WebKitView> s_owners = [];
    private static nint s_context;
    private static FileStream? s_lock;

    /// <summary>The context, made with the first view's data folder.</summary>
    /// <exception cref="BackendFailureException">The folder cannot be used.</exception>
    public static nint Get(string? dataFolder)
    {
        if (s_context != 0)
            return s_context;
        if (dataFolder is not null)
            s_lock = Take(dataFolder);
        nint data = dataFolder is null
            ? Native.WebKit.NewEphemeralData()
            : GObjects.New(Native.WebKit.DataType(), ("base-data-directory", Path.Combine(dataFolder, "data")), ("base-cache-directory", Path.Combine(dataFolder, "cache")));
        Native.WebKit.SetTrackingPrevention(data, 0);
        s_context = Native.WebKit.NewContext(data);
        if (dataFolder is not null)
            Native.WebKit.PersistCookies(Native.WebKit.GetCookies(data), Path.Combine(dataFolder, "cookies.sqlite"), SqliteCookies);
        Languages.Apply(s_context);
        AppScheme.Register(s_context);
        PagePolicy.ConnectContext(s_context);
        return s_context;
    }

    /// <summary>The view that answers for one of the engine's, which may be a window that its page opened; <see langword="null"/> once it is closed.</summary>
    public static WebKitView? OwnerOf(nint view) => s_owners.GetValueOrDefault(view);

    /// <summary>Says who answers for one of the engine's views, until that is destroyed.</summary>
    public static void SetOwner(nint view, WebKitView owner)
    {
        s_owners[view] = owner;
        GLib.WatchEnd(view, &OnViewGone, 0);
    }

    /// <summary>A view is closed: it and the windows that its page opened are answered for no more.</summary>
    public static void Forget(WebKitView owner)
    {
        foreach (nint view in s_owners.Where(pair => pair.Value == owner).Select(pair => pair.Key).ToArray())
            s_owners.Remove(view);
    }

    // Two engine contexts in one folder lose what the other stores. The system gives the lock back however the process ends.
    private static FileStream Take(string folder)
    {
        string file = Path.Combine(folder, LockName);
        long deadline = Environment.TickCount64 + LockBound;
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                var taken = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                taken.SetLength(0);
                taken.Write(System.Text.Encoding.ASCII.GetBytes(Libc.GetParentProcessId().ToString(System.Globalization.CultureInfo.InvariantCulture)));
                return taken;
            }
            catch (IOException) when (IsTaken(file) && Environment.TickCount64 < deadline)
            {
                Libc.Poll(null, 0, Pause);
            }
            catch (IOException) when (IsTaken(file))
            {
                throw new BackendFailureException("DataFolder",
                    $"The data folder '{folder}' is used by another application (process {Holder(file)}), and two at once would lose what the other stores. " +
                    "Close its panels, or give this panel another folder.");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new BackendFailureException("DataFolder",
                    $"The data folder '{folder}' cannot be written to: {Why(error)}. Give one that this user can write to, or none: the panel then keeps nothing.");
            }
        }
    }

    // This program carries no texts of the runtime.
    private static string Why(Exception error) =>
        error is UnauthorizedAccessException ? "permission is denied" : Marshal.GetPInvokeErrorMessage(error.HResult);

    private static bool IsTaken(string file)
    {
        try
        {
            using var look = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error is IOException and not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(file);
        }
    }

    // Not by a stream, which would ask for a lock too.
    private static string Holder(string file)
    {
        const int longest = 20;
        int descriptor = Libc.Open(file, Libc.O_CLOEXEC);
        if (descriptor < 0)
            return "unknown";
        byte* text = stackalloc byte[longest];
        nint length = Libc.Read(descriptor, text, longest);
        Libc.Close(descriptor);
        return length > 0 ? System.Text.Encoding.ASCII.GetString(text, (int)length) : "unknown";
    }

    [UnmanagedCallersOnly]
    private static void OnViewGone(nint data, nint view)
    {
        try
        {
            s_owners.Remove(view);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }
}
