using SceneEditor.Graph;

namespace SceneEditor.Baking;

/// <summary>
/// Ambient occlusion, a little of it: how many rays from each mesh reach the sky. Works on a snapshot, so it can run
/// on any thread; the scene itself is touched by the caller, on main.
/// </summary>
internal sealed class OcclusionBake(IReadOnlyList<SceneNode> nodes)
{
    public const int Passes = 120;
    private const int RaysPerPass = 64;
    private readonly Ball[] _balls = [.. WorldTransform.Meshes(nodes).Select(Ball.Around)];

    public int Meshes => _balls.Length;

    public int Rays => _balls.Length * Passes * RaysPerPass;

    /// <summary>Casts all rays, pass by pass.</summary>
    /// <param name="afterPass">Called after each pass with its number (from 1) and what it worked on last.</param>
    /// <returns>For each mesh the part of its rays that met nothing, 0 to 1.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> fired between two passes.</exception>
    public Dictionary<int, double> Run(Action<int, string> afterPass, CancellationToken cancellation)
    {
        var free = new int[_balls.Length];
        for (var pass = 1; pass <= Passes; pass++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var ball = 0; ball < _balls.Length; ball++)
                free[ball] += CountFree(ball, pass);
            afterPass(pass, _balls.Length == 0 ? "" : _balls[(pass - 1) % _balls.Length].Name);
        }

        return _balls.Select((ball, index) => (ball.Id, Open: free[index] / (double)(Passes * RaysPerPass))).ToDictionary(pair => pair.Id, pair => pair.Open);
    }

    private int CountFree(int source, int pass)
    {
        var from = _balls[source];
        var free = 0;
        for (var ray = 0; ray < RaysPerPass; ray++)
        {
            var (x, y, z) = Direction((pass - 1) * RaysPerPass + ray, Passes * RaysPerPass);
            var start = (X: from.X + x * from.Radius, Y: from.Y + y * from.Radius, Z: from.Z + z * from.Radius);
            var blocked = false;
            for (var other = 0; other < _balls.Length && !blocked; other++)
                blocked = other != source && _balls[other].IsHitBy(start, (x, y, z));
            if (!blocked)
                free++;
        }

        return free;
    }

    /// <summary>Evenly spread over the upper half (a golden-angle spiral): the same in every run.</summary>
    private static (double X, double Y, double Z) Direction(int index, int count)
    {
        var y = (index + 0.5) / count;
        var side = Math.Sqrt(1 - y * y);
        var angle = index * Math.PI * (3 - Math.Sqrt(5));
        return (side * Math.Cos(angle), y, side * Math.Sin(angle));
    }

    private readonly record struct Ball(int Id, string Name, double X, double Y, double Z, double Radius)
    {
        public static Ball Around((SceneNode Node, WorldTransform World) mesh) =>
            new(mesh.Node.Id, mesh.Node.Name, mesh.World.X, mesh.World.Y, mesh.World.Z, mesh.World.Scale / 2);

        public bool IsHitBy((double X, double Y, double Z) start, (double X, double Y, double Z) direction)
        {
            var (dx, dy, dz) = (X - start.X, Y - start.Y, Z - start.Z);
            var along = dx * direction.X + dy * direction.Y + dz * direction.Z;
            var square = dx * dx + dy * dy + dz * dz;
            return square <= Radius * Radius || (along > 0 && square - along * along <= Radius * Radius);
        }
    }
}
