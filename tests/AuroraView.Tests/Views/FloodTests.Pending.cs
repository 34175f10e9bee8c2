using System.Collections.Concurrent;
using System.Globalization;
using Xunit;

namespace AuroraView.Tests.Views;

// What a page may have pending: calls, events, garbage.
public sealed partial class FloodTests
{
    [Fact]
    public void Call_MoreBytesThanMayBePending_IsTooLargeUntilOthersHaveRun()
    {
        var engine = new ScriptedBackend();
        using var held = new ManualResetEventSlim();
        using var view = Open(engine, new WebViewOptions { MaxPendingBytes = 100_000 });
        view.On("keep", (string text) => held.Wait(s_bound) ? text.Length : 0, HandlerThread.View);
        string large = new('x', 60_000);
        engine.Say(App, 7, $"""["call",1,"keep","{large}"]""");
        engine.Say(App, 7, $"""["call",2,"keep","{large}"]""");
        engine.Say(App, 7, $"""["call",3,"keep","{large}"]""");

        Assert.Contains("7,7,2,2,{\"code\":\"TooLarge\"", NextWith(engine, "TooLarge"), StringComparison.Ordinal);
        Assert.Contains("7,7,3,3,{\"code\":\"TooLarge\"", NextWith(engine, "TooLarge"), StringComparison.Ordinal);
        held.Set();
        Assert.Contains("2,7,1,60000", NextWith(engine, "2,7,1,"), StringComparison.Ordinal);
        engine.Say(App, 7, $"""["call",4,"keep","{large}"]""");
        Assert.Contains("2,7,4,60000", NextWith(engine, "7,4,"), StringComparison.Ordinal);
    }

    [Fact]
    public void Call_OneLargerThanAllThatMayBePending_IsAcceptedWhenNothingElseIs()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { MaxPendingBytes = 1000 });
        view.On("size", (string text) => text.Length, HandlerThread.View);
        engine.Say(App, 7, $"""["call",1,"size","{new string('x', 50_000)}"]""");
        Assert.Contains("2,7,1,50000", NextWith(engine, "7,1,"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("navigation")]
    [InlineData("unknown")]
    [InlineData("throws")]
    public void Call_ThatEndsInAnyWay_GivesItsRoomBack(string end)
    {
        var engine = new ScriptedBackend();
        using var held = new ManualResetEventSlim();
        using var running = new ManualResetEventSlim();
        using var view = Open(engine, new WebViewOptions { MaxPendingCalls = 2 });
        view.On("keep", () =>
        {
            running.Set();
            held.Wait(s_bound);
        }, HandlerThread.View);
        view.On("fail", () => throw new InvalidOperationException("as it should"), HandlerThread.View);
        view.On("size", (string text) => text.Length, HandlerThread.View);
        var document = 7;
        for (var round = 1; round <= 20; round++)
        {
            var id = (10 * round) + 1;
            switch (end)
            {
                case "cancel":
                    engine.Say(App, document, $"""["call",{id},"keep"],["call",{id + 1},"keep"],["cancel",{id},"abort"],["cancel",{id + 1},"abort"]""");
                    break;
                case "navigation":
                    engine.Say(App, document, $"""["call",{id},"keep"],["call",{id + 1},"keep"]""");
                    engine.Say(App, ++document, Hello);
                    break;
                case "unknown":
                    engine.Say(App, document, $"""["call",{id},"none"],["call",{id + 1},"none"],["event","none"],["event","none"]""");
                    break;
                default:
                    engine.Say(App, document, $"""["call",{id},"fail"],["call",{id + 1},"fail"]""");
                    NextWith(engine, string.Create(CultureInfo.InvariantCulture, $"{document},{id + 1},"));
                    break;
            }
        }

        held.Set();
        engine.Say(App, document, """["call",1000,"size","abc"]""");
        Assert.Contains("2,", NextWith(engine, ",1000,"), StringComparison.Ordinal);
        Assert.Contains(",1000,3", _last, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_MoreThanMayBePending_AreRefusedAndToldOnceWithTheirNumber()
    {
        var engine = new ScriptedBackend();
        var clock = new StillClock();
        using var held = new ManualResetEventSlim();
        using var view = Open(engine, new WebViewOptions { MaxPendingCalls = 5, Clock = clock });
        var reports = new ConcurrentQueue<string>();
        view.Error += (_, error) => reports.Enqueue(error.Message);
        var ran = 0;
        using var last = new ManualResetEventSlim();
        view.On("tick", () =>
        {
            held.Wait(s_bound);
            if (Interlocked.Increment(ref ran) == 5)
                last.Set();
        }, HandlerThread.View);
        for (var i = 0; i < 1000; i++)
            engine.Say(App, 7, """["event","tick"]""");
        held.Set();
        Assert.True(last.Wait(s_bound));
        CloseAndHearAll(view);
        Assert.Equal(5, ran);
        Assert.Collection(
            reports.Where(static report => report.Contains("'tick'", StringComparison.Ordinal)),
            static first => Assert.Contains("was refused", first, StringComparison.Ordinal),
            static rest => Assert.EndsWith("(994 times within a second)", rest, StringComparison.Ordinal));
    }

    [Fact]
    public void Garbage_AnyAmount_IsToldOnceAtOnceAndOnceWithTheNumberOfTheRest()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Clock = new StillClock() });
        var reports = new ConcurrentQueue<string>();
        view.Error += (_, error) => reports.Enqueue(error.Message);
        for (var i = 0; i < 10_000; i++)
            engine.SayGarbage();
        CloseAndHearAll(view);
        Assert.Collection(
            reports,
            static first => Assert.DoesNotContain("times", first, StringComparison.Ordinal),
            static rest => Assert.EndsWith("(9999 times within a second)", rest, StringComparison.Ordinal));
    }

    [Fact]
    public void Event_ThePageDropsThousands_AreToldAsOneNumber()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Clock = new StillClock() });
        var reports = new ConcurrentQueue<string>();
        view.Error += (_, error) => reports.Enqueue(error.Message);
        for (var i = 0; i < 200; i++)
            engine.Say(App, 7, """["report","dropped","","t",95]""");
        CloseAndHearAll(view);
        Assert.EndsWith("(19000 times)", Assert.Single(reports), StringComparison.Ordinal);
    }
}
