using System.Text.Json.Serialization;

namespace SceneEditor.Graph;

/// <summary>What an object of the scene is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeKind>))]
internal enum NodeKind
{
    [JsonStringEnumMemberName("group")]
    Group,

    [JsonStringEnumMemberName("cube")]
    Cube,

    [JsonStringEnumMemberName("sphere")]
    Sphere,

    [JsonStringEnumMemberName("light")]
    Light,

    [JsonStringEnumMemberName("camera")]
    Camera,
}
