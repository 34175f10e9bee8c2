using System.Globalization;
using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>A panel under the scheduler, by one seed.</summary>
internal abstract class ViewRun
{
    private const int Runs = 3000;
    private readonly int _seed;

    protected ViewRun(int seed, bool trace)
    {
        _seed = seed;
        Scheduler = new Scheduler(seed) { KeepTrace = trace, Describe = () => $"AURORAVIEW_SEED={seed}" };
    }

    protected Scheduler Scheduler { get; }

    /// <summary>Checks runs of many seeds; with <c>AURORAVIEW_SEED</c> that one, with its trace.</summary>
    internal static void Hold(Func<int, bool, ViewRun> make)
    {
        if (Environment.GetEnvironmentVariable("AURORAVIEW_SEED") is { } replay)
        {
            make(int.Parse(replay, CultureInfo.InvariantCulture), true).Check();
            return;
        }

        var runs = Environment.GetEnvironmentVariable("AURORAVIEW_RUNS") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : Runs;
        for (var seed = 1; seed <= runs; seed++)
            make(seed, false).Check();
    }

    /// <summary>Adds the threads that do something.</summary>
    /// <returns>The panel.</returns>
    protected abstract WebView Prepare();

    /// <summary>What is wrong when all is over, or <see langword="null"/>.</summary>
    protected abstract string? Verdict();

    private void Check()
    {
        var view = Prepare();
        Scheduler.RunAll();
        WaitParties.Pages.Remove(view.Core.Party);
        if ((Scheduler.Failure ?? Verdict()) is { } failure)
            Assert.Fail($"AURORAVIEW_SEED={_seed}: {failure}{Environment.NewLine}{string.Join(Environment.NewLine, Scheduler.Trace)}");
    }
}
