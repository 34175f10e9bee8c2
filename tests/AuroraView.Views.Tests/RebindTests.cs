using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What the page asked for runs what was registered when it was accepted, also when the name has another function by then, or none.</summary>
public class RebindTests
{
    [Fact]
    public void Call_NameIsSetAgainOrRemovedWhileItIsQueued_RunsTheFormer()
    {
        using var host = new HostLoop();
        using var busy = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var view = host.Open();
        view.On("busy", () =>
        {
            busy.Set();
            go.Wait(HostLoop.Bound);
        }, HandlerThread.View);
        view.On("again", () => "former", HandlerThread.View);
        view.On("removed", () => "former", HandlerThread.View);
        view.EvalJsSync("window.answers = Promise.all(['busy', 'again', 'removed'].map(name => auroraview.call(name))); void 0", HostLoop.Bound);
        Assert.True(busy.Wait(HostLoop.Bound));
        // The page's messages before this one are accepted.
        Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
        view.On("again", () => "new", HandlerThread.View);
        Assert.True(view.Off("removed"));
        go.Set();
        Assert.Equal("former,former", view.EvalJsSync<string>("answers.then(all => all.slice(1).join())", HostLoop.Bound));
        Assert.Equal("new", view.EvalJsSync<string>("auroraview.call('again')", HostLoop.Bound));
    }
}
