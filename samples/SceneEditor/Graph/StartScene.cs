namespace SceneEditor.Graph;

/// <summary>What the editor opens with.</summary>
internal static class StartScene
{
    public const string Turntable = "turntable";

    public static void Fill(Scene scene)
    {
        var courtyard = Add(scene, NodeKind.Group, 0, "courtyard");
        var turntable = Add(scene, NodeKind.Group, courtyard, Turntable);
        Add(scene, NodeKind.Cube, turntable, "plinth", 0, 0.6, 0, 1.2);
        Add(scene, NodeKind.Sphere, turntable, "orb", 0, 1.95, 0, 1.5);
        const int Stones = 6;
        for (var stone = 0; stone < Stones; stone++)
        {
            var angle = 2 * Math.PI * stone / Stones;
            var size = 0.34 + 0.09 * stone;
            Add(scene, stone % 2 == 0 ? NodeKind.Cube : NodeKind.Sphere, turntable, $"stone_{stone + 1}", 2.5 * Math.Cos(angle), size / 2, 2.5 * Math.Sin(angle), size, -angle * 180 / Math.PI);
        }

        var towers = Add(scene, NodeKind.Group, courtyard, "towers");
        Add(scene, NodeKind.Cube, towers, "tower_west", -4.6, 0.9, -2.2, 1.8, 12);
        Add(scene, NodeKind.Cube, towers, "tower_west_top", -4.6, 2.35, -2.2, 1.1, 34);
        Add(scene, NodeKind.Cube, towers, "tower_north", 0.6, 0.7, -5.2, 1.4, -18);
        Add(scene, NodeKind.Sphere, towers, "tower_north_top", 0.6, 1.85, -5.2, 0.9);

        var lights = Add(scene, NodeKind.Group, 0, "lights");
        scene.Set(Add(scene, NodeKind.Light, lights, "key_light", -3.2, 3.6, 2.6), NodeProperty.Intensity, 1.6);
        scene.Set(Add(scene, NodeKind.Light, lights, "rim_light", 3.6, 2.8, -2.6), NodeProperty.Intensity, 0.9);
        Add(scene, NodeKind.Camera, 0, "shot_010", 4.4, 2.2, 2.6, 1, 58);
        scene.MarkOpened();
    }

    private static int Add(Scene scene, NodeKind kind, int parent, string name, double x = 0, double y = 0, double z = 0, double scale = 1, double rotateY = 0) =>
        scene.Create(kind, parent, node => node with { Name = name, TranslateX = x, TranslateY = y, TranslateZ = z, Scale = scale, RotateY = rotateY }).Id;
}
