using AuroraView.Threading;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>What is asked of a view whose engine fails at that moment is answered, once, wherever the failure meets it.</summary>
public sealed class StartFailureTests
{
    private const int Rounds = 2000;
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void EvalJsAsync_EngineFailsMeanwhile_AlwaysEnds() => MeetTheFailure(static view => view.EvalJsAsync<int>("1"));

    [Fact]
    public void CaptureScreenshotAsync_EngineFailsMeanwhile_AlwaysEnds() => MeetTheFailure(static view => view.CaptureScreenshotAsync());

    private static void MeetTheFailure(Func<WebView, Task> ask)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var engine = new ScriptedBackend();
            using var view = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => engine });
            view.Show();
            using var ready = new Barrier(2);
            var failing = new Thread(() =>
            {
                ready.SignalAndWait();
                engine.Fail("no engine today");
            });
            failing.Start();
            ready.SignalAndWait();
            // Another step of the close each time.
            Thread.SpinWait(round % 50 * 40);
            var error = Record.Exception(() => Assert.True(ask(view).Wait(s_bound), $"round {round}: no answer came"));
            failing.Join();
            Assert.Contains("no engine today", Assert.IsType<ShutdownInProgressException>((error as AggregateException)?.InnerException ?? error).Message, StringComparison.Ordinal);
        }
    }
}
