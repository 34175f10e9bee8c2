namespace AuroraView.Threading.Waiting;

/// <summary>What is to be done when a task ends, until the disposal: a task that lives long keeps nothing of waits that are over.</summary>
internal sealed class TaskEnd : IDisposable
{
    private readonly CancellationTokenSource _over = new();

    internal TaskEnd(Task task, Action onEnd) => _ = task.ContinueWith(
        static (_, action) => ((Action)action!)(), onEnd, _over.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    // A continuation that is cancelled is taken out of its task. The source has no timer, so it is nothing but memory.
    public void Dispose() => _over.Cancel();
}
