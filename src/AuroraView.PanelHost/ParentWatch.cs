using AuroraView.Engine.Transport;

namespace AuroraView.PanelHost;

/// <summary>
/// Ends this process soon after the host is gone, even when the GTK thread is stuck, and even when a forked copy of the host
/// still holds the other end of the channel. Sleeps until then.
/// </summary>
internal static unsafe class ParentWatch
{
    private const int Grace = 300;

    /// <summary>Begins to watch, on a thread of its own.</summary>
    /// <param name="channel">The descriptor of a socket that the host closes when it needs no view any more.</param>
    /// <param name="parent">The host's process id.</param>
    public static void Begin(int channel, int parent)
    {
        int process = Libc.GetParentProcessId() == parent ? Libc.OpenProcess(parent) : -1;
        new Thread(() => Watch(channel, process)) { IsBackground = true, Name = "parent watch" }.Start();
    }

    // Calls of the system alone, which throw nothing.
    private static void Watch(int channel, int process)
    {
        Libc.PollEntry* entries = stackalloc Libc.PollEntry[2];
        entries[0] = new() { Descriptor = channel, Wanted = Libc.POLLRDHUP };
        entries[1] = new() { Descriptor = process, Wanted = Libc.POLLIN };
        while (entries[0].Happened == 0 && entries[1].Happened == 0)
            Libc.Poll(entries, 2, -1);
        // The loop sees the same and ends in order; if it does not, this does.
        Libc.Poll(null, 0, Grace);
        WebProcesses.End();
        Libc.ExitNow(1);
    }
}
