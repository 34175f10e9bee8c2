using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Waiting;

public unsafe class BriefSpinTests
{
    [Fact]
    public void Look_NothingComes_GivesUp()
    {
        var word = 0;
        var spin = new BriefSpin();
        for (var i = 0; i < 100; i++)
            spin.Look(&word, 0, Timeout.InfiniteTimeSpan);
        Assert.Equal(0, word);
    }

    // Whether the token comes before, while or after the thread looks, the park ends and takes it.
    [Fact]
    public void Park_TokenComesAtAnyTime_EndsEachTime()
    {
        const int Rounds = 20_000;
        var ping = Parker.Create();
        var pong = Parker.Create();
        var (asked, answered) = (0, 0);
        var other = Worker.Start(() =>
        {
            for (var round = 1; round <= Rounds; round++)
            {
                while (Volatile.Read(ref asked) < round)
                    ping.Park(Bound.Generous);
                // Answers sometimes at once, sometimes later than anybody looks for.
                Thread.SpinWait(round % 7 == 0 ? 2_000 : 0);
                Volatile.Write(ref answered, round);
                pong.Unpark();
            }
        });
        for (var round = 1; round <= Rounds; round++)
        {
            Volatile.Write(ref asked, round);
            ping.Unpark();
            while (Volatile.Read(ref answered) < round)
                pong.Park(Bound.Generous);
        }

        other.Join();
        Assert.Equal(Rounds, answered);
    }
}
