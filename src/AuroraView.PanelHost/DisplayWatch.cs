using AuroraView.Engine;
using AuroraView.Engine.Transport;

namespace AuroraView.PanelHost;

/// <summary>
/// Ends the wait for an X server that takes the connection and never answers: Xlib would wait without a limit, on the thread that everything else
/// of this process needs.
/// </summary>
internal sealed class DisplayWatch
{
    private const int Bound = 20_000;
    private int _isOver;

    /// <summary>Begins to watch, on a thread of its own.</summary>
    /// <param name="onSilent">Tells what has happened, on that thread. The process ends next.</param>
    public static DisplayWatch Begin(Action<BackendError> onSilent)
    {
        var watch = new DisplayWatch();
        new Thread(() => watch.Watch(onSilent)) { IsBackground = true, Name = "display watch" }.Start();
        return watch;
    }

    /// <summary>The display is there, or is known not to be.</summary>
    public void End() => Interlocked.Exchange(ref _isOver, 1);

    private void Watch(Action<BackendError> onSilent)
    {
        _ = Poll();
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
            return;
        try
        {
            onSilent(new BackendError("NoDisplay",
                $"The X server at '{Environment.GetEnvironmentVariable("DISPLAY")}' accepts connections and has not answered for {Bound / 1000} s. "
                + "Is it stopped, or is DISPLAY's port another program's?"));
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
        }

        Libc.ExitNow(1);
    }

    private static unsafe int Poll() => Libc.Poll(null, 0, Bound);
}
