using System.Collections.Immutable;

namespace SceneEditor.Graph;

/// <summary>The whole scene at one moment: immutable, so that any thread may read it.</summary>
internal sealed record SceneSnapshot(string Name, long Version, bool Dirty, string? Undo, string? Redo, ImmutableArray<SceneNode> Nodes)
{
    /// <summary>Called on the scene's thread.</summary>
    public static SceneSnapshot Of(Scene scene) => new(scene.Name, scene.Version, scene.IsDirty, scene.UndoName, scene.RedoName, scene.Nodes);
}
