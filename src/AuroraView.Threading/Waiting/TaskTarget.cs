namespace AuroraView.Threading.Waiting;

/// <summary>A task as something to wait for. What it depends on is known where it is a task of <see cref="TrackedTask"/>.</summary>
internal sealed class TaskTarget : WaitTarget, IDisposable
{
    private const int LongestName = 100;

    private readonly Task _task;
    private readonly string? _what;
    private readonly TaskEnd _end;

    internal TaskTarget(Task task, string? what)
    {
        _task = task;
        _what = what;
        _end = new TaskEnd(task, OnCompleted);
    }

    internal override bool IsCompleted => _task.IsCompleted;

    internal override WaitNodeKind Kind => WaitNodeKind.Task;

    internal override object Subject => _task.AsyncState as TrackedWork ?? (object)this;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!IsCompleted && _task.AsyncState is TrackedWork work)
            walk.Add(work);
    }

    internal override Description Describe() => _task.AsyncState is TrackedWork work ? work.Describe()
        : (_what is null ? "a task that AuroraView did not start" : $"task '{(_what.Length > LongestName ? $"{_what[..LongestName]}..." : _what)}'");

    /// <summary>The wait is over.</summary>
    public void Dispose() => _end.Dispose();

    private void OnCompleted()
    {
        Interlocked.MemoryBarrier();
        SignalWaiter();
    }
}
