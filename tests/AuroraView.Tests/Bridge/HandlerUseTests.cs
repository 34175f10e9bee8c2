using AuroraView.Bridge;
using Xunit;

namespace AuroraView.Tests.Bridge;

/// <summary>A handler is let go once nothing needs it: neither a registration nor a call that was accepted for it.</summary>
public sealed class HandlerUseTests
{
    private readonly HandlerTable _table = new();
    private int _released;

    [Fact]
    public void Set_NameAgainWhileACallOfTheFormerIsOpen_ReleasesTheFormerWhenTheCallEnds()
    {
        _table.Set(Make());
        Assert.True(_table.TryUse("work", out var accepted));
        _table.Set(Make());
        Assert.Equal(0, _released);
        accepted.EndUse();
        Assert.Equal(1, _released);
    }

    [Fact]
    public void Remove_NothingOpen_ReleasesAtOnceAndOnce()
    {
        _table.Set(Make());
        Assert.True(_table.Remove("work"));
        Assert.False(_table.Remove("work"));
        Assert.Equal(1, _released);
        Assert.False(_table.TryUse("work", out _));
    }

    [Fact]
    public void TryUse_WhileTheNameIsSetAgain_NeverGivesAReleasedHandler()
    {
        _table.Set(Make());
        var stop = 0;
        var setting = new Thread(() =>
        {
            for (var round = 0; round < 20_000; round++)
                _table.Set(Make());
            Volatile.Write(ref stop, 1);
        });
        setting.Start();
        while (Volatile.Read(ref stop) == 0)
        {
            Assert.True(_table.TryUse("work", out var handler));
            Assert.False(((Use)handler.Released!.Target!).IsReleased);
            handler.EndUse();
        }

        setting.Join();
        _table.Clear();
        Assert.Equal(20_001, _released);
    }

    private PageHandler Make()
    {
        var use = new Use(this);
        return new PageHandler("work", HandlerThread.View, [], (_, _, _) => default) { Released = use.End };
    }

    private sealed class Use(HandlerUseTests tests)
    {
        private int _ends;

        internal bool IsReleased => Volatile.Read(ref _ends) != 0;

        internal void End()
        {
            Assert.Equal(1, Interlocked.Increment(ref _ends));
            Interlocked.Increment(ref tests._released);
        }
    }
}
