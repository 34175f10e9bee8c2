namespace AuroraView.Threading.Waiting;

/// <summary>A task as something to wait for. What it depends on is known where it is a task of <see cref="TrackedTask"/>.</summary>
internal sealed class TaskTarget : WaitTarget
{
    private readonly Task _task;

    internal TaskTarget(Task task)
    {
        _task = task;
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

    internal override string Describe() => (_task.AsyncState as TrackedWork)?.Describe() ?? "a task of unknown origin";

    private void OnCompleted()
    {
        Interlocked.MemoryBarrier();
        SignalWaiter();
    }
}
