using AuroraView.Engine;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>A panel whose parent window was destroyed closes, unless the host keeps it or has given it another place.</summary>
public sealed class ParentLostTests
{
    private const nint Parent = 7;
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);
    private readonly ScriptedBackend _engine = new();

    [Fact]
    public async Task ParentLost_NoHandler_Closes()
    {
        using var view = Open();
        view.Closing += static (_, args) => args.Cancel = true;
        Assert.True(await IsClosedAfter(view, () => Lose()));
    }

    [Fact]
    public async Task ParentLost_HandlerThatDoesNothingOrThrows_Closes()
    {
        using var quiet = Open();
        quiet.ParentLost += static (_, _) => { };
        Assert.True(await IsClosedAfter(quiet, () => Lose()));

        using var loud = Open();
        loud.ParentLost += static (_, _) => throw new InvalidOperationException("as told");
        Assert.True(await IsClosedAfter(loud, () => Lose()));
    }

    [Fact]
    public async Task ParentLost_HandlerKeepsOrMovesIt_StaysOpen()
    {
        using var kept = Open();
        kept.ParentLost += static (_, args) => args.KeepOpen = true;
        await Raised(kept, () => Lose());
        Assert.Equal(ViewState.Open, kept.State);

        using var moved = Open();
        moved.ParentLost += static (view, _) => ((WebView)view!).Reparent(8);
        await Raised(moved, () => Lose());
        Assert.Equal(ViewState.Open, moved.State);
    }

    [Fact]
    public void ParentLost_CrossesWithAReparent_StaysOpen()
    {
        using var view = Open();
        view.Reparent(8);
        Lose();
        Assert.Equal(ViewState.Open, view.State);
        Lose(8);
        Assert.NotEqual(ViewState.Open, view.State);
    }

    private WebView Open()
    {
        var view = new WebView(new WebViewOptions { Html = "x", Parent = Parent, Backend = () => _engine });
        view.Show();
        return view;
    }

    private void Lose(nint parent = Parent) => _engine.Tell(new WindowChange(WindowChangeKind.ParentLost, (int)parent));

    private static async Task<bool> IsClosedAfter(WebView view, Action lose)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Closed += (_, _) => closed.TrySetResult();
        lose();
        await closed.Task.WaitAsync(s_bound, TestContext.Current.CancellationToken);
        return true;
    }

    // The event after it in the same queue says that the handler is over.
    private async Task Raised(WebView view, Action lose)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        view.Focused += (_, _) => over.TrySetResult();
        lose();
        _engine.Tell(new WindowChange(WindowChangeKind.Focused));
        await over.Task.WaitAsync(s_bound, TestContext.Current.CancellationToken);
    }
}
