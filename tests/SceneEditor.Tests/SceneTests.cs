using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class SceneTests
{
    private readonly Scene _scene = new("test.scene");

    [Fact]
    public void Create_without_a_name_takes_the_first_free_number()
    {
        Assert.Equal("cube1", _scene.Create(NodeKind.Cube, 0).Name);
        Assert.Equal("cube2", _scene.Create(NodeKind.Cube, 0).Name);
        _scene.Delete(_scene.Find("cube1")!.Id);
        Assert.Equal("cube1", _scene.Create(NodeKind.Cube, 0).Name);
    }

    [Fact]
    public void Create_in_a_group_stands_behind_what_is_in_it()
    {
        var group = _scene.Create(NodeKind.Group, 0);
        var outside = _scene.Create(NodeKind.Light, 0);
        var inner = _scene.Create(NodeKind.Group, group.Id);
        var deep = _scene.Create(NodeKind.Cube, inner.Id);
        var last = _scene.Create(NodeKind.Sphere, group.Id);
        Assert.Equal([group.Id, inner.Id, deep.Id, last.Id, outside.Id], _scene.Nodes.Select(node => node.Id));
    }

    [Fact]
    public void Create_in_something_that_is_no_group_is_refused_and_changes_nothing()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        var version = _scene.Version;
        var error = Assert.Throws<SceneException>(() => _scene.Create(NodeKind.Cube, cube.Id));
        Assert.Contains("cube1 is a cube, not a group", error.Message, StringComparison.Ordinal);
        Assert.Throws<SceneException>(() => _scene.Create(NodeKind.Cube, 99));
        Assert.Equal(version, _scene.Version);
        Assert.Single(_scene.Nodes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("cube2")]
    [InlineData(" cube2 ")]
    [InlineData("a/b")]
    [InlineData("two\nlines")]
    public void Rename_to_a_bad_or_taken_name_is_refused_and_changes_nothing(string name)
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        _scene.Create(NodeKind.Cube, 0);
        Assert.Throws<SceneException>(() => _scene.Rename(cube.Id, name));
        Assert.Throws<SceneException>(() => _scene.Rename(cube.Id, new string('x', 65)));
        Assert.Equal("cube1", _scene.Get(cube.Id).Name);
        Assert.Equal("create cube2", _scene.UndoName);
    }

    [Fact]
    public void Rename_to_its_own_name_is_no_step()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        var version = _scene.Version;
        _scene.Rename(cube.Id, " cube1 ");
        Assert.Equal(version, _scene.Version);
    }

    [Fact]
    public void Delete_takes_everything_below_and_nothing_else()
    {
        var group = _scene.Create(NodeKind.Group, 0);
        var inner = _scene.Create(NodeKind.Group, group.Id);
        _scene.Create(NodeKind.Cube, inner.Id);
        var outside = _scene.Create(NodeKind.Cube, 0);
        Assert.Equal(3, _scene.Delete(group.Id));
        Assert.Equal(outside.Id, Assert.Single(_scene.Nodes).Id);
        Assert.Throws<SceneException>(() => _scene.Delete(group.Id));
    }

    [Fact]
    public void Duplicate_copies_the_subtree_with_new_ids_and_free_names()
    {
        var group = _scene.Create(NodeKind.Group, 0);
        var inner = _scene.Create(NodeKind.Group, group.Id);
        _scene.Create(NodeKind.Cube, inner.Id);
        _scene.Create(NodeKind.Light, 0);
        var copy = _scene.Duplicate(group.Id);

        Assert.Equal(["group1", "group2", "cube1", "group3", "group4", "cube2", "light1"], _scene.Nodes.Select(node => node.Name));
        Assert.Equal(7, _scene.Nodes.Select(node => node.Id).Distinct().Count());
        Assert.Equal(copy.Id, _scene.Find("group4")!.Parent);
        Assert.Equal(_scene.Find("group4")!.Id, _scene.Find("cube2")!.Parent);
        Assert.Equal("group1", _scene.Undo().Split(' ')[1]);
        Assert.Equal(4, _scene.Nodes.Length);
    }

    [Fact]
    public void Set_of_one_gesture_is_one_step_of_the_history()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        for (var value = 1; value <= 100; value++)
            _scene.Set(cube.Id, NodeProperty.TranslateX, value, gesture: 7);
        _scene.Set(cube.Id, NodeProperty.TranslateX, 200, gesture: 8);
        _scene.Undo();
        Assert.Equal(100, _scene.Get(cube.Id).TranslateX);
        _scene.Undo();
        Assert.Equal(0, _scene.Get(cube.Id).TranslateX);
        _scene.Redo();
        Assert.Equal(100, _scene.Get(cube.Id).TranslateX);
        _scene.Set(cube.Id, NodeProperty.TranslateX, 5, gesture: 7);
        _scene.Undo();
        Assert.Equal(100, _scene.Get(cube.Id).TranslateX);
    }

    [Fact]
    public void Set_outside_of_what_makes_sense_is_limited_and_not_a_number_is_refused()
    {
        var light = _scene.Create(NodeKind.Light, 0);
        Assert.Equal(0, _scene.Set(light.Id, NodeProperty.Intensity, -3).Intensity);
        Assert.Equal(0.01, _scene.Set(light.Id, NodeProperty.Scale, 0).Scale);
        Assert.Throws<SceneException>(() => _scene.Set(light.Id, NodeProperty.TranslateX, double.NaN));
        Assert.Throws<SceneException>(() => _scene.Set(light.Id, NodeProperty.TranslateX, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(NodeProperty.TranslateX)]
    [InlineData(NodeProperty.TranslateY)]
    [InlineData(NodeProperty.TranslateZ)]
    [InlineData(NodeProperty.RotateY)]
    [InlineData(NodeProperty.Scale)]
    [InlineData(NodeProperty.Intensity)]
    [InlineData(NodeProperty.FocalLength)]
    internal void Set_changes_the_property_it_names_and_no_other(NodeProperty property)
    {
        var node = _scene.Create(NodeKind.Camera, 0);
        var changed = _scene.Set(node.Id, property, 2.5);
        Assert.Equal(2.5, changed[property]);
        Assert.Equal(node, changed.With(property, node[property]));
    }

    [Fact]
    public void Undo_with_nothing_to_undo_is_refused()
    {
        Assert.Throws<SceneException>(() => _scene.Undo());
        Assert.Throws<SceneException>(() => _scene.Redo());
        _scene.Create(NodeKind.Cube, 0);
        _scene.Undo();
        Assert.Equal("create cube1", _scene.RedoName);
        _scene.Create(NodeKind.Light, 0);
        Assert.Null(_scene.RedoName);
    }

    [Fact]
    public void Play_is_no_step_no_event_and_no_unsaved_change()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        _scene.MarkOpened();
        var changes = 0;
        _scene.Changed += () => changes++;
        _scene.Play(cube.Id, 90);
        Assert.Equal(90, _scene.Get(cube.Id).RotateY);
        Assert.False(_scene.IsDirty);
        Assert.Null(_scene.UndoName);
        Assert.Equal(0, changes);
    }

    [Fact]
    public void IsDirty_follows_what_was_saved_through_undo_and_redo()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        Assert.True(_scene.IsDirty);
        _scene.MarkSaved();
        Assert.False(_scene.IsDirty);
        _scene.SetVisible(cube.Id, false);
        Assert.True(_scene.IsDirty);
        _scene.Undo();
        Assert.False(_scene.IsDirty);
    }

    [Fact]
    public void ApplyBake_leaves_out_what_is_gone()
    {
        var cube = _scene.Create(NodeKind.Cube, 0);
        var light = _scene.Create(NodeKind.Light, 0);
        Assert.Equal(1, _scene.ApplyBake(new Dictionary<int, double> { [cube.Id] = 0.5, [99] = 0.1 }));
        Assert.Equal(0.5, _scene.Get(cube.Id).Baked);
        Assert.Null(_scene.Get(light.Id).Baked);
        Assert.Equal("bake", _scene.Undo());
        Assert.Null(_scene.Get(cube.Id).Baked);
    }

    [Fact]
    public void StartScene_is_clean_valid_and_has_a_turntable()
    {
        StartScene.Fill(_scene);
        Assert.False(_scene.IsDirty);
        Assert.Null(_scene.UndoName);
        Assert.Equal(NodeKind.Group, _scene.Find(StartScene.Turntable)!.Kind);
        Assert.Contains(_scene.Nodes, node => node.Kind == NodeKind.Camera);
    }
}
