using System.Text.Json.Serialization;

namespace AotPanel;

/// <summary>What the page asks for.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="Size">Its edge; 1 where the page says nothing.</param>
public sealed record CreateRequest(string Name, double Size = 1);

/// <summary>One object of the scene.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its edge.</param>
public sealed record SceneObject(int Id, string Name, double Size);

/// <summary>How far an export is.</summary>
/// <param name="Done">Objects written.</param>
/// <param name="Total">Objects there are.</param>
public sealed record Progress(int Done, int Total);

/// <summary>What the page found out in its own test run.</summary>
/// <param name="Lines">One line a call.</param>
public sealed record Report(List<string> Lines);

/// <summary>How all of these are written and read: nothing is looked up while the program runs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(CreateRequest))]
[JsonSerializable(typeof(List<SceneObject>))]
[JsonSerializable(typeof(Progress))]
[JsonSerializable(typeof(Report))]
internal sealed partial class PanelJson : JsonSerializerContext;
