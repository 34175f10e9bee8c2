using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using AuroraView.Threading;

namespace AuroraView.Siege;

/// <summary>One round: some panels, some besiegers with their steps, the end of everything, and what has to hold then.</summary>
internal sealed partial class Round(SiegeHost host, Unhandled unhandled, int seed, int number, Leftovers? before)
{
    private const int DescriptorLimit = 7;
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_stuck = TimeSpan.FromSeconds(200);
    private static readonly (string Name, int Weight, Action<Siege, SiegePanel> Run)[] s_steps = Steps.All;

    private readonly Random _plan = new(unchecked((seed * 1_000_003) + number));
    private readonly Ledger _ledger = new(host);

    public string Summary => $"{_ledger.Calls} calls, {host.Lateness}, {_ledger.Outcomes}";

    /// <returns>What is wrong, with the steps and a hang report; <see langword="null"/> where nothing is.</returns>
    public string? Run()
    {
        host.BeginRound();
        unhandled.Describe = Describe;
        // The last resort, where the main thread itself is stuck.
        using var watch = new Timer(
            _ =>
            {
                Console.WriteLine($"FAILED. {Describe("the round does not end")}");
                Environment.Exit(1);
            },
            null, s_stuck, Timeout.InfiniteTimeSpan);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var limit = TightenDescriptors();
        var siege = Open($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/");
        var ended = Besiege(siege);
        if (limit is { } was)
            SetLimit(DescriptorLimit, was);
        if (!ended || !Finish(siege))
            return Describe(_ledger.Problem ?? "the besiegers do not come back");
        silent.Stop();

        _ledger.JudgeTasks();
        foreach (var panel in siege.Panels)
        {
            if (panel.NotAsPromised is { } broken)
                _ledger.Wrong(broken);
        }

        foreach (var problem in unhandled.Take())
            _ledger.Wrong(problem);
        if (before?.WaitUntilGone(s_bound) is { } left)
            _ledger.Wrong(left);
        if (before is not null && host.CheckLateness() is { } late)
            _ledger.Wrong(late);
        return _ledger.Problem is { } first ? Describe(first) : null;
    }

    private Siege Open(string silentServer)
    {
        var panels = new List<SiegePanel>();
        for (var i = 1 + _plan.Next(3); i > 0; i--)
        {
            host.Timed("new WebView", () => panels.Add(new SiegePanel(panels.Count, host, _ledger, _plan)));
            var view = panels[^1].View;
            try
            {
                host.Timed("Show", view.Show);
            }
            catch (ShutdownInProgressException error)
            {
                // Without descriptors the engine cannot start: the caller is told, and the panel is closed.
                _ledger.Note($"panel {view.State}: {error.Message}");
            }
        }

        return new Siege(host, _ledger, panels, silentServer);
    }

    private bool Besiege(Siege siege)
    {
        var total = s_steps.Sum(step => step.Weight);
        var left = 2 + _plan.Next(2);
        var threads = new List<Thread>();
        for (var i = left; i > 0; i--)
        {
            var steps = Enumerable.Range(0, 5 + _plan.Next(10)).Select(_ => (Pause: _plan.Next(4) == 0 ? _plan.Next(300) : _plan.Next(20),
                Step: Choose(_plan.Next(total)), Panel: siege.Panels[_plan.Next(siege.Panels.Count)])).ToList();
            threads.Add(new Thread(() =>
            {
                foreach (var (pause, step, panel) in steps)
                {
                    // The pace is the plan's; nothing is expected to have happened.
                    Thread.Sleep(pause);
                    _ledger.Note($"{step.Name} ({panel.Number})");
                    try
                    {
                        step.Run(siege, panel);
                    }
                    catch (Exception error)
                    {
                        _ledger.Wrong($"{step.Name}: {error}");
                    }
                }

                Interlocked.Decrement(ref left);
            }) { IsBackground = true, Name = $"siege {i}" });
        }

        foreach (var thread in threads.ToArray())
        {
            try
            {
                thread.Start();
            }
            catch (OutOfMemoryException)
            {
                // The runtime's word for a system that gives no thread: the siege has one besieger fewer.
                _ledger.Note($"no thread for {thread.Name}");
                threads.Remove(thread);
                Interlocked.Decrement(ref left);
            }
        }

        return host.Tick(() => Volatile.Read(ref left) == 0, s_bound + host.Allowance) && threads.TrueForAll(static thread => thread.Join(s_bound));
    }

    // Half of the panels wait for their late handlers' answers before the close, half after it.
    private bool Finish(Siege siege)
    {
        var early = siege.Panels.Where(_ => _plan.Next(2) == 0).ToList();
        var onMain = siege.Panels.Where(_ => _plan.Next(3) == 0).ToList();
        var finisher = Task.Factory.StartNew(
            () =>
            {
                foreach (var panel in early)
                {
                    panel.Release();
                    siege.AskWhatIsOpen(panel);
                }

                foreach (var panel in siege.Panels)
                {
                    if (onMain.Contains(panel))
                        siege.Host.Do(() => siege.Close(panel, force: true));
                    else
                        siege.Close(panel, force: true);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var isClosed = host.Tick(() => finisher.IsCompleted && siege.Panels.All(panel => panel.View.State == ViewState.Closed), s_bound + host.Allowance);
        if (!isClosed)
            return false;
        finisher.GetAwaiter().GetResult();
        foreach (var panel in siege.Panels)
            panel.Release();
        // What was queued for main, late handlers and Closed among it, is run.
        host.Tick(() => _ledger.TasksEnded && siege.Panels.All(panel => panel.NotAsPromised is null), TimeSpan.FromSeconds(10) + host.Allowance);
        return true;
    }

    private string Describe(string problem) => string.Create(
        CultureInfo.InvariantCulture, $"Again: tests/siege/run.py --only cs --seed {seed} --round {Math.Max(number, 0)} --rounds 1\n{problem}\n-- the steps\n{_ledger.Log}\n-- hang report\n{HangReport.Take().ToJson()}");

    private static (string Name, int Weight, Action<Siege, SiegePanel> Run) Choose(int at)
    {
        foreach (var step in s_steps)
        {
            if ((at -= step.Weight) < 0)
                return step;
        }

        throw new InvalidOperationException("The weights do not add up.");
    }

    // In one round of six there are hardly any descriptors left.
    private Limit? TightenDescriptors()
    {
        if (_plan.Next(6) != 0 || before is null)
            return null;
        GetLimit(DescriptorLimit, out var was);
        var used = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        var tight = was with { Soft = (nuint)(used + _plan.Next(40)) };
        _ledger.Note($"descriptors limited to {tight.Soft}");
        SetLimit(DescriptorLimit, tight);
        return was;
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private record struct Limit(nuint Soft, nuint Hard);
}
