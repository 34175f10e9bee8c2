namespace AuroraView.Threading.Waiting;

/// <summary>
/// Somebody outside this process's threads who asks for work and may hold back an answer until it is done: a page.
/// </summary>
internal sealed class WaitParty(string name) : WaitNode
{
    private WaitOrigin? _first;

    internal string Name { get; } = name;

    /// <summary>What can be said of its state, for a report. Called with no lock held; a few instructions.</summary>
    internal Func<string>? State { get; init; }

    /// <summary>The youngest request that is not answered. Under the graph's lock.</summary>
    internal WaitOrigin? FirstRequest => _first;

    /// <summary>The task whose party this is; <see langword="null"/> for a page.</summary>
    internal TrackedWork? StandsFor { get; init; }

    internal override WaitNodeKind Kind => StandsFor is null ? WaitNodeKind.Page : WaitNodeKind.Task;

    internal override object Subject => StandsFor ?? (object)this;

    internal void Open(WaitOrigin origin)
    {
        origin.IsOpen = true;
        origin.Opened = WaitGraph.NextSequence();
        origin.OpenedAt = Environment.TickCount64;
        origin.NextOfParty = _first;
        if (_first is not null)
            _first.PreviousOfParty = origin;
        _first = origin;
    }

    internal void Close(WaitOrigin origin)
    {
        if (!origin.IsOpen)
            return;
        origin.IsOpen = false;
        if (origin.PreviousOfParty is not null)
            origin.PreviousOfParty.NextOfParty = origin.NextOfParty;
        else
            _first = origin.NextOfParty;
        if (origin.NextOfParty is not null)
            origin.NextOfParty.PreviousOfParty = origin.PreviousOfParty;
        origin.NextOfParty = origin.PreviousOfParty = null;
    }

    /// <summary>Adds what was asked for after a point of the sequence. The list is newest first.</summary>
    internal void AddRequestsSince(long begun, ref WaitWalk walk)
    {
        for (var origin = _first; origin is not null && origin.Opened > begun; origin = origin.NextOfParty)
            walk.Add(origin);
    }

    // Whether the page needs any one of its requests is not known, so this alone never justifies a refusal: see PartyTarget.
    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!walk.ThroughServable)
        {
            walk.LeftOut++;
            return;
        }

        for (var origin = _first; origin is not null; origin = origin.NextOfParty)
            walk.Add(origin);
    }

    internal override Description Describe() => Name;
}
