namespace AuroraView.Threading.Waiting;

/// <summary>
/// A message of a page that is not answered yet, and with it everything that is done on its account: the page depends on all
/// of it. Flows with the execution context, so that work which a handler starts elsewhere still belongs to the page.
/// </summary>
internal sealed class WaitOrigin(WaitParty party, string what) : WaitNode
{
    private static readonly AsyncLocal<WaitOrigin?> s_current = new();

    private WaitNode? _first;

    internal static WaitOrigin? Current
    {
        get => s_current.Value is { IsOpen: true } open ? open : null;
        set => s_current.Value = value;
    }

    internal WaitParty Party { get; } = party;

    internal string What { get; } = what;

    internal WaitOrigin? NextOfParty { get; set; }

    internal WaitOrigin? PreviousOfParty { get; set; }

    /// <summary>The place of its opening in the graph's sequence.</summary>
    internal long Opened { get; set; }

    /// <summary>When it was opened, by <see cref="Environment.TickCount64"/>: for reports.</summary>
    internal long OpenedAt { get; set; }

    /// <summary>Until the answer has gone to the page. After that nothing done in its name holds the page up.</summary>
    internal bool IsOpen { get; set; }

    internal void Link(WaitNode node)
    {
        node.Origin = this;
        node.PreviousOfOrigin = null;
        node.NextOfOrigin = _first;
        if (_first is not null)
            _first.PreviousOfOrigin = node;
        _first = node;
    }

    internal void Unlink(WaitNode node)
    {
        if (node.PreviousOfOrigin is not null)
            node.PreviousOfOrigin.NextOfOrigin = node.NextOfOrigin;
        else
            _first = node.NextOfOrigin;
        if (node.NextOfOrigin is not null)
            node.NextOfOrigin.PreviousOfOrigin = node.PreviousOfOrigin;
        node.NextOfOrigin = node.PreviousOfOrigin = null;
        node.Origin = null;
    }

    internal override WaitNodeKind Kind => WaitNodeKind.Request;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        for (var node = _first; node is not null; node = node.NextOfOrigin)
            walk.Add(node);
    }

    internal override Description Describe() => $"'{What}', requested by {Party.Describe()}";
}
