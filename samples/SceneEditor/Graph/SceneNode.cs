using System.Text.Json.Serialization;

namespace SceneEditor.Graph;

/// <summary>One object of the scene. Immutable: a change makes a new one, which is what makes undo simple.</summary>
/// <param name="Id">Never used twice in a scene.</param>
/// <param name="Parent">The group it is in, or 0.</param>
internal sealed record SceneNode(int Id, int Parent, NodeKind Kind, string Name)
{
    public bool Visible { get; init; } = true;

    public double TranslateX { get; init; }

    public double TranslateY { get; init; }

    public double TranslateZ { get; init; }

    /// <summary>Degrees about the vertical axis.</summary>
    public double RotateY { get; init; }

    public double Scale { get; init; } = 1;

    /// <summary>How bright a light is; 0 is off.</summary>
    public double Intensity { get; init; } = 1;

    /// <summary>Millimetres of a camera's lens.</summary>
    public double FocalLength { get; init; } = 35;

    /// <summary>How much open sky a mesh sees, 0 to 1, or <see langword="null"/> before it is baked.</summary>
    public double? Baked { get; init; }

    [JsonIgnore]
    public bool IsMesh => Kind is NodeKind.Cube or NodeKind.Sphere;

    public double this[NodeProperty property] => property switch
    {
        NodeProperty.TranslateX => TranslateX,
        NodeProperty.TranslateY => TranslateY,
        NodeProperty.TranslateZ => TranslateZ,
        NodeProperty.RotateY => RotateY,
        NodeProperty.Scale => Scale,
        NodeProperty.Intensity => Intensity,
        NodeProperty.FocalLength => FocalLength,
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };

    public SceneNode With(NodeProperty property, double value) => property switch
    {
        NodeProperty.TranslateX => this with { TranslateX = value },
        NodeProperty.TranslateY => this with { TranslateY = value },
        NodeProperty.TranslateZ => this with { TranslateZ = value },
        NodeProperty.RotateY => this with { RotateY = value },
        NodeProperty.Scale => this with { Scale = value },
        NodeProperty.Intensity => this with { Intensity = value },
        NodeProperty.FocalLength => this with { FocalLength = value },
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };
}
