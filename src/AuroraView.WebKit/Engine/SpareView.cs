using AuroraView.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.Engine;

/// <summary>One of the engine's views that is ready before a panel needs it: its page process runs already. On the GTK thread.</summary>
internal static unsafe class SpareView
{
    private static Made? s_made;

    /// <summary>Makes it.</summary>
    /// <param name="start">How the panels are made that will be asked for.</param>
    /// <param name="onTaken">Called when a panel takes it.</param>
    /// <returns>Whether it was made; <see langword="false"/> if there is one already.</returns>
    /// <exception cref="BackendFailureException">The data folder cannot be used.</exception>
    public static bool Make(BackendStart start, Action onTaken)
    {
        if (s_made is not null)
            return false;
        bool accelerated = Graphics.Choose(start.Acceleration).Accelerated;
        nint content = Native.WebKit.NewContent();
        nint settings = Native.WebKit.NewSettings();
        ViewSettings.Apply(settings, start, accelerated);
        nint view = GObjects.New(Native.WebKit.ViewType(),
            ("web-context", EngineContext.Get(start.DataFolder)), ("user-content-manager", content), ("settings", settings));
        s_made = new Made(view, content, settings, accelerated, onTaken);
        // The first script starts the page's process. A load would, too, but it would be one more load to tell from the panel's.
        byte* script = stackalloc byte[] { (byte)'0', 0 };
        if (WebKitLibraries.HasEvaluate)
            Native.WebKit.Evaluate(view, script, 1, null, null, 0, null, 0);
        else
            Native.WebKit.Run(view, script, 0, null, 0);
        return true;
    }

    /// <summary>Gives it to a panel, if it fits. The caller owns both then.</summary>
    public static bool TryTake(BackendStart start, bool accelerated, out nint view, out nint content)
    {
        (view, content) = (0, 0);
        if (s_made is not { } made || made.Accelerated != accelerated)
            return false;
        s_made = null;
        (view, content) = (made.View, made.Content);
        ViewSettings.Apply(made.Settings, start, accelerated);
        GLib.Unref(made.Settings);
        made.OnTaken();
        return true;
    }

    private sealed record Made(nint View, nint Content, nint Settings, bool Accelerated, Action OnTaken);
}
