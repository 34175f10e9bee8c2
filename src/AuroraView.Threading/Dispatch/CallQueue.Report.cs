using AuroraView.Threading.Reports;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Dispatch;

// What a report says of the queue.
internal sealed partial class CallQueue
{
    /// <summary>The queue as it is now. From any thread.</summary>
    /// <param name="most">How many calls are listed.</param>
    internal ReportedDispatcher Report(int most)
    {
        var running = Running;
        var listed = new List<(object Work, long PostedAt, object? Producer)>();
        _lock.Enter();
        var count = _count;
        var (queued, promoted) = (_queued.First, _promoted.First);
        while (listed.Count < most && (queued ?? promoted) is not null)
        {
            // While a call is queued it is nobody else's. Its name is looked up after the lock.
            var next = Older(queued, promoted)!;
            listed.Add((next.Work, next.PostedAt, next.Producer));
            if (ReferenceEquals(next, queued))
                queued = next.Next;
            else
                promoted = next.Next;
        }

        _lock.Exit();
        var now = _clock.GetTimestamp();
        var calls = listed.ConvertAll(call => new ReportedCall(FunctionName.OfWork(call.Work), Positive(_clock.GetElapsedTime(call.PostedAt, now)), (call.Producer as WaitNode)?.Describe().ToString()));
        return new ReportedDispatcher(
            Name,
            Owner?.Id,
            count,
            calls.Count > 0 ? calls[0].Age : null,
            SinceLastTaken,
            running is { } runs ? new ReportedCall(runs.Function, runs.For, null) : null,
            calls);
    }

    // The clock may be somebody's own.
    private static TimeSpan Positive(TimeSpan age) => age < TimeSpan.Zero ? TimeSpan.Zero : age;
}
