using AuroraView.Threading;
using SceneEditor.Baking;
using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class BakeJobTests : IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);
    private readonly MainThreadDispatcher _dispatcher = MainThreadDispatcher.CreateForCurrentThread();
    private readonly Scene _scene = new("test.scene");
    private readonly BakeJob _job;

    public BakeJobTests()
    {
        StartScene.Fill(_scene);
        _job = new BakeJob(_scene, _dispatcher, TimeSpan.Zero);
    }

    public void Dispose() => _dispatcher.Dispose();

    [Fact]
    public void RunAsync_to_the_end_bakes_every_mesh_as_one_step()
    {
        var passes = 0;
        _job.Progress += _ => Interlocked.Increment(ref passes);
        var result = Await(_job.RunAsync(CancellationToken.None));
        Assert.False(result.Cancelled);
        Assert.Equal(OcclusionBake.Passes, passes);
        Assert.Equal(_scene.Nodes.Count(node => node.IsMesh), result.Meshes);
        Assert.All(_scene.Nodes.Where(node => node.IsMesh), node => Assert.NotNull(node.Baked));
        Assert.Equal("bake", _scene.UndoName);
    }

    [Fact]
    public void Cancel_in_the_middle_leaves_the_scene_as_it_was()
    {
        var before = _scene.Nodes;
        _job.Progress += progress =>
        {
            if (progress.Done == 5)
                Assert.True(_job.Cancel());
        };
        var result = Await(_job.RunAsync(CancellationToken.None));
        Assert.True(result.Cancelled);
        Assert.Equal(5, result.Passes);
        Assert.Equal(before, _scene.Nodes);
        Assert.False(_job.Cancel());
    }

    [Fact]
    public void RunAsync_whose_page_goes_away_is_cancelled()
    {
        using var page = new CancellationTokenSource();
        _job.Progress += _ => page.Cancel();
        Assert.True(Await(_job.RunAsync(page.Token)).Cancelled);
    }

    [Fact]
    public void RunAsync_while_one_runs_is_refused_and_the_first_goes_on()
    {
        var first = _job.RunAsync(CancellationToken.None);
        var error = Assert.Throws<SceneException>(() => Await(_job.RunAsync(CancellationToken.None)));
        Assert.Contains("already", error.Message, StringComparison.Ordinal);
        Assert.False(Await(first).Cancelled);
        Assert.False(Await(_job.RunAsync(CancellationToken.None)).Cancelled);
    }

    [Fact]
    public void RunAsync_with_nobody_at_the_dispatcher_fails_instead_of_touching_the_scene()
    {
        _dispatcher.Dispose();
        Assert.Throws<ShutdownInProgressException>(() => _job.RunAsync(CancellationToken.None).WaitAsync(s_bound).GetAwaiter().GetResult());
        Assert.Null(_scene.UndoName);
    }

    private T Await<T>(Task<T> task)
    {
        Assert.True(_dispatcher.RunUntil(task, s_bound));
        return task.Result;
    }
}
