namespace SceneEditor.Demo;

/// <summary>A step of the demo did not have its effect; the message says which and what was seen instead.</summary>
internal sealed class DemoException(string message, Exception? inner = null) : Exception(message, inner);
