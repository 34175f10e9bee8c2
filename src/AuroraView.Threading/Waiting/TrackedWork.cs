namespace AuroraView.Threading.Waiting;

/// <summary>
/// The work behind a task of <see cref="TrackedTask"/>, as a node of the wait graph: the thread that runs it now, and everything that is done on its account on
/// other threads, since that carries the work's origin with the execution context.
/// </summary>
internal sealed class TrackedWork : WaitNode
{
    private static int s_count;

    private readonly string _name;
    private readonly WaitParty _party;
    private ThreadNode? _runner;

    internal TrackedWork(string name)
    {
        _name = $"task '{name}' #{Interlocked.Increment(ref s_count)}";
        _party = new WaitParty(_name) { StandsFor = this };
        Account = new WaitOrigin(_party, "its work");
    }

    /// <summary>What is done for the task, wherever it runs.</summary>
    internal WaitOrigin Account { get; }

    /// <summary>The thread that runs the task's function, until the function returns or awaits.</summary>
    internal ThreadNode? Runner
    {
        get => Volatile.Read(ref _runner);
        set => Volatile.Write(ref _runner, value);
    }

    internal override WaitNodeKind Kind => WaitNodeKind.Task;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        // What is done on its account it may have started without awaiting it: enough to serve, not to refuse. The party draws that line.
        walk.Add(_party);
        if (Runner is { } runner)
            walk.Add(runner);
    }

    internal override Description Describe() => Runner is { } runner ? $"{_name}, running on {runner.Describe()}" : _name;
}
