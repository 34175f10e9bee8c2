namespace SceneEditor.Baking;

/// <summary>How a bake ended.</summary>
/// <param name="Passes">Passes that were done.</param>
/// <param name="Total">Passes of a whole bake.</param>
internal sealed record BakeResult(bool Cancelled, int Passes, int Total, int Meshes, int Rays, double Milliseconds);
