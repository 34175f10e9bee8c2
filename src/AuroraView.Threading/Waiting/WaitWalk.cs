namespace AuroraView.Threading.Waiting;

/// <summary>
/// One walk through the graph, from the head of a new edge, looking for its tail. Lives under the lock of <see cref="WaitGraph"/>.
/// </summary>
internal ref struct WaitWalk
{
    // Of the walk that is under way. Like every walk, under the graph's lock.
    private static readonly List<WaitNode> s_onTheWay = new(64);

    private readonly long _number;
    private readonly WaitNode _wanted;
    private readonly List<WaitNode> _stack;
    private readonly List<(WaitNode From, WaitNode To)>? _edges;
    private WaitNode _at;

    internal WaitWalk(long number, WaitNode wanted, bool throughServable, List<WaitNode> stack, List<(WaitNode From, WaitNode To)>? edges)
    {
        _number = number;
        _wanted = wanted;
        _stack = stack;
        _edges = edges;
        _at = wanted;
        ThroughServable = throughServable;
    }

    /// <summary>Whether calls are followed which their thread could run inside its wait.</summary>
    internal bool ThroughServable { get; }

    /// <summary>How many ways the walk did not follow, because they could be served or are not sure.</summary>
    internal int LeftOut { get; set; }

    internal bool Found { get; private set; }

    /// <summary>From where the walk came when it found what it wanted.</summary>
    internal WaitNode? FoundFrom { get; private set; }

    internal void Add(WaitNode next)
    {
        _edges?.Add((_at, next));
        if (ReferenceEquals(next, _wanted))
        {
            FoundFrom ??= _at;
            Found = true;
            return;
        }

        if (next.Mark == _number)
            return;
        next.Mark = _number;
        if (!ThroughServable)
        {
            next.CameFrom = _at;
            s_onTheWay.Add(next);
        }

        _stack.Add(next);
    }

    internal void Run(WaitNode start)
    {
        _stack.Clear();
        Add(start);
        Go();
    }

    internal void RunFromSuccessors(WaitNode start)
    {
        _stack.Clear();
        _at = start;
        start.AddSuccessors(ref this);
        Go();
    }

    /// <summary>The way is not needed any more: what lives long, a thread or a page, must not keep what it was reached from.</summary>
    internal static void ForgetTheWay()
    {
        foreach (var node in s_onTheWay)
            node.CameFrom = null;
        s_onTheWay.Clear();
    }

    // The first way found is enough to refuse; to serve, all of them are wanted.
    private void Go()
    {
        while (_stack.Count > 0 && !(Found && !ThroughServable))
        {
            _at = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
            _at.AddSuccessors(ref this);
        }
    }
}
