using AuroraView.Hosting.Windows;
using Xunit;

namespace AuroraView.Windows.Tests.Hosting;

public class WakePostsTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void TryBegin_ManyWakesAtOnce_OneMessage()
    {
        var posts = new WakePosts(_clock);
        Assert.True(posts.TryBegin());
        for (var i = 0; i < 1000; i++)
            Assert.False(posts.TryBegin());
        posts.Answered();
        Assert.True(posts.TryBegin());
    }

    [Fact]
    public void TryBegin_Unanswered_IsRepeatedEverMoreSeldom()
    {
        var posts = new WakePosts(_clock);
        Assert.Equal(1, CountFor(posts, TimeSpan.FromMilliseconds(1)));
        Assert.InRange(CountFor(posts, TimeSpan.FromSeconds(1)), 1, 4);
        Assert.InRange(CountFor(posts, TimeSpan.FromMinutes(10)), 9, 30);
    }

    [Fact]
    public void TryBegin_MainThreadStuckForAMonth_StaysBelowTheQueuesQuota()
    {
        var posts = new WakePosts(_clock);
        var messages = CountFor(posts, TimeSpan.FromDays(30));
        Assert.Equal(WakePosts.Most, messages);
        posts.Answered();
        Assert.True(posts.TryBegin());
    }

    // The dispatcher repeats a wake four times a second.
    private int CountFor(WakePosts posts, TimeSpan time)
    {
        var count = 0;
        for (var end = _clock.Now + time; _clock.Now < end; _clock.Now += TimeSpan.FromMilliseconds(250))
            count += posts.TryBegin() ? 1 : 0;
        return count;
    }

    private sealed class Clock : TimeProvider
    {
        internal TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
