namespace SceneEditor.Panel;

/// <summary>How many objects a delete took.</summary>
internal sealed record DeleteReply(int Count);

/// <summary>Which step was undone or done again.</summary>
internal sealed record StepReply(string Name);

/// <summary>Whether playback runs.</summary>
internal sealed record TurningReply(bool Turning);

/// <summary>Whether there was a bake to cancel.</summary>
internal sealed record CancelReply(bool Running);

/// <summary>The event <c>call_trace</c>: a handler has begun on this thread.</summary>
/// <param name="Thread"><c>main</c> or <c>view</c>.</param>
internal sealed record CallTrace(string Method, string Thread, int ThreadId);
