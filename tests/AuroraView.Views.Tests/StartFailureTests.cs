using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

public sealed class StartFailureTests : IDisposable
{
    private const string Variable = "AURORAVIEW_PANEL_HOST";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public StartFailureTests() => Environment.SetEnvironmentVariable(Variable, "/nonexistent/panelhost");

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Fact]
    public void EvalJs_EngineFailsToStartMeanwhile_AlwaysSaysWhy()
    {
        // The call meets the failure at another point each time: before it, while it is refused, while it is queued.
        for (int i = 0; i < 300; i++)
        {
            using var view = new WebView(new WebViewOptions { Html = "x" });
            view.Show();
            Thread.SpinWait(i * 100);
            var error = i % 2 == 0
                ? Assert.Throws<ShutdownInProgressException>(() => view.EvalJsSync<int>("1", HostLoop.Bound))
                : Assert.ThrowsAsync<ShutdownInProgressException>(() => view.EvalJsAsync<int>("1", TestContext.Current.CancellationToken).WaitAsync(HostLoop.Bound)).GetAwaiter().GetResult();
            Assert.Contains("/nonexistent/panelhost", error.Message, StringComparison.Ordinal);
        }
    }
}
