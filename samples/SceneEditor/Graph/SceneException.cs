namespace SceneEditor.Graph;

/// <summary>The scene refused an operation; the message is meant for the person who asked for it.</summary>
internal sealed class SceneException(string message) : Exception(message);
