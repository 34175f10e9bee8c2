using System.Collections.Immutable;

namespace SceneEditor.Graph;

/// <summary>
/// A scene as a DCC holds it: a tree of objects that belongs to the thread which made it. Every member throws
/// <see cref="SceneThreadException"/> on any other thread.
/// </summary>
internal sealed partial class Scene(string name)
{
    private readonly int _owner = Environment.CurrentManagedThreadId;
    private readonly SceneHistory _history = new();
    private ImmutableArray<SceneNode> _nodes = [];
    private ImmutableArray<SceneNode> _saved = [];
    private int _nextId = 1;
    private long _version;

    /// <summary>Raised on the scene's thread after every change but <see cref="Play"/>.</summary>
    public event Action? Changed;

    public string Name { get; } = name;

    public int OwnerThread => _owner;

    /// <summary>All objects, each before what is in it.</summary>
    public ImmutableArray<SceneNode> Nodes => Read("read the scene", _nodes);

    /// <summary>Grows with every change.</summary>
    public long Version => Read("read the scene", _version);

    public bool IsDirty => Read("read the scene", _nodes) != _saved && !_nodes.SequenceEqual(_saved);

    /// <summary>What <see cref="Undo"/> would undo, or <see langword="null"/>.</summary>
    public string? UndoName => Read("read the history", _history.UndoName);

    /// <summary>What <see cref="Redo"/> would do again, or <see langword="null"/>.</summary>
    public string? RedoName => Read("read the history", _history.RedoName);

    public SceneNode Get(int id)
    {
        Check("read an object");
        return _nodes[IndexOf(id)];
    }

    public SceneNode? Find(string objectName)
    {
        Check("look for an object");
        return _nodes.FirstOrDefault(node => node.Name == objectName);
    }

    /// <returns>The name of what was undone.</returns>
    public string Undo()
    {
        Check("undo");
        var (step, nodes) = _history.Undo(_nodes);
        Show(nodes);
        return step;
    }

    /// <returns>The name of what was done again.</returns>
    public string Redo()
    {
        Check("redo");
        var (step, nodes) = _history.Redo(_nodes);
        Show(nodes);
        return step;
    }

    /// <summary>What there is now counts as saved.</summary>
    public void MarkSaved()
    {
        Check("mark the scene as saved");
        _saved = _nodes;
        Show(_nodes);
    }

    /// <summary>Forgets the history, as after opening a file.</summary>
    public void MarkOpened()
    {
        Check("open a scene");
        _history.Clear();
        MarkSaved();
    }

    private void Commit(string step, ImmutableArray<SceneNode> nodes, object? gesture = null)
    {
        _history.Push(step, _nodes, gesture);
        Show(nodes);
    }

    private void Show(ImmutableArray<SceneNode> nodes)
    {
        _nodes = nodes;
        _version++;
        Changed?.Invoke();
    }

    private T Read<T>(string action, T value)
    {
        Check(action);
        return value;
    }

    private void Check(string action)
    {
        var caller = Environment.CurrentManagedThreadId;
        if (caller != _owner)
            throw new SceneThreadException(action, _owner, caller, Thread.CurrentThread.Name);
    }
}
