using System.Collections.Immutable;

namespace SceneEditor.Graph;

/// <summary>Undo and redo: the objects as they were before each step. Belongs to the scene and its thread.</summary>
internal sealed class SceneHistory
{
    private const int Limit = 500;
    private readonly LinkedList<Step> _undo = new();
    private readonly Stack<Step> _redo = new();

    public string? UndoName => _undo.Last?.Value.Name;

    public string? RedoName => _redo.Count == 0 ? null : _redo.Peek().Name;

    /// <summary>Remembers what was there before a step. Steps of one gesture that follow each other are one.</summary>
    public void Push(string name, ImmutableArray<SceneNode> before, object? gesture)
    {
        _redo.Clear();
        if (gesture is not null && gesture.Equals(_undo.Last?.Value.Gesture))
            return;
        _undo.AddLast(new Step(name, before, gesture));
        if (_undo.Count > Limit)
            _undo.RemoveFirst();
    }

    public (string Name, ImmutableArray<SceneNode> Nodes) Undo(ImmutableArray<SceneNode> now)
    {
        if (_undo.Last?.Value is not { } step)
            throw new SceneException("There is nothing to undo.");
        _undo.RemoveLast();
        _redo.Push(step with { Other = now, Gesture = null });
        return (step.Name, step.Other);
    }

    public (string Name, ImmutableArray<SceneNode> Nodes) Redo(ImmutableArray<SceneNode> now)
    {
        if (!_redo.TryPop(out var step))
            throw new SceneException("There is nothing to redo.");
        _undo.AddLast(step with { Other = now });
        return (step.Name, step.Other);
    }

    public void Clear()
    {
        _undo.Clear();
        _redo.Clear();
    }

    /// <param name="Other">The objects on the other side of the step.</param>
    private sealed record Step(string Name, ImmutableArray<SceneNode> Other, object? Gesture);
}
