using AuroraView.Threading.Locking;
using AuroraView.Threading.Schedules.Scenarios;
using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AuroraView.Threading.Schedules;

/// <summary>What holds in every interleaving: each run checks all of the promises, each shape aims at some.</summary>
public class DispatchProperties
{
    [Fact]
    public void Dispatcher_AnyLoop_LosesRepeatsAndReordersNothing() =>
        Property.Holds(new ScenarioShape { MostHosts = 1, LoopKinds = [LoopKind.Prompt, LoopKind.Late, LoopKind.Explicit] }, 2000);

    [Fact]
    public void Dispatcher_WakesAreLost_KicksAgain() =>
        Property.Holds(new ScenarioShape { MostHosts = 2, LoopKinds = [LoopKind.Lossy] }, 2000);

    [Fact]
    public void Dispatcher_CallersCancel_TellsEachTheTruth() =>
        Property.Holds(new ScenarioShape { Tokens = true }, 2000);

    [Fact]
    public void Dispatcher_NestedLoops_PumpInCalls() =>
        Property.Holds(new ScenarioShape { Loops = true, MostHosts = 2, LoopKinds = [LoopKind.Prompt, LoopKind.Explicit, LoopKind.Late] }, 2000);

    [Fact]
    public void Dispatcher_ShutDown_AnswersEverybodyOnce() =>
        Property.Holds(new ScenarioShape { Shutdowns = true, Tokens = true }, 3000);

    [Fact]
    public void Waits_DispatchersCallEachOther_ServeNested() =>
        Property.Holds(new ScenarioShape { MostHosts = 3, MostDepth = 3, Limits = false }, 2000);

    [Fact]
    public void Waits_ThreadsWaitForThreads_ServeOrRefuse() =>
        Property.Holds(new ScenarioShape { MostHosts = 2, MostWorkers = 4, MostDepth = 3, Joins = true, Limits = false }, 3000);

    [Fact]
    public void Waits_PagesAsk_ServeOrRefuse() =>
        Property.Holds(new ScenarioShape { MostHosts = 2, MostPages = 2, MostDepth = 3, Limits = false }, 3000);

    [Fact]
    public void Waits_Everything_KeepsEveryPromise()
    {
        // A wait under an ordered lock breaks a rule; it is let through, so that the cycles come about.
        var mode = LockOrder.Mode;
        LockOrder.Mode = LockOrderMode.Report;
        try
        {
            Property.Holds(new ScenarioShape
            {
                MostHosts = 2,
                MostPages = 2,
                MostLocks = 2,
                Tokens = true,
                Joins = true,
                Shutdowns = true,
                LoopKinds = [LoopKind.Prompt, LoopKind.Explicit, LoopKind.Late],
            }, 3000);
        }
        finally
        {
            LockOrder.Mode = mode;
        }
    }
}
