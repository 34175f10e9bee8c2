using AuroraView.Engine;
using AuroraView.WebKit.Engine;

namespace AuroraView.PanelHost;

/// <summary>
/// What <c>auroraview-panelhost --check</c> says: whether a panel could be shown here, found out the way a panel finds out. One line for each need: its
/// name, <c>ok</c> or <c>missing</c>, and a text, with tabs between.
/// </summary>
internal static class SelfCheck
{
    /// <summary>Looks at everything, writes it to standard output, and gives the exit code.</summary>
    public static int Run()
    {
        bool engine = Try("engine", () =>
        {
            WebKitLibraries.Load();
            return $"WebKitGTK {WebKitLibraries.Version} ({WebKitLibraries.LibraryName})";
        });
        bool display = engine && Try("display", () =>
        {
            var watch = DisplayWatch.Begin(static silent => Tell("display", "missing", silent.Message));
            GtkLoop.Start(static () => { });
            watch.End();
            return Environment.GetEnvironmentVariable("DISPLAY") ?? "";
        });
        _ = display && Try("graphics", () =>
        {
            Graphics.Look();
            GraphicsInfo graphics = Graphics.Choose(Acceleration.Auto);
            return $"{(graphics.Accelerated ? "accelerated" : "not accelerated")}{(graphics.Renderer is { Length: > 0 } name ? $", GL is {name}" : "")}. {graphics.Why}";
        });
        return display ? 0 : 1;
    }

    private static bool Try(string name, Func<string> look)
    {
        try
        {
            Tell(name, "ok", look());
            return true;
        }
        catch (Exception missing) when (missing is BackendFailureException or DllNotFoundException)
        {
            string text = missing is BackendFailureException failure ? failure.Error.Message : missing.Message;
            Tell(name, "missing", text);
            return false;
        }
    }

    private static void Tell(string name, string state, string text)
    {
        Console.WriteLine($"{name}\t{state}\t{text.ReplaceLineEndings(" ")}");
        Console.Out.Flush();
    }
}
