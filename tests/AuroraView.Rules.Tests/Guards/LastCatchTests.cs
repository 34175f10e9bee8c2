using System.Diagnostics;
using System.Runtime.InteropServices;
using AuroraView.Rules.Tests.Il;
using Xunit;

namespace AuroraView.Rules.Tests.Guards;

/// <summary>
/// No exception ends the host's process: threads, timers and pool work are started by Background, which has the last catch; reports go to the host's trace listeners through
/// Log; a callback from native code has a last catch of its own.
/// </summary>
public class LastCatchTests
{
    private const string Guard = "The guard itself.";
    private const string ChannelDrain = "Its body is DrainOrEnd, which has the last catch: the room cannot see Background.";
    private const string SystemFunction = "A function of the system, which throws nothing.";

    private static readonly (UnguardedUse Use, string Why)[] s_starts =
    [
        (new("AuroraView.Threading", "Background.Create", "Thread..ctor"), Guard),
        (new("AuroraView.Threading", "Background.Run", "ThreadPool.UnsafeQueueUserWorkItem"), Guard),
        (new("AuroraView.Threading", "TimerBody..ctor", "TimeProvider.CreateTimer"), Guard),
        (new("AuroraView.Threading", "GuardedTimer.Change", "TimeProvider.CreateTimer"), "Passes on what Background, or a wait, asked for."),
        (new("AuroraView.Threading", "Deadline.Park", "TimeProvider.CreateTimer"), "Its body is one Unpark, which throws nothing and calls nothing foreign."),
        (new("AuroraView.Engine", "ChannelWriter.BeginDraining", "Thread..ctor"), ChannelDrain),
        (new("AuroraView.Engine", "ChannelWriter.BeginDraining", "ThreadPool.UnsafeQueueUserWorkItem"), ChannelDrain),
        (new("AuroraView.WebKit", "Snapshots.Done", "ThreadPool.UnsafeQueueUserWorkItem"), "Its body is CompressOrFail, which has the last catch."),
        (new("auroraview-panelhost", "HostChannel.GoodbyeInBackground", "Thread..ctor"), "Its body is GoodbyeAndEnd, which has the last catch."),
        (new("auroraview-panelhost", "ParentWatch.Begin", "Thread..ctor"), "Its body makes calls of the system alone, which throw nothing."),
        (new("auroraview-panelhost", "DisplayWatch.Begin", "Thread..ctor"), "Its body is Watch, which has the last catch."),
    ];

    private static readonly (UnguardedUse Use, string Why)[] s_callbacks =
    [
        (new("AuroraView.Threading", "MainThreadWindow.OnMessage", "Win32.DefWindowProcW"), SystemFunction),
        (new("AuroraView.WebView2", "HostFrame.OnMessage", "Win32.DefWindowProcW"), SystemFunction),
        (new("AuroraView.WebView2", "ParentGuard.OnEvent", "User32.CallNextHookEx"), SystemFunction),
        (new("AuroraView.WebView2", "ScriptDialog.OnForeground", "User32.SetWindowPos"), SystemFunction),
        (new("AuroraView.WebView2", "ViewWindow.OnMessage", "Win32.DefWindowProcW"), SystemFunction),
        (new("libauroraview", "DispatchExports.Pump", "LastError.get_Current"), "Reads a field of the thread."),
        (new("libauroraview", "DispatchExports.PumpUntil", "<>c__DisplayClass12_0..ctor"), "The closure, which the compiler makes before the try."),
        (new("libauroraview", "SessionExports.Free", "NativeText.Free"), "Gives memory back; throws nothing."),
    ];

    [Fact]
    public void Product_ThreadsTimersAndPoolWork_AreStartedByBackground() => OnlyListed(
        LastCatchScan.Starts(ProductAssembly.Names), s_starts,
        "starts a thread, a timer or pool work whose exception would end the host's process. Use Background.Start, Run, Timer or Create.");

    [Fact]
    public void Product_Reports_GoThroughLog() => OnlyListed(
        LastCatchScan.Traces(ProductAssembly.Names).Where(use => use.By != "Log.Write").ToList(), [],
        "traces directly. A trace listener is the host's code and may throw: use Log.");

    [Fact]
    public void Product_NativeCallbacks_HaveALastCatch() => OnlyListed(
        LastCatchScan.Callbacks(ProductAssembly.Names), s_callbacks,
        "calls something outside of a catch of Exception, in a callback from native code: an exception there ends the process, the host's or the panel host's with all its views.");

    // The scan itself is not blind.
    [Fact]
    public void Scan_Mistakes_AreFound()
    {
        string[] here = [typeof(LastCatchTests).Assembly.GetName().Name!];
        var starts = LastCatchScan.Starts(here).Select(use => use.By).ToList();
        Assert.Contains($"{nameof(Mistakes)}.{nameof(Mistakes.StartsAThread)}", starts);
        Assert.Contains($"{nameof(Mistakes)}.{nameof(Mistakes.StartsATimer)}", starts);
        Assert.Contains($"{nameof(Mistakes)}.{nameof(Mistakes.QueuesWork)}", starts);
        Assert.Contains(LastCatchScan.Traces(here), use => use.By == $"{nameof(Mistakes)}.{nameof(Mistakes.Traces)}");
        var callbacks = LastCatchScan.Callbacks(here).Select(use => use.By).ToList();
        Assert.Equal([$"{nameof(Mistakes)}.{nameof(Mistakes.CatchesNothing)}", $"{nameof(Mistakes)}.{nameof(Mistakes.CatchesTooLittle)}"], callbacks.Order(StringComparer.Ordinal));
    }

    private static void OnlyListed(IReadOnlyList<UnguardedUse> found, (UnguardedUse Use, string Why)[] list, string otherwise)
    {
        var unlisted = found.Except(list.Select(allowed => allowed.Use)).ToList();
        Assert.True(unlisted.Count == 0, $"{string.Join('\n', unlisted)}\n{otherwise}");
        var stale = list.Select(allowed => allowed.Use).Except(found).ToList();
        Assert.True(stale.Count == 0, $"{string.Join('\n', stale)}\nis on the list and not in the code any more: take it off.");
    }

    internal static class Mistakes
    {
        internal static void StartsAThread() => new Thread(static () => { }).Start();

        internal static object StartsATimer() => new Timer(static _ => { });

        internal static void QueuesWork() => ThreadPool.QueueUserWorkItem(static _ => { });

        internal static void Traces() => Trace.WriteLine("x");

        [UnmanagedCallersOnly]
        internal static void CatchesNothing() => GC.KeepAlive(null);

        [UnmanagedCallersOnly]
        internal static void CatchesTooLittle()
        {
            try
            {
                GC.KeepAlive(null);
            }
            catch (InvalidOperationException)
            {
            }
        }

        [UnmanagedCallersOnly]
        internal static int CatchesAll()
        {
            try
            {
                GC.KeepAlive(null);
                return 0;
            }
            catch (Exception error)
            {
                GC.KeepAlive(error);
                return 1;
            }
        }
    }
}
