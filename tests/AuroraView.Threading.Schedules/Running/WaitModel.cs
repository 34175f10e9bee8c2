namespace AuroraView.Threading.Schedules.Running;

/// <summary>
/// Who waits for whom, worked out from what the scenario does and not from what the product records: the oracle for the graph.
/// </summary>
internal sealed class WaitModel(IReadOnlyList<HostState> hosts, IReadOnlyList<Actor> actors, IReadOnlyList<PageState> pages)
{
    /// <summary>Calls the wait of an owner depends on now are added to what it ever depended on.</summary>
    internal void Refresh()
    {
        foreach (var actor in actors)
        {
            if (actor.Owns is not { } own || actor.Top is not { Target: { } target } frame)
                continue;
            foreach (var node in Reachable(target, Reading.All))
            {
                if (node is TrackedCall { IsPending: true } call && call.Host == own.Number)
                    frame.Ever.Add(call);
                else if (node is Drain drain && drain.Host == own)
                    frame.EverAllOf.Add(own);
            }
        }
    }

    /// <summary>Whether the wait may run the call nested: it depends on it, or on a later one of the same producer.</summary>
    internal static bool MayRunNested(Frame wait, TrackedCall call, HostState host) =>
        wait.EverAllOf.Contains(host) || wait.Ever.Contains(call) ||
        wait.Ever.Any(other => other.Host == call.Host && ReferenceEquals(other.Producer, call.Producer) && other.Index > call.Index);

    /// <summary>A cycle of waits, or nothing.</summary>
    internal string? FindCycle(Reading reading)
    {
        foreach (var start in actors)
        {
            if (start.Waits && Reachable(start.Top!.Target!, reading).Contains(start))
                return $"through {start}, which waits in {start.Top.What}";
        }

        foreach (var request in pages.SelectMany(static page => page.Open))
        {
            if (Successors(request, reading).Any(first => Reachable(first, reading).Contains(request)))
                return $"through a request of {request.Page.Party.Name}";
        }

        return null;
    }

    private List<object> Reachable(object start, Reading reading)
    {
        var seen = new List<object> { start };
        for (var i = 0; i < seen.Count; i++)
        {
            foreach (var next in Successors(seen[i], reading))
            {
                if (!seen.Contains(next, ReferenceEqualityComparer.Instance))
                    seen.Add(next);
            }
        }

        return seen;
    }

    private IEnumerable<object> Successors(object node, Reading reading)
    {
        var throughServable = reading != Reading.Unbreakable;
        return node switch
        {
            Actor { Top.Target: { } target } => [target],
            TrackedCall { IsFinished: false } call => throughServable || !call.IsPending || !hosts[call.Host].Actor.CanServe ? [hosts[call.Host].Actor] : [],
            Evaluation evaluation => Successors(evaluation, reading),
            JoinTarget { IsCompleted: false } join => [actors.First(actor => actor.Joiners.Contains(join))],
            Drain { Host: var host } when !IsDry(host) => throughServable || host.Dispatcher.PendingCalls == 0 || !host.Actor.CanServe ? [host.Actor] : [],
            LockState { Holder: { } holder } => [holder],
            PageState page => page.Open,
            Request request => Successors(request, reading),
            _ => [],
        };
    }

    private static IEnumerable<object> Successors(Evaluation evaluation, Reading reading) => reading switch
    {
        _ when evaluation.Target.IsCompleted => [],
        Reading.All => [evaluation.Page],
        Reading.Unbreakable => evaluation.Page.Open.Where(request => request.Order > evaluation.Order),
        _ => evaluation.Awaits is { IsAnswered: false } awaited ? [awaited] : [],
    };

    private IEnumerable<object> Successors(Request request, Reading reading)
    {
        // What it takes until the page has its answer is less than what is done on its account.
        if (reading == Reading.True)
        {
            return request.Calls.Where(static call => call.Kind is "handler" or "await")
                .Concat<object>(actors.Where(actor => actor.Owns is null && ReferenceEquals(actor.Name, request)));
        }

        // Also a wait that its thread has left for a while, to run something nested: the request is not answered before that wait is over.
        return request.Calls.Concat(actors.SelectMany(static actor => actor.Frames).Where(frame => frame.Target is not null && ReferenceEquals(frame.Account, request)).Select(static frame => frame.Target!));
    }

    internal static bool IsDry(HostState host) =>
        host.Dispatcher.PendingCalls == 0 && !host.Actor.Frames.Exists(static frame => frame.What.StartsWith("run", StringComparison.Ordinal));
}

/// <summary>Which edges count: from outside nobody can tell for which of its requests a page waits.</summary>
internal enum Reading
{
    /// <summary>Whatever a page may wait for, and calls that could be served.</summary>
    All,

    /// <summary>What nobody can break.</summary>
    Unbreakable,

    /// <summary>What is really waited for, as only the scenario knows.</summary>
    True,
}
