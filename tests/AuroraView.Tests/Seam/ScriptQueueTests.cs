using Xunit;

namespace AuroraView.Tests.Seam;

/// <summary>Scripts and batches, with an engine that does nothing: FakeScriptEngine.</summary>
public sealed class ScriptQueueTests
{
    private readonly FakeScriptEngine _engine = new();

    [Fact]
    public void Deliver_TogetherWhileNothingIsOnTheWay_IsOneScriptThatAnswersEachCall()
    {
        _engine.Queue.Deliver(1, "a"u8);
        _engine.Queue.Deliver(2, "b"u8);
        _engine.Queue.FlushIfIdle();

        Assert.Equal("d(a);d(b);", Assert.Single(_engine.Running).Script);
        _engine.AnswerNext(text: "doc");
        Assert.Equal(["1 Completed doc", "2 Completed doc"], _engine.Said);
    }

    [Fact]
    public void Deliver_TwoAreOnTheWay_WaitsForAnAnswerAndThenGoesAsOne()
    {
        for (int call = 1; call <= 4; call++)
        {
            _engine.Queue.Deliver(call, "x"u8);
            _engine.Queue.FlushIfIdle();
        }

        Assert.Equal(2, _engine.Running.Count);
        _engine.AnswerNext();
        Assert.Equal("d(x);d(x);", _engine.Running[^1].Script);
    }

    [Fact]
    public void Deliver_MoreThanOneScriptHolds_IsCutBetweenBatches()
    {
        byte[] large = new byte[200 * 1024];
        Array.Fill(large, (byte)'1');
        _engine.Queue.Deliver(1, large);
        _engine.Queue.Deliver(2, large);
        _engine.Queue.Flush();

        Assert.Equal([1, 2], _engine.Running.Select(run => Assert.Single(run.Pending.CallIds)));
    }

    [Fact]
    public void Evaluate_BatchesWait_ComesAfterThem()
    {
        _engine.Queue.Deliver(1, "a"u8);
        _engine.Queue.Evaluate(2, "script"u8, null);

        Assert.Equal(["d(a);", "script"], _engine.Running.Select(run => run.Script));
    }

    [Fact]
    public void AbandonAll_SentAndWaiting_AnswersEachOnceInOrderAndIgnoresWhatTheEngineSaysLater()
    {
        _engine.Queue.Evaluate(1, "script"u8, null);
        _engine.Queue.Deliver(2, "a"u8);
        _engine.Queue.Flush();
        _engine.Queue.Deliver(3, "b"u8);

        _engine.Queue.AbandonAll("Gone.");
        while (_engine.Running.Count > 0)
            _engine.AnswerNext();

        Assert.Equal(["1 PageGone Gone.", "2 PageGone Gone.", "3 PageGone Gone."], _engine.Said);
        _engine.Queue.Deliver(4, "c"u8);
        _engine.Queue.FlushIfIdle();
        Assert.Equal("d(c);", Assert.Single(_engine.Running).Script);
    }
}
