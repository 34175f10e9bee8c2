using SceneEditor.Graph;

namespace SceneEditor.Panel;

/// <summary>What the page sends with <c>create_object</c>.</summary>
/// <param name="Parent">The group to create it in, or 0.</param>
internal sealed record CreateRequest(NodeKind Kind, int Parent = 0);

/// <summary>What the page sends about one object.</summary>
internal sealed record NodeRequest(int Id);

/// <summary>What the page sends with <c>rename_object</c>.</summary>
internal sealed record RenameRequest(int Id, string Name);

/// <summary>What the page sends with <c>set_visible</c>.</summary>
internal sealed record VisibleRequest(int Id, bool Visible);

/// <summary>What the page sends with <c>set_property</c>.</summary>
/// <param name="Gesture">Equal for all values of one drag, or 0.</param>
internal sealed record PropertyRequest(int Id, NodeProperty Property, double Value, int Gesture = 0);

/// <summary>What the page sends with <c>set_turning</c>.</summary>
internal sealed record TurningRequest(bool On);
