using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class CrashTests41() : CrashTests("4.1");

public sealed class CrashTests40() : CrashTests("4.0");

/// <summary>The page's process dies, hangs or is ended; the view lives on.</summary>
public abstract class CrashTests(string api) : OnBothApis(api)
{
    [Fact]
    public void Page_process_killed_answers_what_is_pending_once_and_reload_brings_the_page_back()
    {
        using TestView view = TestView.Show("<p>alive</p>");
        view.Eval("setTimeout(() => { post('looping'); while (true); }); ''");
        view.Wait<PageMessage>();
        long[] calls = [.. Enumerable.Range(0, 50).Select(_ => view.NextCall())];
        foreach (long call in calls[..25])
            view.Backend.Evaluate(call, "'never'", null);
        foreach (long call in calls[25..])
            view.Deliver(call, "1");
        long picture = view.NextCall();
        view.Backend.CaptureScreenshot(picture);
        Processes.Kill(Processes.PageOf(view.Info.ProcessId));

        Assert.Equal(CrashReason.Crashed, view.Wait<Crashed>().Reason);
        foreach (long call in calls)
            Assert.Equal(EvaluationStatus.PageGone, view.WaitEvaluated(call).Status);
        view.Wait<Captured>(captured => captured.CallId == picture);

        int from = view.Count;
        view.Backend.Navigate(NavigationCommand.Reload);
        view.Wait<LoadProgress>(progress => progress.Phase == LoadPhase.Finished, from);
        Assert.Equal("alive", view.Eval("document.body.innerText.trim()"));
        foreach (long call in calls)
            Assert.Single(view.All<Evaluated>(), evaluated => evaluated.CallId == call);
        Assert.Single(view.All<Crashed>());
    }

    [Fact]
    public void Page_terminated_says_so_and_another_load_works()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        long loops = view.NextCall();
        view.Backend.Evaluate(loops, "while (true);", null);
        view.Backend.TerminatePage();
        Assert.Equal(CrashReason.Terminated, view.Wait<Crashed>().Reason);
        Assert.Equal(EvaluationStatus.PageGone, view.WaitEvaluated(loops).Status);
        view.LoadHtml("<p>again</p>");
        Assert.Equal("again", view.Eval("document.body.innerText.trim()"));
    }

    [Fact]
    public void Page_that_does_not_answer_is_reported_once_and_again_after_a_sign_of_life()
    {
        using var server = new PageServer(new() { ["/"] = "<p>hi</p>" });
        using TestView view = TestView.Start(start => start with { PingTimeout = TimeSpan.FromMilliseconds(300) });
        view.Load(new PageSource(PageSourceKind.Url, server.Origin + "/"));
        for (int round = 1; round <= 2; round++)
        {
            // The script stands still until the test lets the server go; a slow machine may have been reported while it loaded.
            int before = view.All<Crashed>().Length;
            int from = view.Count;
            long busy = view.NextCall();
            view.Backend.Evaluate(busy, "var request = new XMLHttpRequest(); request.open('GET', '/busy', false); try { request.send(); } catch { } 'done'", null);
            Assert.Equal(CrashReason.Unresponsive, view.Wait<Crashed>(from: from).Reason);
            // The engine may ask again for what was not answered.
            Assert.True(SpinWait.SpinUntil(
                () =>
                {
                    server.Release();
                    return view.All<Evaluated>().Any(evaluated => evaluated.CallId == busy);
                },
                TestView.Bound));
            Assert.Equal("done", view.WaitEvaluated(busy).Text);
            Assert.Equal(before + 1, view.All<Crashed>().Length);
        }
    }

    [Fact]
    public void Load_of_a_page_whose_script_never_ends_is_reported()
    {
        using TestView view = TestView.Start(start => start with { PingTimeout = TimeSpan.FromMilliseconds(300) });
        view.BeginLoad(new PageSource(PageSourceKind.Html, "<script>while (true);</script>"));
        Assert.Equal(CrashReason.Unresponsive, view.Wait<Crashed>().Reason);
    }

    [Fact]
    public void Load_that_waits_for_the_network_is_not_reported()
    {
        using var server = new PageServer([]);
        using TestView view = TestView.Show("<p>first</p>", start => start with { PingTimeout = TimeSpan.FromSeconds(2) });
        int before = view.All<Crashed>().Length;
        long load = view.BeginLoad(new PageSource(PageSourceKind.Url, server.Origin + "/hangs"));
        view.Wait<LoadProgress>(progress => progress.LoadId == load);
        view.Eval("setTimeout(() => post('later than the limit'), 5000); ''");
        view.Wait<PageMessage>();
        Assert.Equal(before, view.All<Crashed>().Length);
    }
}
