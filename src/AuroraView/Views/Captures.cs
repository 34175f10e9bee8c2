using System.Collections.Concurrent;

namespace AuroraView.Views;

/// <summary>Screenshots that have been asked for.</summary>
internal sealed class Captures
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<byte[]>> _pending = new();

    internal Task<byte[]> Add(long id, CancellationToken cancellation)
    {
        var completion = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[id] = completion;
        if (cancellation.CanBeCanceled)
        {
            var registration = cancellation.UnsafeRegister(_ =>
            {
                if (_pending.TryRemove(id, out var cancelled))
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
            if (_pending.TryRemove(id, out var completion) && completion.TrySetException(error()))
                failed++;
        }

        return failed;
    }
}
