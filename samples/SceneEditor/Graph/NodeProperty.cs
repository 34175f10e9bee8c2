using System.Text.Json.Serialization;

namespace SceneEditor.Graph;

/// <summary>A number of an object that can be changed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeProperty>))]
internal enum NodeProperty
{
    [JsonStringEnumMemberName("translateX")]
    TranslateX,

    [JsonStringEnumMemberName("translateY")]
    TranslateY,

    [JsonStringEnumMemberName("translateZ")]
    TranslateZ,

    [JsonStringEnumMemberName("rotateY")]
    RotateY,

    [JsonStringEnumMemberName("scale")]
    Scale,

    [JsonStringEnumMemberName("intensity")]
    Intensity,

    [JsonStringEnumMemberName("focalLength")]
    FocalLength,
}
