using System.Collections.Concurrent;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What no caller hears of is told once, at one place: the view's Error event.</summary>
public class ReportTests
{
    [Fact]
    public void Page_FailsWhereNobodyWaits_IsToldOnce()
    {
        using var host = new HostLoop();
        var view = host.Make(new WebViewOptions { DccMode = true, Html = "<script>addEventListener('error', e => e.message.includes('dealt with') && e.preventDefault());" + "setTimeout(() => { throw new Error('dealt with') }, 0); setTimeout(() => { throw new Error('in a timer') }, 0)</script><a id=link target=_blank href='https://link.invalid/'>x</a><a id=save download=f href='data:application/octet-stream,save'>x</a>" });
        var reports = new ConcurrentQueue<string>();
        view.Error += (_, error) => reports.Enqueue(error.Message);
        view.Show();
        view.EvalJsSync("auroraview.on('e', async () => { await null; throw new Error('in an async listener') }); ", HostLoop.Bound);
        view.Emit("e");
        string[] expected =
        [
            "in an async listener", "in a script", "in a late script", "in a timer", "in a floating promise", "https://window.invalid", "https://link.invalid", "octet-stream,save",
        ];
        view.EvalJs("throw new Error('in a script')");
        view.EvalJs("await Promise.reject(new Error('in a late script'))");
        view.EvalJs("Promise.reject(new Error('in a floating promise')); 0");
        view.EvalJs("window.open('https://window.invalid'); document.getElementById('link').click(); document.getElementById('save').click()");
        host.Until(() => expected.All(text => reports.Any(report => report.Contains(text, StringComparison.Ordinal))));
        view.EvalJs("1 + ; // the last");
        host.Until(() => reports.Any(report => report.Contains("the last", StringComparison.Ordinal)));
        foreach (var text in expected)
            Assert.Single(reports, report => report.Contains(text, StringComparison.Ordinal));
        Assert.Equal(expected.Length + 1, reports.Count);
    }
}
