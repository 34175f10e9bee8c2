using SceneEditor.Baking;
using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class OcclusionBakeTests
{
    private readonly Scene _scene = new("test.scene");

    [Fact]
    public void Run_with_one_mesh_sees_the_whole_sky()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        Assert.Equal(1, Run()[cube.Id]);
    }

    [Fact]
    public void Run_with_a_roof_above_sees_less_and_the_roof_sees_all()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        var roof = _scene.Create(NodeKind.Sphere, 0, node => node with { TranslateY = 2, Scale = 2 });
        var open = Run();
        Assert.InRange(open[cube.Id], 0.05, 0.95);
        Assert.Equal(1, open[roof.Id]);
    }

    [Fact]
    public void Run_counts_a_group_above_and_leaves_out_the_hidden()
    {
        var group = _scene.Create(NodeKind.Group, 0, node => node with { TranslateX = 50 });
        var cube = _scene.Create(NodeKind.Cube, 0);
        var roof = _scene.Create(NodeKind.Sphere, group.Id, node => node with { TranslateY = 2, Scale = 2 });
        Assert.Equal(1, Run()[cube.Id], 1);
        _scene.Set(group.Id, NodeProperty.TranslateX, 0);
        Assert.True(Run()[cube.Id] < 0.95);
        _scene.SetVisible(group.Id, false);
        var open = Run();
        Assert.Equal(1, open[cube.Id]);
        Assert.DoesNotContain(roof.Id, open.Keys);
    }

    [Fact]
    public void Run_twice_gives_the_same_and_reports_each_pass()
    {
        StartScene.Fill(_scene);
        var passes = new List<int>();
        var first = new OcclusionBake(_scene.Nodes).Run((pass, _) => passes.Add(pass), CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, OcclusionBake.Passes), passes);
        Assert.Equal(first, Run());
        Assert.Equal(_scene.Nodes.Count(node => node.IsMesh), first.Count);
    }

    [Fact]
    public void Run_cancelled_stops_before_the_next_pass()
    {
        StartScene.Fill(_scene);
        using var source = new CancellationTokenSource();
        var last = 0;
        Assert.Throws<OperationCanceledException>(() => new OcclusionBake(_scene.Nodes).Run(Stop, source.Token));
        Assert.Equal(10, last);

        void Stop(int pass, string on)
        {
            last = pass;
            if (pass == 10)
                source.Cancel();
        }
    }

    [Fact]
    public void Run_of_an_empty_scene_finds_nothing() => Assert.Empty(Run());

    private Dictionary<int, double> Run() => new OcclusionBake(_scene.Nodes).Run((_, _) => { }, CancellationToken.None);
}
