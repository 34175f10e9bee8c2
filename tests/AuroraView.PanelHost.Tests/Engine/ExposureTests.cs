using System.Diagnostics;
using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class ExposureTests41() : ExposureTests("4.1");

public sealed class ExposureTests40() : ExposureTests("4.0");

/// <summary>What another window covered is drawn again once that is gone, also by a page at rest, which draws nothing by itself.</summary>
public abstract class ExposureTests(string api) : OnBothApis(api)
{
    private const uint Green = 0x20C040;
    private const uint Cover = 0x404080;
    private const string Page = "<body style='margin:0;background:#20c040'>";

    public static TheoryData<Acceleration, bool, bool> Ways
    {
        get
        {
            var ways = new TheoryData<Acceleration, bool, bool>();
            foreach (Acceleration acceleration in new[] { Acceleration.Always, Acceleration.Never })
            {
                foreach (bool embedded in new[] { true, false })
                {
                    ways.Add(acceleration, embedded, true);
                    ways.Add(acceleration, embedded, false);
                }
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Window_over_a_page_at_rest_and_away_leaves_nothing_blank(Acceleration acceleration, bool embedded, bool composited)
    {
        using Compositor? compositor = composited ? new Compositor() : null;
        using var host = new XHost();
        using TestView view = ShowGreen(host, acceleration, embedded ? host.CreateWindow(100, 100, 400, 300) : 0);
        Assert.Equal(acceleration == Acceleration.Always, view.Info.Graphics?.Accelerated);
        foreach ((int x, int y, int width, int height) in new[] { (150, 150, 200, 100), (90, 90, 420, 320), (480, 380, 60, 60) })
        {
            nint cover = host.CreateWindow(x, y, width, height);
            WaitFor(host, Math.Max(x, 100) + 5, Math.Max(y, 100) + 5, Cover, "the window over the page is not drawn");
            host.Destroy(cover);
            foreach ((int atX, int atY) in new[] { (105, 105), (160, 160), (495, 395) })
                WaitFor(host, atX, atY, Green, $"what a window of {width} x {height} covered stays blank");
        }
    }

    // As a dock that is dragged over the panel.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Window_that_wanders_over_a_page_at_rest_leaves_nothing_blank(bool embedded)
    {
        using var host = new XHost();
        using TestView view = ShowGreen(host, Acceleration.Always, embedded ? host.CreateWindow(100, 100, 400, 300) : 0);
        nint cover = host.CreateWindow(110, 110, 80, 80);
        for (int step = 0; step < 40; step++)
            host.Move(cover, 110 + (step * 7), 110 + (step * 5));
        host.Destroy(cover);
        for (int at = 0; at < 28; at++)
            WaitFor(host, 110 + (at * 14), 110 + (at * 10), Green, "what the window wandered over stays blank");
    }

    [Theory]
    [InlineData(Acceleration.Always)]
    [InlineData(Acceleration.Never)]
    public void Dialog_over_a_page_at_rest_leaves_nothing_blank(Acceleration acceleration)
    {
        using var host = new XHost();
        using TestView view = ShowGreen(host, acceleration, 0);
        // Its title's place, over which the engine draws the dialog inside the view.
        view.Eval("setTimeout(() => { alert('x'); post('over'); }); ''");
        Assert.True(SpinWait.SpinUntil(() => Enumerable.Range(0, 30).Any(row => host.ColourAt(300, 110 + (row * 9)) != Green), TestView.Bound), "no dialog");
        view.Backend.SetWindow(new WindowCommand(WindowAction.Focus));
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                XHost.Key("Return");
                return view.All<PageMessage>().Length > 0;
            },
            TestView.Bound));
        for (int row = 0; row < 30; row++)
            WaitFor(host, 300, 110 + (row * 9), Green, "what the dialog covered stays blank");
    }

    private static TestView ShowGreen(XHost host, Acceleration acceleration, nint parent)
    {
        TestView view = TestView.Show(Page, start => start with
        {
            Parent = parent,
            X = parent == 0 ? 100 : null,
            Y = parent == 0 ? 100 : null,
            Width = 400,
            Height = 300,
            Acceleration = acceleration,
        });
        WaitFor(host, 105, 105, Green, "the page is never drawn");
        WaitFor(host, 495, 395, Green, "the page is never drawn");
        return view;
    }

    private static void WaitFor(XHost host, int x, int y, uint colour, string or) =>
        Assert.True(SpinWait.SpinUntil(() => host.ColourAt(x, y) == colour, TestView.Bound), $"{or}: 0x{host.ColourAt(x, y):x6} at {x}, {y}");

    /// <summary>A compositing manager, by which windows keep what is covered.</summary>
    private sealed class Compositor : IDisposable
    {
        private readonly Process _process = Process.Start("xcompmgr");

        public void Dispose()
        {
            _process.Kill();
            Assert.True(_process.WaitForExit((int)TestView.Bound.TotalMilliseconds));
            _process.Dispose();
        }
    }
}
