using AuroraView.Threading.Locking;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Reports;
using AuroraView.Threading.Tests.Locking;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Reports;

/// <summary>Reports of threads that really wait.</summary>
[Collection(LockOrderCollection.Name)]
public class HangReportTakeTests
{
    [Fact]
    public void Take_WorkerWaitsForBusyMain_ShowsWaitCallAndMain()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var worker = Worker.Start(() => dispatcher.Invoke(Export, Bound.Generous), "report worker");
        Worker.Until(() => WaitsOf(HangReport.Take(), worker.Id).Count == 1);
        var report = HangReport.Take();

        var wait = Assert.Single(WaitsOf(report, worker.Id));
        Assert.Equal("sync dispatch", wait.Operation);
        Assert.Equal("'HangReportTakeTests.Export', queued for the main thread (explicit pump)", wait.Target);
        Assert.False(wait.IsSuspended);
        Assert.True(wait.For >= TimeSpan.Zero);

        var queue = report.Dispatchers.Single(one => one.Calls.Any(call => call.Function == "HangReportTakeTests.Export"));
        Assert.Equal(Environment.CurrentManagedThreadId, queue.ThreadId);
        Assert.Equal(1, queue.QueuedCalls);
        var call = Assert.Single(queue.Calls);
        Assert.Equal("HangReportTakeTests.Export", call.Function);
        Assert.Equal($"report worker (id {worker.Id})", call.Producer);
        Assert.Equal(call.Age, queue.OldestCallAge);
        Assert.Null(queue.Running);

        var (tail, head) = Ends(report, $"report worker (id {worker.Id})");
        Assert.Equal(WaitNodeKind.Thread, tail.Kind);
        Assert.Equal(WaitNodeKind.Call, head.Kind);
        var main = report.Nodes.Single(node => node.Id == report.Edges.Single(edge => edge.From == head.Id).To);
        Assert.Equal(WaitNodeKind.Thread, main.Kind);
        Assert.Contains($"id {Environment.CurrentManagedThreadId}", main.Text, StringComparison.Ordinal);
        Assert.Contains(report.Threads, thread => thread.Id == Environment.CurrentManagedThreadId && thread.IsHostMain);

        dispatcher.Pump(Bound.Generous);
        worker.Join();
        Assert.Empty(WaitsOf(HangReport.Take(), worker.Id));
    }

    [Fact]
    public void Take_InsideACall_ShowsWhatRunsAndTheSuspendedWait()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        HangReport report = null!;
        var me = Environment.CurrentManagedThreadId;
        WaitFor.Task(TrackedTask.Run(() => dispatcher.Invoke(() => { report = HangReport.Take(); }, Bound.Generous)), Bound.Generous);

        var wait = Assert.Single(WaitsOf(report, me));
        Assert.True(wait.IsSuspended);
        Assert.StartsWith("task 'a lambda in", wait.Target, StringComparison.Ordinal);
        var queue = report.Dispatchers.Single(one => one.ThreadId == me && one.Running is not null);
        Assert.Equal("a lambda in Take_InsideACall_ShowsWhatRunsAndTheSuspendedWait", queue.Running!.Function);
        var mine = report.Nodes.Single(node => node.Kind == WaitNodeKind.Thread && node.Text.Contains($"id {me})", StringComparison.Ordinal));
        var edge = Assert.Single(report.Edges, edge => edge.From == mine.Id);
        Assert.True(edge.IsSuspended);
        // The task is one node, whether it is seen as what is waited for, as the work or as whoever asks for the call.
        var task = report.Nodes.Single(node => node.Id == edge.To);
        Assert.Equal(WaitNodeKind.Task, task.Kind);
        var name = task.Text.Split(',')[0];
        Assert.Single(report.Nodes, node => node.Kind == WaitNodeKind.Task && node.Text.StartsWith(name, StringComparison.Ordinal));
        Assert.Contains(report.Edges, one => one.From == task.Id && report.Nodes.Single(node => node.Id == one.To).Kind == WaitNodeKind.Request);
        Assert.Contains("-.->|\"wait for a task,", report.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void Take_LockHeldAndWantedByTwo_ShowsHolderWaitersAndOneNode()
    {
        using var mode = new ModeScope(LockOrderMode.Throw);
        var guard = new OrderedLock("report: a \"lock\"", LockLevel.Resource);
        Worker[] workers;
        HangReport report;
        using (guard.Enter())
        {
            workers = [.. Enumerable.Range(0, 2).Select(i => Worker.Start(() => guard.Enter().Dispose(), $"waiter {i}"))];
            Worker.Until(() => workers.All(worker => WaitsOf(HangReport.Take(), worker.Id).Count == 1));
            report = HangReport.Take();
        }

        Array.ForEach(workers, worker => worker.Join());
        var taken = report.Locks.Single(one => one.Name == guard.Name);
        Assert.Equal(LockLevel.Resource, taken.Level);
        var holder = Assert.Single(taken.Holders);
        Assert.Equal(nameof(Take_LockHeldAndWantedByTwo_ShowsHolderWaitersAndOneNode), holder.Member);
        Assert.True(holder.Line > 0);
        Assert.Equal(2, taken.Waiters.Count);
        var node = Assert.Single(report.Nodes, one => one.Kind == WaitNodeKind.Lock && one.Text.Contains(guard.Name, StringComparison.Ordinal));
        Assert.Equal(2, report.Edges.Count(edge => edge.To == node.Id && edge.Operation == "lock"));
        var held = Assert.Single(report.Edges, edge => edge.From == node.Id);
        Assert.Contains($"id {Environment.CurrentManagedThreadId})", report.Nodes.Single(one => one.Id == held.To).Text, StringComparison.Ordinal);
        Assert.Contains(report.Threads, thread => thread.Id == Environment.CurrentManagedThreadId && thread.Locks.Count == 1);
        Assert.Contains("report: a #34;lock#34;", report.ToMermaid(), StringComparison.Ordinal);
        Assert.DoesNotContain(HangReport.Take().Locks, one => one.Name == guard.Name);
    }

    [Fact]
    public void Take_LockOrderOff_StillShowsWhoIsInTheWay()
    {
        using var mode = new ModeScope(LockOrderMode.Off);
        var guard = new OrderedLock("report: unverified", LockLevel.Resource);
        Worker worker;
        HangReport report;
        using (guard.Enter())
        {
            worker = Worker.Start(() => guard.Enter().Dispose());
            Worker.Until(() => WaitsOf(HangReport.Take(), worker.Id).Count == 1);
            report = HangReport.Take();
        }

        worker.Join();
        Assert.Equal(LockOrderMode.Off, report.LockOrder);
        var wanted = report.Locks.Single(one => one.Name == guard.Name);
        Assert.Empty(wanted.Holders);
        Assert.Single(wanted.Waiters);
    }

    [Fact]
    public void Take_PageWithOpenRequests_ShowsThemOldestFirst()
    {
        var page = new WaitParty("the page of 'report'") { State = static () => "The page can be reached." };
        WaitParties.Pages.Add(page);
        var requests = new[] { new WaitOrigin(page, "first"), new WaitOrigin(page, "second") };
        Array.ForEach(requests, WaitGraph.Open);
        var report = HangReport.Take();
        WaitGraph.Close(requests[0]);
        var later = HangReport.Take();
        WaitGraph.Close(requests[1]);
        WaitParties.Pages.Remove(page);

        var seen = report.Pages.Single(one => one.Name == page.Name);
        Assert.Equal("The page can be reached.", seen.State);
        Assert.Equal(["first", "second"], seen.Requests.Select(request => request.Handler));
        Assert.Equal(["second"], later.Pages.Single(one => one.Name == page.Name).Requests.Select(request => request.Handler));
        Assert.DoesNotContain(HangReport.Take().Pages, one => one.Name == page.Name);
        var node = report.Nodes.Single(one => one.Text == page.Name);
        Assert.Equal(2, report.Edges.Count(edge => edge.From == node.Id));
        Assert.All(report.Edges.Where(edge => edge.From == node.Id), edge => Assert.Null(edge.Operation));
    }

    [Fact]
    public void Take_FullQueueAndWaitingPush_ShowsBoth()
    {
        var queue = new MessageQueue<int>("report queue", new ThreadSafetyOptions { QueueCapacity = 1, WhenQueueFull = FullQueuePolicy.Wait, MainThreadTimeout = Bound.Generous });
        queue.Push(1);
        var worker = Worker.Start(() => queue.Push(2));
        Worker.Until(() => WaitsOf(HangReport.Take(), worker.Id).Count == 1);
        var report = HangReport.Take();
        Assert.Equal(new ReportedQueue("report queue", "Open", 1, 1, 0, 1), report.Queues.Single(one => one.Name == "report queue"));
        Assert.Equal("room in the full report queue", WaitsOf(report, worker.Id)[0].Target);
        queue.Close();
        Assert.IsType<ShutdownInProgressException>(worker.JoinError());
        Assert.DoesNotContain(HangReport.Take().Queues, one => one.Name == "report queue");
    }

    [Fact]
    public void Take_MoreCallsThanAreListed_CountsThemAll()
    {
        var loop = new FakeLoop();
        var dispatcher = new MainThreadDispatcher(loop);
        for (var i = 0; i < HangReport.MostCalls + 10; i++)
            dispatcher.Post(static () => { });
        var queue = HangReport.Take().Dispatchers.Single(one => one.Name == "main thread (fake loop)" && one.QueuedCalls == HangReport.MostCalls + 10);
        Assert.Equal(HangReport.MostCalls, queue.Calls.Count);
        dispatcher.Shutdown();
        Assert.DoesNotContain(HangReport.Take().Dispatchers, one => one.QueuedCalls >= HangReport.MostCalls);
    }

    [Fact]
    public void Take_FromManyThreadsWhileOthersWaitAndRun_NeverThrowsOrBlocks()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var guard = new OrderedLock("report: busy", LockLevel.Resource);
        var left = 4;
        var callers = Enumerable.Range(0, 4).Select(i => Worker.Start(() =>
        {
            for (var n = 0; n < 300; n++)
            {
                dispatcher.Invoke(static x => x + 1, n, Bound.Generous);
                dispatcher.Post(static () => { });
                guard.Enter().Dispose();
                _ = dispatcher.InvokeAsync(static () => 1);
            }

            Interlocked.Decrement(ref left);
            dispatcher.Nudge();
        })).ToArray();
        var takers = Enumerable.Range(0, 2).Select(_ => Worker.Start(() =>
        {
            while (Volatile.Read(ref left) > 0)
            {
                var report = HangReport.Take();
                var ids = report.Nodes.Select(node => node.Id).ToHashSet();
                Assert.All(report.Edges, edge => Assert.True(ids.Contains(edge.From) && ids.Contains(edge.To)));
                Assert.NotEmpty(report.ToJson());
            }
        })).ToArray();
        Assert.True(dispatcher.RunUntil(() => Volatile.Read(ref left) == 0, Bound.Generous));
        Array.ForEach(callers, worker => worker.Join());
        Array.ForEach(takers, worker => worker.Join());
    }

    [Fact]
    public void Stall_OverFakeClock_CarriesTheReportAndSaysForHowLong()
    {
        var clock = new ManualClock();
        var dispatcher = new MainThreadDispatcher(new FakeLoop(), new ThreadSafetyOptions { StallAfter = TimeSpan.FromSeconds(3) }, clock);
        var news = new List<MainThreadStallEventArgs>();
        dispatcher.StallChanged += (_, args) => news.Add(args);
        clock.Advance(TimeSpan.FromSeconds(10));
        dispatcher.Post(Export);
        clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Empty(news);
        clock.Advance(TimeSpan.FromSeconds(10));
        var stall = Assert.Single(news);
        Assert.True(stall.IsStalled);
        Assert.Equal(1, stall.PendingCalls);
        var queue = stall.Report.Dispatchers.Single(one => one.OldestCallAge == stall.QuietFor && one.QueuedCalls == 1);
        Assert.Equal("HangReportTakeTests.Export", Assert.Single(queue.Calls).Function);

        dispatcher.Pump();
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, news.Count);
        Assert.False(news[1].IsStalled);
        Assert.Equal(TimeSpan.FromSeconds(12.9), news[1].QuietFor);
        Assert.Equal("The main thread takes calls again, after 12900 ms.", news[1].ToString());
        Assert.NotSame(stall.Report, news[1].Report);
        dispatcher.Dispose();
    }

    private static void Export()
    {
    }

    private static IReadOnlyList<ReportedWait> WaitsOf(HangReport report, int thread) =>
        report.Threads.SingleOrDefault(one => one.Id == thread)?.Waits ?? [];

    private static (ReportedNode Tail, ReportedNode Head) Ends(HangReport report, string tail)
    {
        var from = report.Nodes.Single(node => node.Text == tail);
        var edge = report.Edges.Single(one => one.From == from.Id);
        return (from, report.Nodes.Single(node => node.Id == edge.To));
    }
}
