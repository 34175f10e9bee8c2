using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>What a page may have pending, what may be on its way to it, and what is told of a flood: limited in bytes and in count, refused by name, free again when it is done.</summary>
public sealed partial class FloodTests
{
    private const string App = "auroraview://app";
    private const string Hello = """["hello","auroraview://app/"]""";
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);
    private static readonly ThreadSafetyOptions s_failing = new() { WhenQueueFull = FullQueuePolicy.Fail };

    // Errors are told on the thread of the events; Closed is the last of them.
    private static void CloseAndHearAll(WebView view)
    {
        using var closed = new ManualResetEventSlim();
        view.Closed += (_, _) => closed.Set();
        view.Close();
        Assert.True(closed.Wait(s_bound));
    }

    [Fact]
    public void Emit_PageTakesNothing_IsFullAtTheLimitOfBytesAndGoesOnWhenItDoes()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Safety = s_failing with { QueueBytes = 1_000_000 } });
        engine.Hangs = true;
        string large = new('x', 100_000);
        var accepted = 0;
        var full = Assert.Throws<QueueFullException>(() =>
        {
            for (; accepted < 100; accepted++)
                view.Emit("frame", large);
        });
        Assert.InRange(accepted, 1, 9);
        Assert.Contains("QueueBytes", full.Message, StringComparison.Ordinal);
        engine.Recover();
        for (var i = 0; i < 100; i++)
            view.Emit("frame", large);
    }

    [Fact]
    public void EmitLatest_PageTakesNothing_ReplacesWithoutLosingRoom()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Safety = s_failing with { QueueBytes = 1_000_000 } });
        engine.Hangs = true;
        string large = new('x', 100_000);
        for (var i = 0; i < 10_000; i++)
            view.EmitLatest("progress", large);
        engine.Recover();
        view.Emit("end");
        NextWith(engine, "end");
    }

    [Fact]
    public void Evaluate_PageHangs_IsFullAtTheLimitAndGoesOnWhenItDoesNot()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Safety = s_failing with { QueueCapacity = 50 } });
        engine.Hangs = true;
        var accepted = 0;
        Assert.Throws<QueueFullException>(() =>
        {
            for (; accepted < 1000; accepted++)
                view.EvalJs("1");
        });
        Assert.InRange(accepted, 40, 50);
        engine.Recover();
        for (var i = 0; i < 1000; i++)
            view.EvalJs("1");
    }

    [Fact]
    public async Task EvaluateAsync_GivenUpWhileThePageHangs_StillCountsUntilTheEngineAnswers()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Safety = s_failing with { QueueCapacity = 50 } });
        engine.Hangs = true;
        var refused = 0;
        for (var i = 0; i < 200; i++)
        {
            using var cancellation = new CancellationTokenSource();
            Task<int> evaluation = view.EvalJsAsync<int>("1", cancellation.Token);
            await cancellation.CancelAsync();
            refused += await Record.ExceptionAsync(() => evaluation) is QueueFullException ? 1 : 0;
        }

        Assert.InRange(refused, 150, 160);
        engine.Recover();
        view.EvalJs("1");
    }

    [Fact]
    public void Answers_PageTakesNone_ResultsBecomeAnErrorAndCallsAreRefusedInOneMessage()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { MaxPendingCalls = 20, Safety = s_failing with { QueueCapacity = 20, QueueBytes = 100_000 } });
        using var ran = new BlockingCollection<int>();
        view.On("make", (int number) =>
        {
            ran.Add(number);
            return new string('y', 30_000);
        }, HandlerThread.View);
        engine.Hangs = true;
        var answered = 0;
        for (var id = 1; id <= 5000; id++)
        {
            engine.Say(App, 7, $"""["call",{id},"make",[{id}]]""");
            // Each that is accepted is run before the next: it is the answers that fill.
            if (id <= 20)
                Assert.True(ran.TryTake(out answered, s_bound));
        }

        engine.Recover();
        var text = "";
        while (Answered(text).Count < 5000)
        {
            Assert.True(engine.Delivered.TryTake(out var batch, s_bound));
            text += batch;
        }

        Assert.Contains("does not fit into the queue for the page", text, StringComparison.Ordinal);
        Assert.Contains("The page does not take its answers", text, StringComparison.Ordinal);
        Assert.InRange(Refusals().Count(text), 1, 60);
    }

    [Fact]
    public void HangReport_ThousandsOfOpenRequests_ListsTheOldestFiftyAndTheirNumber()
    {
        var engine = new ScriptedBackend();
        using var held = new ManualResetEventSlim();
        using var running = new ManualResetEventSlim();
        using var view = Open(engine, new WebViewOptions { Title = "flooded" });
        view.On("first", () =>
        {
            running.Set();
            held.Wait(s_bound);
        }, HandlerThread.View);
        view.On("keep", () => { }, HandlerThread.View);
        engine.Say(App, 7, """["call",1,"first"]""");
        Assert.True(running.Wait(s_bound));
        for (var id = 2; id <= 9000; id++)
            engine.Say(App, 7, $"""["call",{id},"keep"]""");
        var report = HangReport.Take();
        held.Set();

        var page = Assert.Single(report.Pages, static page => page.Name.Contains("'flooded'", StringComparison.Ordinal));
        Assert.Equal(9000, page.OpenRequests);
        Assert.Equal(HangReport.MostCalls, page.Requests.Count);
        Assert.Equal("first", page.Requests[0].Handler);
        Assert.InRange(report.ToString().Length, 1, 65_536);
        Assert.InRange(report.ToJson().Length, 1, 131_072);
        Assert.InRange(report.ToMermaid().Length, 1, 131_072);
    }

    [Fact]
    public void Events_PageChangesTitleAndLoadsWithoutEnd_AFewWaitAndTheLastIsTold()
    {
        var engine = new ScriptedBackend();
        using var held = new ManualResetEventSlim();
        using var running = new ManualResetEventSlim();
        using var end = new ManualResetEventSlim();
        using var view = Open(engine, new WebViewOptions());
        var titles = 0;
        var loads = new ConcurrentQueue<string>();
        view.TitleChanged += (_, _) => titles++;
        view.Loaded += (_, load) => loads.Enqueue(load.Url);
        view.On("hold", () =>
        {
            running.Set();
            held.Wait(s_bound);
        }, HandlerThread.View);
        view.On("end", end.Set, HandlerThread.View);
        engine.Say(App, 7, """["event","hold"]""");
        Assert.True(running.Wait(s_bound));
        for (var i = 1; i <= 10_000; i++)
        {
            engine.SayTitle($"title {i}");
            engine.SayLoaded($"url {i}");
        }

        engine.Say(App, 7, """["event","end"]""");
        held.Set();
        Assert.True(end.Wait(s_bound));
        Assert.Equal(2, titles);
        Assert.Equal("title 10000", view.PageTitle);
        Assert.Equal(257, loads.Count);
        Assert.Equal("url 10000", loads.Last());
    }

    [Fact]
    public async Task CaptureScreenshot_EngineAnswersNone_IsFullAtTheLimitAlsoWhenGivenUp()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions());
        for (var i = 0; i < 16; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var picture = view.CaptureScreenshotAsync(cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => picture);
        }

        await Assert.ThrowsAsync<QueueFullException>(() => view.CaptureScreenshotAsync());
    }

    [Fact]
    public void SetTitle_BeforeTheFirstShow_IsFullAtTheLimit()
    {
        using var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => new ScriptedBackend(), Safety = new ThreadSafetyOptions { QueueCapacity = 10 } });
        for (var i = 0; i < 10; i++)
            view.SetTitle($"title {i}");
        Assert.Throws<QueueFullException>(() => view.SetTitle("one more"));
        view.Show();
        view.SetTitle("shown");
    }

    private string _last = "";

    private static WebView Open(ScriptedBackend engine, WebViewOptions options)
    {
        var view = new WebView(options with { Html = "<p></p>", Backend = () => engine });
        view.Show();
        engine.Say(App, 7, Hello);
        return view;
    }

    private string NextWith(ScriptedBackend engine, string text)
    {
        do
            Assert.True(engine.Delivered.TryTake(out _last!, s_bound), $"nothing with {text} was delivered");
        while (!_last.Contains(text, StringComparison.Ordinal));
        return _last;
    }

    // Which calls of document 7 were answered; each once.
    private static HashSet<int> Answered(string text)
    {
        var calls = new HashSet<int>();
        foreach (Match match in Answers().Matches(text))
        {
            var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
            var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
            for (var id = first; id <= last; id++)
                Assert.True(calls.Add(id), $"call {id} was answered twice");
        }

        return calls;
    }

    [GeneratedRegex(@"(?<![0-9])7,7,\d+,\d+,\{")]
    private static partial Regex Refusals();

    [GeneratedRegex("""(?<![0-9])(2,7,(?<first>\d+),"|4,7,(?<first>\d+),\{|7,7,(?<first>\d+),(?<last>\d+),\{)""")]
    private static partial Regex Answers();

    /// <summary>A clock that stands still, whose timers never ring.</summary>
    private sealed class StillClock : TimeProvider
    {
        public override long GetTimestamp() => 1;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
