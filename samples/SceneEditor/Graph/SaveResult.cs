namespace SceneEditor.Graph;

/// <summary>What a save wrote.</summary>
internal sealed record SaveResult(string File, int Objects, int Bytes);
