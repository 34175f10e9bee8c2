using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Reports;

/// <summary>Gathers a report. Nothing foreign runs and nothing waits, but for the short locks of what is looked at, one at a time.</summary>
internal static class HangSurvey
{
    internal static HangReport Take()
    {
        // A report looks at the whole process; a schedule must not, where the threads and clocks of schedules that are over are still about.
        if (SchedulePoint.AreCompiledIn)
            return new HangReport();
        var pages = WaitParties.Pages.Snapshot();
        var waits = WaitGraph.Survey(pages, (first, edges) => WaitSurvey.Read(first, edges, pages));
        var threads = ThreadNodes.Snapshot();
        threads.RemoveAll(static thread => !thread.IsAlive);
        threads.Sort(static (a, b) => a.Id.CompareTo(b.Id));

        var held = new List<(LevelledLock Lock, LockAcquisition Acquisition)>();
        var reported = new List<ReportedThread>();
        foreach (var thread in threads)
        {
            var before = held.Count;
            thread.Locks.Describe(thread, held);
            var locks = held.Skip(before).Select(static one => one.Acquisition).ToList();
            var blocked = waits.Waits.Where(wait => wait.Thread == thread).Select(static wait => wait.Reported()).ToList();
            if (blocked.Count > 0 || locks.Count > 0 || thread.OwnsQueue)
                reported.Add(new ReportedThread(thread.Id, thread.Name, thread.Role, thread.IsHostMain, blocked, locks));
        }

        return new HangReport
        {
            TakenAt = DateTimeOffset.UtcNow,
            ProcessId = Environment.ProcessId,
            LockOrder = LockOrder.Mode,
            Threads = reported,
            Dispatchers = Dispatchers(),
            Locks = Locks(held, waits.Waits),
            Pages = waits.Pages.ConvertAll(static page => new ReportedPage(page.Page.Name, page.Page.State?.Invoke(), page.Open, page.Requests)),
            Queues = Queues(),
            Nodes = waits.Nodes(),
            Edges = waits.Edges(),
        };
    }

    private static List<ReportedDispatcher> Dispatchers()
    {
        var all = new List<ReportedDispatcher>();
        foreach (var queue in CallQueues.All.Snapshot())
        {
            // One that is shut and has nothing left is nobody's any more.
            if (queue.Report(HangReport.MostCalls) is var report && !(queue.IsClosed && report is { QueuedCalls: 0, Running: null }))
                all.Add(report);
        }

        return all;
    }

    private static List<ReportedLock> Locks(
        List<(LevelledLock Lock, LockAcquisition Acquisition)> held, List<WaitSurvey.Wait> waits)
    {
        var wanted = waits.Where(static wait => wait.Target is LockWaiter && !wait.IsSuspended)
            .Select(static wait => (((LockWaiter)wait.Target).Wanted, Thread: wait.Thread.Describe().ToString())).ToList();
        return held.Select(static one => one.Lock).Concat(wanted.Select(static one => one.Wanted)).Distinct()
            .OrderBy(static one => one.Level).ThenBy(static one => one.Identity)
            .Select(one => new ReportedLock(
                one.Name,
                one.Level,
                held.Where(other => other.Lock == one).Select(static other => other.Acquisition).ToList(),
                wanted.Where(other => other.Wanted == one).Select(static other => other.Thread).ToList()))
            .ToList();
    }

    private static List<ReportedQueue> Queues() => MessageQueues.All.Snapshot().ConvertAll(static queue =>
    {
        var statistics = queue.Statistics;
        return new ReportedQueue(queue.Name, queue.State.ToString(), queue.Capacity, statistics.Depth, statistics.InFlight, statistics.Peak);
    });
}
