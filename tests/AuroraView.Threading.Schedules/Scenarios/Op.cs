namespace AuroraView.Threading.Schedules.Scenarios;

/// <summary>A step of a thread, or of the body of a call.</summary>
internal abstract record Op
{
    /// <summary>A call nobody waits for.</summary>
    internal sealed record Post(int Dispatcher, Body Body) : Op;

    /// <summary>A call the thread waits for.</summary>
    internal sealed record Invoke(int Dispatcher, Body Body, int? LimitMs, int? Token) : Op;

    /// <summary>A call whose result is a task; with a rest, an async function that awaits once.</summary>
    internal sealed record Async(int Dispatcher, Body Body, int? Token, Body? Rest = null) : Op;

    /// <summary>The rest of an async body: comes back through the current context.</summary>
    internal sealed record Await(Body Rest) : Op;

    internal sealed record Cancel(int Token) : Op;

    /// <summary>A sync evaluation: the page asks the host for things, in order, and then answers.</summary>
    internal sealed record Eval(int Page, Ask[] Asks, int? LimitMs) : Op
    {
        public override string ToString() => $"Eval page{Page} [{string.Join("; ", Asks.Select(static ask => ask.ToString()))}] limit {LimitMs}";
    }

    /// <summary>Waits, in a way the graph knows, until a worker has ended.</summary>
    internal sealed record Join(int Worker, int? LimitMs) : Op;

    /// <summary>Work that a handler starts on a pool thread; the page has its answer when that is done.</summary>
    internal sealed record Offload(Body Body) : Op;

    /// <summary>A modal loop of the host pumps in the middle of a call.</summary>
    internal sealed record Modal(int Turns) : Op;

    /// <summary>A loop of ours in the middle of a call.</summary>
    internal sealed record RunUntil(int Calls, int LimitMs) : Op;

    /// <summary>The thread is busy.</summary>
    internal sealed record Busy(int Ms) : Op;

    /// <summary>Does things under an ordered lock. Waiting there breaks a rule that is only reported here, so that the cycles come about.</summary>
    internal sealed record Locked(int Lock, Op[] Under) : Op
    {
        public override string ToString() => $"lock l{Lock} {{{string.Join("; ", Under.Select(static op => op.ToString()))}}}";
    }

    internal sealed record Shutdown(int Dispatcher, int LimitMs) : Op;
}

/// <summary>What a page asks for while it evaluates.</summary>
internal sealed record Ask(int Dispatcher, Body Body, bool Awaited)
{
    public override string ToString() => $"{(Awaited ? "await " : "")}call d{Dispatcher} {Body}";
}

/// <summary>The body of a call.</summary>
internal sealed record Body(Op[] Ops, bool Throws)
{
    public override string ToString() => $"{{{string.Join("; ", Ops.Select(static op => op.ToString()))}{(Throws ? "; throw" : "")}}}";
}
