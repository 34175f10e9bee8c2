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
        var now = _clock.GetTimestamp();
        var running = Running;
        var calls = new List<ReportedCall>();
        _lock.Enter();
        var count = _count;
        var (queued, promoted) = (_queued.First, _promoted.First);
        var oldest = Math.Min(queued?.PostedAt ?? long.MaxValue, promoted?.PostedAt ?? long.MaxValue);
        while (calls.Count < most && (queued ?? promoted) is not null)
        {
            // While a call is queued it is nobody else's, so its name can be asked for here.
            ref var next = ref promoted is null || (queued is not null && queued.Sequence < promoted.Sequence) ? ref queued : ref promoted;
            calls.Add(new ReportedCall(next!.Function, Positive(_clock.GetElapsedTime(next.PostedAt, now)), (next.Producer as WaitNode)?.Describe()));
            next = next.Next;
        }

        _lock.Exit();
        return new ReportedDispatcher(
            Name,
            Owner?.Id,
            count,
            oldest == long.MaxValue ? null : Positive(_clock.GetElapsedTime(oldest, now)),
            SinceLastTaken,
            running is { } call ? new ReportedCall(call.Function, call.For, null) : null,
            calls);
    }

    // What was posted between the look at the clock and the look at the list is not older than nothing.
    private static TimeSpan Positive(TimeSpan age) => age < TimeSpan.Zero ? TimeSpan.Zero : age;
}
