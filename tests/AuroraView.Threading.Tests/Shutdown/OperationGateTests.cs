using AuroraView.Threading.Shutdown;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Shutdown;

public class OperationGateTests
{
    [Fact]
    public void OperationGate_Shut_RefusesAndDrains()
    {
        var gate = new OperationGate("the panel");
        Assert.True(gate.TryBegin());
        Assert.Equal(GateState.Open, gate.State);
        Assert.True(gate.Shutdown());
        Assert.False(gate.Shutdown());
        Assert.Equal(GateState.Draining, gate.State);
        Assert.False(gate.TryBegin());
        Assert.Contains("the panel", Assert.Throws<ShutdownInProgressException>(() => gate.Begin().Dispose()).Message, StringComparison.Ordinal);
        Assert.Equal(1, gate.WaitForDrain(TimeSpan.Zero));
        gate.Complete();
        Assert.Equal(GateState.Drained, gate.State);
        Assert.Equal(0, gate.WaitForDrain(TimeSpan.Zero));
    }

    [Fact]
    public void OperationGate_NotShut_CannotBeDrained() =>
        Assert.Throws<InvalidOperationException>(() => new OperationGate("gate").WaitForDrain(TimeSpan.Zero));

    [Fact]
    public void OperationGate_CompletedTooOften_Throws()
    {
        var gate = new OperationGate("gate");
        Assert.Throws<InvalidOperationException>(gate.Complete);
        gate.Shutdown();
        Assert.Throws<InvalidOperationException>(gate.Complete);
        Assert.Equal(GateState.Drained, gate.State);
    }

    [Fact]
    public void OperationGate_DisposedTwice_EndsOnce()
    {
        var gate = new OperationGate("gate");
        Assert.True(gate.TryBegin());
        var operation = gate.Begin();
        operation.Dispose();
        operation.Dispose();
        Assert.Equal(1, gate.Count);
    }

    [Fact]
    public void OperationGate_LastOperationEnds_WakesEveryDrain()
    {
        var gate = new OperationGate("gate");
        Assert.True(gate.TryBegin());
        Assert.True(gate.TryBegin());
        gate.Shutdown();
        var drains = Enumerable.Range(0, 4).Select(_ => Worker.Start(() => Assert.Equal(0, gate.WaitForDrain(Bound.Generous)))).ToArray();
        gate.Complete();
        gate.Complete();
        Array.ForEach(drains, drain => drain.Join());
    }

    [Fact]
    public void OperationGate_DrainFromWithinAnOperation_DoesNotWaitForItself()
    {
        var gate = new OperationGate("gate");
        using (gate.Begin())
        using (gate.Begin())
        {
            gate.Shutdown();
            Assert.Equal(0, gate.WaitForDrain(WaitTime.Infinite));
            Assert.True(gate.Count == 2);
        }

        Assert.Equal(GateState.Drained, gate.State);
    }

    [Fact]
    public void OperationGate_TwoOperationsDrainEachOther_EndsAtOnce()
    {
        var gate = new OperationGate("gate");
        using var both = new Barrier(2);
        var left = new int[2];
        var workers = Enumerable.Range(0, 2).Select(i => Worker.Start(() =>
        {
            using (gate.Begin())
            {
                both.SignalAndWait(Bound.Generous);
                gate.Shutdown();
                left[i] = gate.WaitForDrain(Bound.Generous);
            }
        })).ToArray();
        Array.ForEach(workers, worker => worker.Join());
        // One of them closes the cycle and gives up, and its end lets the other one finish.
        Assert.Equal([0, 1], left.Order());
    }

    [Fact]
    public void OperationGate_OperationInvokesOnTheDrainingThread_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var gate = new OperationGate("gate");
        using var begun = new ManualResetEventSlim();
        var ran = false;
        var worker = Worker.Start(() =>
        {
            using (gate.Begin())
            {
                begun.Set();
                Worker.Until(() => gate.IsShut);
                dispatcher.Invoke(() => ran = true, Bound.Generous);
            }
        });
        Assert.True(begun.Wait(Bound.Generous));
        gate.Shutdown();
        Assert.Equal(0, gate.WaitForDrain(Bound.Generous));
        Assert.True(ran);
        worker.Join();
    }

    [Fact]
    public void OperationGate_OperationOfAPageThatNeedsTheDrainingThread_IsServedNested()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var page = new WaitParty("page of 'Assets'");
        var gate = new OperationGate("gate") { Party = page };
        var origin = new WaitOrigin(page, "save");
        Assert.True(gate.TryBegin());
        gate.Shutdown();
        var worker = Worker.Start(() =>
        {
            WaitGraph.Open(origin);
            dispatcher.Queue.PostFor(origin, null, static work => { WaitGraph.Close(work.Origin); work.Gate.Complete(); }, (Origin: origin, Gate: gate));
        });
        Assert.Equal(0, gate.WaitForDrain(Bound.Generous));
        worker.Join();
    }
}
