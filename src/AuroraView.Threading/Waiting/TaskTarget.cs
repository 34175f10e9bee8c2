namespace AuroraView.Threading.Waiting;

/// <summary>A task as something to wait for. What it depends on is known where it is a task of <see cref="TrackedTask"/>.</summary>
internal sealed class TaskTarget : WaitTarget
{
    private const int LongestName = 100;

    private readonly Task _task;
    private readonly string? _what;

    internal TaskTarget(Task task, string? what)
    {
        _task = task;
        _what = what;
        _ = task.ContinueWith(
            static (_, target) => ((TaskTarget)target!).OnCompleted(), this,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    internal override bool IsCompleted => _task.IsCompleted;

    internal override WaitNodeKind Kind => WaitNodeKind.Task;

    internal override object Subject => _task.AsyncState as TrackedWork ?? (object)this;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (!IsCompleted && _task.AsyncState is TrackedWork work)
            walk.Add(work);
    }

    internal override string Describe() => (_task.AsyncState as TrackedWork)?.Describe()
        ?? (_what is null ? "a task that AuroraView did not start" : $"task '{(_what.Length > LongestName ? $"{_what[..LongestName]}..." : _what)}'");

    private void OnCompleted()
    {
        Interlocked.MemoryBarrier();
        SignalWaiter();
    }
}
