using AuroraView.Threading.Shutdown;
using Xunit;

namespace AuroraView.Threading.Tests.Shutdown;

/// <summary>Real threads at one gate: it never drains early and never not at all.</summary>
public class OperationGateStressTests
{
    private const int Threads = 6;
    private const int Rounds = 40;

    [Fact]
    public void OperationGate_ShutWhileThreadsComeAndGo_DrainsWhenTheLastIsOutAndLetsNobodyIn()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var gate = new OperationGate("stress");
            var inside = 0;
            var begun = 0;
            var drained = false;
            var workers = Enumerable.Range(0, Threads).Select(i => Worker.Start(() =>
            {
                var turns = 0;
                // Half of them as operations of their thread, half as such that anybody may end.
                while (i % 2 == 0 ? gate.TryBegin(out var operation) : Plain(gate, out operation))
                {
                    Interlocked.Increment(ref inside);
                    Interlocked.Increment(ref begun);
                    Assert.False(Volatile.Read(ref drained));
                    Interlocked.Decrement(ref inside);
                    if (i % 2 == 0)
                        operation.Dispose();
                    else
                        gate.Complete();
                    if (++turns % 16 == 0)
                        Worker.LetOthersCollect();
                }
            })).ToArray();
            Worker.Until(() => Volatile.Read(ref begun) > Threads);
            var closers = Enumerable.Range(0, 2).Select(_ => Worker.Start(() =>
            {
                gate.Shutdown();
                Assert.Equal(0, gate.WaitForDrain(Bound.Generous));
                Assert.Equal(0, Volatile.Read(ref inside));
                Volatile.Write(ref drained, true);
                Assert.Equal(GateState.Drained, gate.State);
            })).ToArray();
            Array.ForEach(closers, closer => closer.Join());
            Array.ForEach(workers, worker => worker.Join());
            Assert.Equal(0, gate.Count);
            Assert.False(gate.TryBegin());
        }
    }

    [Fact]
    public void OperationGate_EndedByOtherThreadsThanBegan_DrainsOnce()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var gate = new OperationGate("stress: handed on");
            const int Operations = 64;
            for (var i = 0; i < Operations; i++)
                Assert.True(gate.TryBegin());
            var left = Operations;
            var drain = Worker.Start(() =>
            {
                Assert.True(gate.Shutdown());
                Assert.Equal(0, gate.WaitForDrain(Bound.Generous));
                Assert.Equal(0, Volatile.Read(ref left));
            });
            var enders = Enumerable.Range(0, 4).Select(_ => Worker.Start(() =>
            {
                for (var i = 0; i < Operations / 4; i++)
                {
                    Interlocked.Decrement(ref left);
                    gate.Complete();
                }
            })).ToArray();
            Array.ForEach(enders, ender => ender.Join());
            drain.Join();
            Assert.False(gate.Shutdown());
            Assert.Throws<InvalidOperationException>(gate.Complete);
        }
    }

    private static bool Plain(OperationGate gate, out Operation operation)
    {
        operation = default;
        return gate.TryBegin();
    }
}
