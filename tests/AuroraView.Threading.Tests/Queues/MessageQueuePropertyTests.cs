using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

/// <summary>Random programs against a queue of four. The seed is fixed, so a failure comes again; FsCheck shrinks it.</summary>
public class MessageQueuePropertyTests
{
    private const ulong Seed = 20260107;

    [Fact]
    public void MessageQueue_AnyProgram_LosesNothingDoublesNothingKeepsOrderAndCounts() => Holds(Steps(withEnd: true));

    [Fact]
    public void MessageQueue_AnyProgramThatStaysOpen_LosesNothingDoublesNothingKeepsOrderAndCounts() => Holds(Steps(withEnd: false));

    private static void Holds(Gen<QueueStep> steps) =>
        Prop.ForAll(
            steps.ListOf().ToArbitrary(),
            program =>
            {
                var witness = new QueueWitness();
                foreach (var step in program)
                    witness.Do(step);
                witness.End();
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithEndSize(60).WithReplay(Seed, 1));

    private static Gen<QueueStep> Steps(bool withEnd)
    {
        (int, QueueAction)[] weights =
        [
            (6, QueueAction.Push), (8, QueueAction.PushLatest), (2, QueueAction.PushAlways), (2, QueueAction.PushControl),
            (6, QueueAction.Take), (2, QueueAction.TakeMany), (3, QueueAction.Complete),
        ];
        if (withEnd)
            weights = [.. weights, (1, QueueAction.Shutdown), (1, QueueAction.Close)];
        return
            from action in Gen.Frequency(weights.Select(one => (one.Item1, Gen.Constant(one.Item2))).ToArray())
            from key in Gen.Choose(0, 2)
            select new QueueStep(action, key);
    }
}
