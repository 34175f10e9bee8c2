using System.Text.Json.Serialization;
using SceneEditor.Baking;
using SceneEditor.Demo;
using SceneEditor.Graph;
using SceneEditor.Panel;
using SceneEditor.Simulation;

namespace SceneEditor;

/// <summary>Everything that crosses the bridge or goes to disk, known at compile time: the sample can be trimmed and compiled ahead of time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SceneSnapshot))]
[JsonSerializable(typeof(CreateRequest))]
[JsonSerializable(typeof(NodeRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(VisibleRequest))]
[JsonSerializable(typeof(PropertyRequest))]
[JsonSerializable(typeof(TurningRequest))]
[JsonSerializable(typeof(DeleteReply))]
[JsonSerializable(typeof(StepReply))]
[JsonSerializable(typeof(TurningReply))]
[JsonSerializable(typeof(CancelReply))]
[JsonSerializable(typeof(CallTrace))]
[JsonSerializable(typeof(SaveResult))]
[JsonSerializable(typeof(BakeResult))]
[JsonSerializable(typeof(BakeProgress))]
[JsonSerializable(typeof(SimulationFrame))]
[JsonSerializable(typeof(CallRecord[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(string))]
internal sealed partial class SceneJson : JsonSerializerContext;
