namespace SceneEditor.Graph;

/// <content>What can be done to the objects.</content>
internal sealed partial class Scene
{
    public SceneNode Create(NodeKind kind, int parent, Func<SceneNode, SceneNode>? shape = null)
    {
        Check("create an object");
        var at = parent == 0 ? _nodes.Length : GroupEnd(parent);
        var made = new SceneNode(_nextId, parent, kind, SceneNames.Free(_nodes, SceneNames.BaseOf(kind)));
        made = shape?.Invoke(made) ?? made;
        SceneNames.Validate(_nodes, made.Id, made.Name);
        _nextId++;
        Commit($"create {made.Name}", _nodes.Insert(at, made));
        return made;
    }

    public SceneNode Rename(int id, string newName)
    {
        Check("rename an object");
        var at = IndexOf(id);
        newName = newName.Trim();
        SceneNames.Validate(_nodes, id, newName);
        var renamed = _nodes[at] with { Name = newName };
        if (renamed != _nodes[at])
            Commit($"rename {_nodes[at].Name}", _nodes.SetItem(at, renamed));
        return renamed;
    }

    /// <summary>Deletes an object and all below it.</summary>
    /// <returns>How many objects went.</returns>
    public int Delete(int id)
    {
        Check("delete an object");
        var at = IndexOf(id);
        var count = SubtreeLength(at);
        Commit($"delete {_nodes[at].Name}", _nodes.RemoveRange(at, count));
        return count;
    }

    /// <summary>Copies an object and all below it; the copy stands behind the original, a little to the side.</summary>
    public SceneNode Duplicate(int id)
    {
        Check("duplicate an object");
        var at = IndexOf(id);
        var count = SubtreeLength(at);
        var newIds = new Dictionary<int, int>();
        var nodes = _nodes.ToBuilder();
        for (var index = 0; index < count; index++)
        {
            var source = _nodes[at + index];
            newIds[source.Id] = _nextId;
            var parent = index == 0 ? source.Parent : newIds[source.Parent];
            nodes.Insert(at + count + index, source with { Id = _nextId++, Parent = parent, Name = SceneNames.Free(nodes, SceneNames.StemOf(source.Name)) });
        }

        var copy = nodes[at + count];
        copy = nodes[at + count] = copy with { TranslateX = Limit(NodeProperty.TranslateX, copy.TranslateX + copy.Scale) };
        Commit($"duplicate {_nodes[at].Name}", nodes.ToImmutable());
        return copy;
    }

    /// <summary>Sets a number. Changes of one gesture (a dragged slider) are one step of the history.</summary>
    /// <param name="gesture">The gesture's number, or 0 for a change of its own.</param>
    public SceneNode Set(int id, NodeProperty property, double value, int gesture = 0)
    {
        Check("change an object");
        if (!double.IsFinite(value))
            throw new SceneException($"{property} must be a number.");
        var at = IndexOf(id);
        var changed = _nodes[at].With(property, Limit(property, value));
        if (changed != _nodes[at])
            Commit($"{property} of {changed.Name}", _nodes.SetItem(at, changed), gesture == 0 ? null : (id, property, gesture));
        return changed;
    }

    public void SetVisible(int id, bool visible)
    {
        Check("show or hide an object");
        var at = IndexOf(id);
        if (_nodes[at].Visible != visible)
            Commit($"{(visible ? "show" : "hide")} {_nodes[at].Name}", _nodes.SetItem(at, _nodes[at] with { Visible = visible }));
    }

    /// <summary>Takes what a bake has found, as one step. Objects that are gone by now are left out.</summary>
    /// <returns>How many objects took a value.</returns>
    public int ApplyBake(IReadOnlyDictionary<int, double> openness)
    {
        Check("store a bake");
        var nodes = _nodes.Select(node => openness.TryGetValue(node.Id, out var open) ? node with { Baked = open } : node);
        Commit("bake", [.. nodes]);
        return _nodes.Count(node => openness.ContainsKey(node.Id));
    }

    /// <summary>Moves an object as playback does: no step of the history, no unsaved change, no event.</summary>
    public void Play(int id, double rotateY)
    {
        Check("play an animation");
        var at = IndexOf(id);
        var before = _nodes[at];
        _nodes = _nodes.SetItem(at, before with { RotateY = rotateY });
        var saved = _saved.IndexOf(before);
        if (saved >= 0)
            _saved = _saved.SetItem(saved, _nodes[at]);
    }

    private int IndexOf(int id)
    {
        for (var index = 0; index < _nodes.Length; index++)
        {
            if (_nodes[index].Id == id)
                return index;
        }

        throw new SceneException($"There is no object #{id} in the scene (any more).");
    }

    /// <summary>What is in an object follows it directly.</summary>
    private int SubtreeLength(int at)
    {
        var inside = new HashSet<int> { _nodes[at].Id };
        var end = at + 1;
        while (end < _nodes.Length && inside.Contains(_nodes[end].Parent))
            inside.Add(_nodes[end++].Id);
        return end - at;
    }

    private int GroupEnd(int parent)
    {
        var at = IndexOf(parent);
        return _nodes[at].Kind == NodeKind.Group
            ? at + SubtreeLength(at)
            : throw new SceneException($"{_nodes[at].Name} is a {SceneNames.BaseOf(_nodes[at].Kind)}, not a group.");
    }

    private static double Limit(NodeProperty property, double value) => property switch
    {
        NodeProperty.Scale => Math.Clamp(value, 0.01, 100),
        NodeProperty.Intensity => Math.Clamp(value, 0, 100),
        NodeProperty.FocalLength => Math.Clamp(value, 1, 1000),
        _ => Math.Clamp(value, -10_000, 10_000),
    };
}
