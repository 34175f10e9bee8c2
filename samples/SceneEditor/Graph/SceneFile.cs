using System.Text.Json;

namespace SceneEditor.Graph;

/// <summary>Writes a scene to disk, on the scene's thread, as a DCC's own save does.</summary>
internal sealed class SceneFile(string path, TimeSpan slowness)
{
    public string Path { get; } = path;

    /// <summary>Saves and marks the scene as saved. Blocks its thread for the time a file server takes.</summary>
    public SaveResult Save(Scene scene)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(SceneSnapshot.Of(scene), SceneJson.Default.SceneSnapshot);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        // Under another name first: a crash in the middle leaves the old file whole.
        var unfinished = Path + ".part";
        File.WriteAllBytes(unfinished, bytes);
        Thread.Sleep(slowness);
        File.Move(unfinished, Path, overwrite: true);
        scene.MarkSaved();
        return new SaveResult(System.IO.Path.GetFileName(Path), scene.Nodes.Length, bytes.Length);
    }
}
