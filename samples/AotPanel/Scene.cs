namespace AotPanel;

/// <summary>A scene that may be touched on one thread only, as that of a real host.</summary>
internal sealed class Scene
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<SceneObject> _objects = [];

    public List<SceneObject> List() => [.. Checked()];

    public SceneObject Create(CreateRequest request)
    {
        var made = new SceneObject(Checked().Count + 1, request.Name, request.Size);
        _objects.Add(made);
        return made;
    }

    public void Rename(int id, string name)
    {
        int index = Checked().FindIndex(o => o.Id == id);
        if (index < 0)
            throw new KeyNotFoundException($"There is no object {id}.");
        _objects[index] = _objects[index] with { Name = name };
    }

    private List<SceneObject> Checked() => Environment.CurrentManagedThreadId == _thread
        ? _objects
        : throw new InvalidOperationException("The scene was touched off the main thread.");
}
