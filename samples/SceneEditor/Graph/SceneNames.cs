namespace SceneEditor.Graph;

/// <summary>The rules for names: one line, at most 64 characters, unique in the scene.</summary>
internal static class SceneNames
{
    public const int MaxLength = 64;

    public static string BaseOf(NodeKind kind) => kind switch
    {
        NodeKind.Group => "group",
        NodeKind.Cube => "cube",
        NodeKind.Sphere => "sphere",
        NodeKind.Light => "light",
        NodeKind.Camera => "camera",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The name without the number at its end.</summary>
    public static string StemOf(string name)
    {
        var stem = name.AsSpan().TrimEnd("0123456789");
        return stem.IsEmpty ? "object" : stem.ToString();
    }

    /// <summary>The stem with the first number that makes it unique.</summary>
    public static string Free(IEnumerable<SceneNode> nodes, string stem)
    {
        var taken = nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        for (var number = 1; ; number++)
        {
            var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var name = stem[..Math.Min(stem.Length, MaxLength - digits.Length)] + digits;
            if (!taken.Contains(name))
                return name;
        }
    }

    public static void Validate(IEnumerable<SceneNode> nodes, int id, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new SceneException("A name cannot be empty.");
        if (name.Length > MaxLength)
            throw new SceneException($"A name has at most {MaxLength} characters; this one has {name.Length}.");
        if (name.Any(char.IsControl) || name.Contains('/', StringComparison.Ordinal))
            throw new SceneException("A name is one line without '/'.");
        if (nodes.Any(node => node.Id != id && node.Name == name))
            throw new SceneException($"There is already an object named “{name}”.");
    }
}
