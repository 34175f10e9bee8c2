using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

[Collection(LockOrderCollection.Name)]
public sealed class LockOrderLevelTests : IDisposable
{
    private static readonly OrderedLock s_global = new("levels: global", LockLevel.Global);
    private static readonly OrderedLock s_registry = new("levels: registry", LockLevel.Registry);
    private static readonly OrderedLock s_resource = new("levels: resource", LockLevel.Resource);
    private static readonly OrderedLock s_otherResource = new("levels: other resource", LockLevel.Resource);
    private static readonly OrderedLock s_state = new("levels: state", LockLevel.State);
    private static readonly OrderedLock s_callback = new("levels: callback", LockLevel.Callback);

    private readonly ModeScope _mode = new(LockOrderMode.Throw);

    public void Dispose()
    {
        Assert.False(LockOrder.HoldsAny);
        _mode.Dispose();
    }

    [Fact]
    public void LockOrder_AscendingLevels_IsAllowed()
    {
        using (s_global.Enter())
        using (s_registry.Enter())
        using (s_resource.Enter())
        using (s_state.Enter())
        using (s_callback.Enter())
            Assert.True(LockOrder.HoldsAny);
    }

    [Fact]
    public void LockOrder_LowerLevelWhileHigherHeld_ThrowsWithBothAcquisitions()
    {
        using (s_resource.Enter())
        {
            var error = Assert.Throws<LockOrderException>(() => s_registry.Enter().Dispose());
            Assert.Equal(LockViolationKind.Level, error.Violation.Kind);
            Assert.Equal("levels: resource", error.Violation.Held.Lock);
            Assert.Equal(nameof(LockOrder_LowerLevelWhileHigherHeld_ThrowsWithBothAcquisitions), error.Violation.Held.Member);
            Assert.Equal("levels: registry", error.Violation.Wanted!.Lock);
            Assert.Contains("'levels: registry' (Registry) must be taken before 'levels: resource' (Resource), which is held.", error.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(LockOrderLevelTests), error.Violation.Stack, StringComparison.Ordinal);
        }

        Assert.False(s_registry.IsHeldByCurrentThread);
    }

    [Fact]
    public void LockOrder_ReleasedOutOfOrder_StillComparesWithTheHighestHeld()
    {
        var low = s_registry.Enter();
        var high = s_state.Enter();
        low.Dispose();
        // The last one taken is gone in a stack of levels that pops; the state lock is still held.
        Assert.Equal(LockViolationKind.Level, Assert.Throws<LockOrderException>(() => s_resource.Enter().Dispose()).Violation.Kind);
        using (s_callback.Enter())
            high.Dispose();
        using (s_registry.Enter())
            Assert.True(s_registry.IsHeldByCurrentThread);
    }

    [Fact]
    public void LockOrder_HigherReleasedFirstOfThree_ComparesWithWhatIsLeft()
    {
        var a = s_global.Enter();
        var b = s_callback.Enter();
        b.Dispose();
        using (s_resource.Enter())
            Assert.True(s_resource.IsHeldByCurrentThread);
        a.Dispose();
    }

    [Fact]
    public void LockOrder_SameLevelNested_Throws()
    {
        using (s_resource.Enter())
            Assert.Equal(LockViolationKind.SameLevel, Assert.Throws<LockOrderException>(() => s_otherResource.Enter().Dispose()).Violation.Kind);
    }

    [Fact]
    public void LockOrder_SameNameNested_Throws()
    {
        var second = new OrderedLock("levels: resource", LockLevel.Resource);
        using (s_resource.Enter())
            Assert.Equal(LockViolationKind.SameLevel, Assert.Throws<LockOrderException>(() => second.Enter().Dispose()).Violation.Kind);
    }

    [Fact]
    public void LockOrder_Reentry_Throws()
    {
        using (s_state.Enter())
        {
            Assert.Equal(LockViolationKind.Reentry, Assert.Throws<LockOrderException>(() => s_state.Enter().Dispose()).Violation.Kind);
            Assert.True(s_state.IsHeldByCurrentThread);
        }

        Assert.False(s_state.IsHeldByCurrentThread);
    }

    [Fact]
    public void LockOrder_ExceptionUnderLock_ReleasesAndForgets()
    {
        Assert.Throws<InvalidTimeZoneException>((Action)(static () =>
        {
            using (s_callback.Enter())
                throw new InvalidTimeZoneException();
        }));
        using (s_global.Enter())
            Assert.True(s_global.IsHeldByCurrentThread);
    }

    [Fact]
    public void LockOrder_TryEnterOutOfOrder_ThrowsWhateverTheTimeout()
    {
        using (s_state.Enter())
            Assert.Throws<LockOrderException>(() => s_registry.TryEnter(TimeSpan.Zero, out _));
    }

    [Fact]
    public void LockOrder_TryEnterFails_HoldsNothing()
    {
        using var taken = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        var holder = Worker.Start(() =>
        {
            using (s_global.Enter())
            {
                taken.Set();
                done.Wait(Bound.Generous);
            }
        });
        Assert.True(taken.Wait(Bound.Generous));
        Assert.False(s_global.TryEnter(TimeSpan.Zero, out var scope));
        scope.Dispose();
        Assert.False(s_global.TryEnter(TimeSpan.FromMilliseconds(5), out _));
        Assert.False(LockOrder.HoldsAny);
        done.Set();
        holder.Join();
        Assert.True(s_global.TryEnter(Bound.Generous, out scope));
        scope.Dispose();
    }

    [Fact]
    public void OrderedLock_NameWithAnotherLevel_IsRefused()
    {
        // A name of its own: the first lock of a name decides, and when the class's static ones are made is the runtime's affair.
        _ = new OrderedLock("levels: given twice", LockLevel.Global);
        Assert.Throws<ArgumentException>(() => new OrderedLock("levels: given twice", LockLevel.State));
    }

    [Fact]
    public void OrderedLock_LevelOutOfRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrderedLock("levels: six", (LockLevel)6));

    [Fact]
    public void LockOrder_WaitUnderLock_Throws()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var worker = Worker.Start(() =>
        {
            using (s_state.Enter())
                dispatcher.Invoke(() => { });
        });
        var error = Assert.IsType<LockOrderException>(worker.JoinError());
        Assert.Equal(LockViolationKind.WaitUnderLock, error.Violation.Kind);
        Assert.Contains("a sync dispatch began while 'levels: state' is held", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LockOrder_InlineInvokeUnderLock_ThrowsToo()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        using (s_state.Enter())
            Assert.Throws<LockOrderException>(() => dispatcher.Invoke(() => { }));
    }

    [Fact]
    public void LockOrder_PumpUnderLock_ThrowsAndKeepsTheCalls()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var ran = false;
        dispatcher.Post(() => ran = true);
        using (s_callback.Enter())
        {
            Assert.Equal(LockViolationKind.ForeignCodeUnderLock, Assert.Throws<LockOrderException>(() => dispatcher.Pump()).Violation.Kind);
            Assert.Throws<LockOrderException>(() => dispatcher.RunUntil(() => true, TimeSpan.Zero));
        }

        Assert.False(ran);
        Assert.Equal(1, dispatcher.Pump());
        Assert.True(ran);
    }

    [Fact]
    public void LockOrder_ForeignCodeUnderLock_Throws()
    {
        LockOrder.BeforeForeignCode("the handler of 'save'");
        using (s_callback.Enter())
        {
            var error = Assert.Throws<LockOrderException>(() => LockOrder.BeforeForeignCode("the handler of 'save'"));
            Assert.Contains("the handler of 'save' was about to be called while 'levels: callback' is held", error.Message, StringComparison.Ordinal);
        }
    }
}
