using AuroraView.Engine.Transport;
using AuroraView.Threading.Locking;

namespace AuroraView.Backends.PanelHost;

/// <summary>Sees a panel host and the engine's processes out: reaped, none left, within a bound.</summary>
internal sealed unsafe class PanelHostEnding(PanelHostProcess process, PanelHostOutput output, OrderedLock gate)
{
    // The engine's storage process writes the last cookies and storage out while it ends by itself.
    private const int OrderlyBound = 1500;
    private const int KilledBound = 2000;
    private const int Pause = 10;

    /// <summary>Waits for the end of all of them, or brings it about.</summary>
    /// <param name="orderly">Whether the panel host said goodbye, so that they may take a moment.</param>
    /// <returns>How the panel host ended.</returns>
    public string Finish(bool orderly)
    {
        if (orderly)
            WaitForSilence(OrderlyBound);
        using (gate.Enter())
            process.KillGroup();
        WaitForSilence(orderly ? Pause : KilledBound / 8);
        long deadline = Environment.TickCount64 + KilledBound;
        while (true)
        {
            using (gate.Enter())
            {
                if (process.TryReap(out string how))
                    return how;
            }
            if (Environment.TickCount64 > deadline)
                return "it did not end although it was killed";
            WaitForEnd();
        }
    }

    /// <summary>Lets a moment pass on a thread that has nothing else to do.</summary>
    public static void PauseFor(int milliseconds) => Libc.Poll(null, 0, milliseconds);

    // All of them hold the write end of the output: its end says that the last one is gone.
    private void WaitForSilence(int bound)
    {
        long deadline = Environment.TickCount64 + bound;
        while (output.Descriptor >= 0)
        {
            int left = (int)(deadline - Environment.TickCount64);
            if (left <= 0)
                return;
            var entry = new Libc.PollEntry { Descriptor = output.Descriptor, Wanted = Libc.POLLIN };
            if (Libc.Poll(&entry, 1, left) > 0)
                output.Read();
        }
    }

    private void WaitForEnd()
    {
        var entry = new Libc.PollEntry { Descriptor = process.Descriptor, Wanted = Libc.POLLIN };
        Libc.Poll(&entry, 1, process.Descriptor >= 0 ? KilledBound : Pause);
    }
}
