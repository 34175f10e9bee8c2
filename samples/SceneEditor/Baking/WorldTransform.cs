using SceneEditor.Graph;

namespace SceneEditor.Baking;

/// <summary>Where an object is in the world, after all groups above it.</summary>
/// <param name="Turn">Radians about the vertical axis.</param>
internal readonly record struct WorldTransform(double X, double Y, double Z, double Turn, double Scale)
{
    /// <summary>The visible meshes of a scene (objects in hidden groups are hidden) with their places.</summary>
    /// <param name="nodes">Each object before what is in it.</param>
    public static IEnumerable<(SceneNode Node, WorldTransform World)> Meshes(IReadOnlyList<SceneNode> nodes)
    {
        var worlds = new Dictionary<int, WorldTransform> { [0] = new(0, 0, 0, 0, 1) };
        foreach (var node in nodes)
        {
            if (!node.Visible || !worlds.TryGetValue(node.Parent, out var parent))
                continue;
            var world = parent.Place(node);
            worlds[node.Id] = world;
            if (node.IsMesh)
                yield return (node, world);
        }
    }

    private WorldTransform Place(SceneNode node)
    {
        var (sin, cos) = Math.SinCos(Turn);
        return new(
            X + Scale * (cos * node.TranslateX + sin * node.TranslateZ),
            Y + Scale * node.TranslateY,
            Z + Scale * (cos * node.TranslateZ - sin * node.TranslateX),
            Turn + node.RotateY * Math.PI / 180,
            Scale * node.Scale);
    }
}
