using System.Collections.Concurrent;
using AuroraView.Threading;

namespace AuroraView.Views;

/// <summary>Screenshots that have been asked for.</summary>
internal sealed class Captures
{
    // Each is a picture of the window in the engine's process.
    private const int Most = 16;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<byte[]>> _pending = new();
    private int _count;

    /// <summary>Adds one. It counts until the engine has answered, also when it was cancelled.</summary>
    /// <exception cref="QueueFullException">The engine owes too many.</exception>
    internal Task<byte[]> Add(long id, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            Interlocked.Decrement(ref _count);
            throw new QueueFullException("line of screenshots", Most, null, 0, TimeSpan.Zero, "The page takes longer than the requests come. Await a screenshot before you ask for the next.");
        }

        var completion = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = completion;
        if (cancellation.CanBeCanceled)
        {
            var registration = cancellation.UnsafeRegister(_ =>
            {
                if (_pending.TryGetValue(id, out var cancelled))
                    cancelled.TrySetCanceled(cancellation);
            }, null);
            _ = completion.Task.ContinueWith(
                static (_, state) => ((CancellationTokenRegistration)state!).Unregister(), registration, CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return completion.Task;
    }

    internal void OnCaptured(long id, ReadOnlySpan<byte> png, string? error)
    {
        if (!_pending.TryRemove(id, out var completion))
            return;
        Interlocked.Decrement(ref _count);
        if (error is null)
            completion.TrySetResult(png.ToArray());
        else
            completion.TrySetException(new InvalidOperationException($"The page could not be captured: {error}"));
    }

    internal int FailAll(Func<Exception> error)
    {
        var failed = 0;
        foreach (var id in _pending.Keys)
        {
            if (!_pending.TryRemove(id, out var completion))
                continue;
            Interlocked.Decrement(ref _count);
            if (completion.TrySetException(error()))
                failed++;
        }

        return failed;
    }
}
