using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Transport;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>
/// Chooses how pages are drawn. By way of a software GL it costs five to fifteen times the processor's own drawing.
/// </summary>
internal static unsafe class Graphics
{
    /// <summary>The program's argument that makes it say GL's renderer, and end.</summary>
    public const string Argument = "--renderer";

    private const int StderrToNull = 1 << 4;
    private const int LongestName = 1024;
    // From the start of the question, which is asked while GTK and the engine start.
    private const int MostMilliseconds = 2000;
    private static readonly string[] s_software = ["llvmpipe", "softpipe", "lavapipe", "swrast", "swiftshader", "software"];

    private static int s_answer = -1;
    private static long s_asked;
    private static string s_renderer = "";
    private static string s_unknown = "";

    /// <summary>Begins to look, once: asks GL in a process of its own, if there is a graphics card at all.</summary>
    public static void Look()
    {
        if (HasDevice())
            Ask([.. OwnCommand(), Argument]);
        else
            s_unknown = "there is no graphics device (/dev/dri, /dev/nvidiactl) that this user may open";
    }

    /// <summary>How to draw. Waits for GL's answer, two seconds at most.</summary>
    public static GraphicsInfo Choose(Acceleration wanted)
    {
        if (s_answer >= 0)
            Take();
        return Decide(wanted, s_renderer, s_unknown);
    }

    /// <summary>The rule.</summary>
    /// <param name="wanted">The panel's option.</param>
    /// <param name="renderer">GL's name for itself, or empty.</param>
    /// <param name="unknown">Why there is no name.</param>
    public static GraphicsInfo Decide(Acceleration wanted, string renderer, string unknown) => wanted switch
    {
        Acceleration.Always => new(true, renderer, "The panel asks for it."),
        Acceleration.Never => new(false, renderer, "The panel asks for it."),
        _ when renderer.Length == 0 => new(false, renderer, $"Drawn by the processor: {unknown}."),
        _ when Array.Exists(s_software, name => renderer.Contains(name, StringComparison.OrdinalIgnoreCase)) =>
            new(false, renderer, "GL is a software renderer here, and the processor draws faster without it."),
        _ => new(true, renderer, "GL draws with the graphics card."),
    };

    private static bool HasDevice()
    {
        const int readAndWrite = 6;
        if (Libc.Access("/dev/nvidiactl", readAndWrite) == 0)
            return true;
        try
        {
            return Directory.Exists("/dev/dri") && Array.Exists(Directory.GetFiles("/dev/dri", "renderD*"), device => Libc.Access(device, readAndWrite) == 0);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Starts the process whose output is GL's name for itself.</summary>
    internal static void Ask(string[] command)
    {
        s_asked = Environment.TickCount64;
        int output;
        GLib.Error* error;
        using var words = new NativeStrings(command);
        // It goes with this process's group, and GLib reaps it.
        if (GLib.Spawn(null, words.Pointers, null, StderrToNull, 0, 0, null, null, &output, null, &error) != 0)
            s_answer = output;
        else
            s_unknown = "GL could not be asked: " + GObjects.Take(error);
    }

    private static void Take()
    {
        byte* text = stackalloc byte[LongestName];
        int length = 0;
        bool ended = false;
        while (!ended && length < LongestName)
        {
            var entry = new Libc.PollEntry { Descriptor = s_answer, Wanted = Libc.POLLIN };
            int left = (int)Math.Max(0, s_asked + MostMilliseconds - Environment.TickCount64);
            if (Libc.Poll(&entry, 1, left) <= 0)
                break;
            nint read = Libc.Read(s_answer, text + length, LongestName - length);
            ended = read <= 0;
            length += (int)Math.Max(0, read);
        }
        Libc.Close(s_answer);
        s_answer = -1;
        s_renderer = ended ? Encoding.UTF8.GetString(text, length) : "";
        s_unknown = ended ? "GL does not work on this display" : "GL did not say within two seconds what it draws with";
    }

    // This process's own command line up to our arguments: it may begin with the system's loader.
    private static IEnumerable<string> OwnCommand() => File.ReadAllText("/proc/self/cmdline").Split('\0').TakeWhile(word => word is not ("--parent" or "--check" or ""));
}
