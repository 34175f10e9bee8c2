namespace SceneEditor.Baking;

/// <summary>How far a bake is.</summary>
/// <param name="Label">The mesh it worked on last.</param>
internal sealed record BakeProgress(int Done, int Total, string Label);
