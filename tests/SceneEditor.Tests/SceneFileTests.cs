using System.Text.Json;
using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class SceneFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scene-editor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Save_writes_the_scene_as_the_page_reads_it_and_marks_it_saved()
    {
        var scene = new Scene("test.scene");
        StartScene.Fill(scene);
        scene.Create(NodeKind.Light, 0);
        var file = new SceneFile(Path.Combine(_folder, "new", "test.scene"), TimeSpan.Zero);
        var saved = file.Save(scene);

        Assert.Equal("test.scene", saved.File);
        Assert.False(scene.IsDirty);
        var bytes = File.ReadAllBytes(file.Path);
        Assert.Equal(saved.Bytes, bytes.Length);
        using var json = JsonDocument.Parse(bytes);
        var nodes = json.RootElement.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(scene.Nodes.Length, nodes.Count);
        Assert.Equal("light", nodes[^1].GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, nodes[^1].GetProperty("baked").ValueKind);
        Assert.Equal([file.Path], Directory.GetFiles(Path.Combine(_folder, "new")));
    }

    [Fact]
    public void Save_to_where_nothing_can_be_written_leaves_the_scene_unsaved()
    {
        var scene = new Scene("test.scene");
        scene.Create(NodeKind.Cube, 0);
        var blocked = Path.Combine(_folder, "blocked");
        File.WriteAllText(blocked, "a file where a folder should be");
        var file = new SceneFile(Path.Combine(blocked, "test.scene"), TimeSpan.Zero);
        Assert.ThrowsAny<IOException>(() => file.Save(scene));
        Assert.True(scene.IsDirty);
    }
}
