using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

[Collection(LockOrderCollection.Name)]
public sealed class LockOrderReportTests
{
    [Fact]
    public void LockOrder_OppositeOrderOnTwoThreads_IsReportedWithBothStacks()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var a = new OrderedLock("report: a", LockLevel.None);
        var b = new OrderedLock("report: b", LockLevel.None);
        Worker.Start(() => TakeFirstThenSecond(a, b), "worker one").Join();
        Assert.Empty(mode.Seen);
        Worker.Start(() => TakeTheOtherWayRound(b, a), "worker two").Join();
        var violation = mode.WaitForOne();
        Assert.Equal(LockViolationKind.Inversion, violation.Kind);
        Assert.Equal(("report: b", "report: a"), (violation.Held.Lock, violation.Wanted!.Lock));
        Assert.Contains("worker two", violation.Held.Thread, StringComparison.Ordinal);
        Assert.Contains(nameof(TakeTheOtherWayRound), violation.Stack, StringComparison.Ordinal);
        var earlier = Assert.Single(violation.Earlier);
        Assert.Equal(("report: a", "report: b"), (earlier.First.Lock, earlier.Second.Lock));
        Assert.Contains("worker one", earlier.Second.Thread, StringComparison.Ordinal);
        Assert.Contains(nameof(TakeFirstThenSecond), earlier.Stack, StringComparison.Ordinal);
        Assert.Contains(earlier.Stack, violation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LockOrder_OrderClosedOverAThirdLock_IsReportedWithTheWholePath()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var a = new OrderedLock("path: a", LockLevel.None);
        var b = new OrderedLock("path: b", LockLevel.None);
        var c = new OrderedLock("path: c", LockLevel.None);
        TakeFirstThenSecond(a, b);
        TakeFirstThenSecond(b, c);
        for (var i = 0; i < 2; i++)
        {
            var violation = Assert.Throws<LockOrderException>(() => TakeFirstThenSecond(c, a)).Violation;
            Assert.Equal(LockViolationKind.Inversion, violation.Kind);
            Assert.Equal(["path: b", "path: c"], violation.Earlier.Select(step => step.Second.Lock));
        }

        TakeFirstThenSecond(a, c);
    }

    [Fact]
    public void LockOrder_LevelBrokenAfterTheRightOrderWasSeen_ShowsThatToo()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var low = new OrderedLock("seen: low", LockLevel.Registry);
        var high = new OrderedLock("seen: high", LockLevel.State);
        TakeFirstThenSecond(low, high);
        var violation = Assert.Throws<LockOrderException>(() => TakeFirstThenSecond(high, low)).Violation;
        Assert.Equal(LockViolationKind.Level, violation.Kind);
        Assert.Single(violation.Earlier);
    }

    [Fact]
    public void LockOrder_ReportMode_TakesTheLockAndReportsAPairOnce()
    {
        using var mode = new ModeScope(LockOrderMode.Report);
        var low = new OrderedLock("once: low", LockLevel.Registry);
        var high = new OrderedLock("once: high", LockLevel.State);
        for (var i = 0; i < 3; i++)
        {
            using (high.Enter())
            using (low.Enter())
                Assert.True(low.IsHeldByCurrentThread);
        }

        using (high.Enter())
            LockOrder.BeforeForeignCode("once: a marker");
        Worker.Until(() => mode.Seen.Any(violation => violation.Operation == "once: a marker"));
        Assert.Single(mode.Seen, violation => violation.Wanted?.Lock == "once: low");
    }

    [Fact]
    public void LockOrder_ViolationEvent_IsRaisedWithNoLockHeld()
    {
        var held = true;
        using var raised = new ManualResetEventSlim();
        using var mode = new ModeScope(LockOrderMode.Report);
        EventHandler<LockOrderViolation> look = (_, _) =>
        {
            held = LockOrder.HoldsAny;
            raised.Set();
        };
        LockOrder.Violation += look;
        using (new OrderedLock("event: state", LockLevel.State).Enter())
        {
            LockOrder.BeforeForeignCode("event: a handler");
            Assert.True(raised.Wait(Bound.Generous));
        }

        LockOrder.Violation -= look;
        Assert.False(held);
    }

    [Fact]
    public void LockOrder_ReentryInAnyMode_IsRefused()
    {
        foreach (var mode in Enum.GetValues<LockOrderMode>())
        {
            using var scope = new ModeScope(mode);
            var taken = new OrderedLock("re-entry: state", LockLevel.State);
            using (taken.Enter())
                Assert.Equal(LockViolationKind.Reentry, Assert.Throws<LockOrderException>(() => taken.Enter().Dispose()).Violation.Kind);
            var shared = new OrderedReaderWriterLock("re-entry: shared", LockLevel.State);
            using (shared.EnterWrite())
                Assert.Equal(LockViolationKind.Reentry, Assert.Throws<LockOrderException>(() => shared.EnterRead().Dispose()).Violation.Kind);
        }
    }

    [Fact]
    public void LockOrder_Off_VerifiesAndRecordsNothing()
    {
        using var mode = new ModeScope(LockOrderMode.Off);
        var low = new OrderedLock("off: low", LockLevel.Registry);
        var high = new OrderedLock("off: high", LockLevel.State);
        using (high.Enter())
        using (low.Enter())
        {
            Assert.False(LockOrder.HoldsAny);
            LockOrder.BeforeForeignCode("off: a handler");
        }
    }

    [Fact]
    public void LockOrder_ModeChangedWhileHeld_ReleasesWhatWasRecorded()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var taken = new OrderedLock("changed: state", LockLevel.State);
        var scope = taken.Enter();
        LockOrder.Mode = LockOrderMode.Off;
        var second = new OrderedLock("changed: other", LockLevel.State).Enter();
        LockOrder.Mode = LockOrderMode.Throw;
        second.Dispose();
        scope.Dispose();
        Assert.False(LockOrder.HoldsAny);
    }

    [Fact]
    public void LockOrder_DispatcherWithStricterOptions_MakesTheProcessStricter()
    {
        using var mode = new ModeScope(LockOrderMode.Off);
        using var report = MainThreadDispatcher.CreateForCurrentThread(new ThreadSafetyOptions { LockOrder = LockOrderMode.Report });
        Assert.Equal(LockOrderMode.Report, LockOrder.Mode);
        using var off = MainThreadDispatcher.CreateForCurrentThread(new ThreadSafetyOptions { LockOrder = LockOrderMode.Off });
        Assert.Equal(LockOrderMode.Report, LockOrder.Mode);
    }

    [Theory]
    [InlineData("off", null, LockOrderMode.Off)]
    [InlineData(" Report ", "throw", LockOrderMode.Report)]
    [InlineData(null, "throw", LockOrderMode.Throw)]
    [InlineData("nonsense", "off", LockOrderMode.Off)]
    [InlineData("1", null, LockOrderMode.Throw)]
    public void LockOrderSwitch_VariableThenSetting_Decides(string? variable, string? setting, LockOrderMode expected) =>
        Assert.Equal(expected, LockOrderSwitch.Read(variable, setting));

    private static void TakeFirstThenSecond(OrderedLock first, OrderedLock second)
    {
        using (first.Enter())
        using (second.Enter())
            Assert.True(second.IsHeldByCurrentThread);
    }

    private static void TakeTheOtherWayRound(OrderedLock first, OrderedLock second)
    {
        using (first.Enter())
        using (second.Enter())
            Assert.True(second.IsHeldByCurrentThread);
    }
}
