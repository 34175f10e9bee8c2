using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Waiting;

/// <summary>
/// What a wait runs nested, and what stays queued: ARCHITECTURE.md, "The wait graph". A stranger is a call that the wait does not depend on.
/// </summary>
public sealed class StrangerTests
{
    private readonly List<string> _order = [];

    [Fact]
    public void Eval_PageAskedForSomethingBefore_ThatIsRunNestedAndStrangersAreNot()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var page = new WaitParty("the page");
        var earlier = new WaitOrigin(page, "earlier");
        PageAnswer answer = null!;
        Post(dispatcher, "stranger");
        // From a thread of its own, as from the WebView thread.
        Worker.Start(() =>
        {
            WaitGraph.Open(earlier);
            Assert.Null(dispatcher.Queue.PostFor(earlier, page, _ =>
            {
                _order.Add("earlier");
                WaitGraph.Close(earlier);
                answer.Complete();
            }, 0));
        }).Join();
        answer = new PageAnswer(page);
        Assert.Equal(WaitOutcome.Completed, Wait(answer));
        Assert.Equal(["earlier"], _order);
        dispatcher.Pump();
        Assert.Equal(["earlier", "stranger"], _order);
    }

    [Fact]
    public void Eval_InTheHandlerOfAnEarlierRequest_IsNoCycle()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var page = new WaitParty("the page");
        var request = new WaitOrigin(page, "outer");
        WaitGraph.Open(request);
        var outcome = WaitOutcome.TimedOut;
        dispatcher.Queue.PostFor(request, page, _ =>
        {
            // By the way of the graph the page waits for this very handler; but the evaluation began later, so it need not.
            var answer = new PageAnswer(page);
            var worker = Worker.Start(() =>
            {
                Worker.Until(() => IsWaitedFor(answer));
                answer.Complete();
            });
            outcome = Wait(answer);
            worker.Join();
        }, 0);
        dispatcher.Pump();
        WaitGraph.Close(request);
        Assert.Equal(WaitOutcome.Completed, outcome);
    }

    [Fact]
    public void Eval_HandlerOfALaterRequestWaitsForTheWaiter_IsRefused()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var page = new WaitParty("the page");
        var answer = new PageAnswer(page);
        var later = new WaitOrigin(page, "later");
        WaitGraph.Open(later);
        var waiter = ThreadNode.Current;
        // The handler's thread waits for the end of this thread, which nobody can bring about.
        var end = new EndOf(waiter);
        var handler = Worker.Start(() =>
        {
            WaitOrigin.Current = later;
            try
            {
                Wait(end);
            }
            finally
            {
                WaitOrigin.Current = null;
            }
        });
        Worker.Until(() => IsWaitedFor(end));
        var error = Assert.Throws<DeadlockDetectedException>(() => Wait(answer));
        Assert.Contains("'later', requested by the page", error.Message, StringComparison.Ordinal);
        end.Complete();
        handler.Join();
        WaitGraph.Close(later);
    }

    [Fact]
    public void Drain_OwnerWaitsForTheOneWhoDrains_RunsTheWholeQueue()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Post(dispatcher, "first");
        Post(dispatcher, "second");
        // Nobody in particular is needed; but the drain is the end of all, so to it there are no strangers.
        Assert.Equal(0, WaitFor.Task(TrackedTask.Run(() => dispatcher.Shutdown(Bound.Generous)), Bound.Generous));
        Assert.Equal(["first", "second"], _order);
    }

    [Fact]
    public void Invoke_SameProducerQueuedBefore_RunsThatFirstWhateverItsKind()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        Post(dispatcher, "stranger");
        var task = TrackedTask.Run(() =>
        {
            var async = dispatcher.InvokeAsync(() => _order.Add("async"));
            dispatcher.Post(() => _order.Add("post"));
            dispatcher.Invoke(() => _order.Add("invoke"), Bound.Generous);
            Assert.True(async.Wait(Bound.Generous));
            Post(dispatcher, "another stranger");
        });
        WaitFor.Task(task, Bound.Generous);
        Assert.Equal(["async", "post", "invoke"], _order);
        dispatcher.Pump();
        Assert.Equal(["async", "post", "invoke", "stranger", "another stranger"], _order);
    }

    private static WaitOutcome Wait(WaitTarget target) =>
        Waits.Wait(target, "test", Deadline.In(Bound.Generous, TimeProvider.System), CancellationToken.None, TimeProvider.System, TimeProvider.System.GetTimestamp());

    private static bool IsWaitedFor(WaitTarget target) => WaitGraph.Read(first =>
    {
        for (var record = first; record is not null; record = record.Next)
        {
            if (ReferenceEquals(record.Target, target))
                return true;
        }

        return false;
    });

    private void Post(MainThreadDispatcher dispatcher, string name) => Worker.Start(() => dispatcher.Post(() => _order.Add(name))).Join();

    /// <summary>Stands for an evaluation that the page has to answer.</summary>
    private sealed class PageAnswer(WaitParty page) : PartyTarget(page)
    {
        private int _done;

        internal override bool IsCompleted => Volatile.Read(ref _done) != 0;

        internal void Complete()
        {
            Interlocked.Exchange(ref _done, 1);
            SignalWaiter();
        }

        internal override Description Describe() => $"an answer of {Party.Describe()}";
    }

    /// <summary>Stands for something that only one thread can bring about.</summary>
    private sealed class EndOf(ThreadNode thread) : WaitTarget
    {
        private int _done;

        internal override bool IsCompleted => Volatile.Read(ref _done) != 0;

        internal void Complete()
        {
            Interlocked.Exchange(ref _done, 1);
            SignalWaiter();
        }

        internal override void AddSuccessors(ref WaitWalk walk)
        {
            if (!IsCompleted)
                walk.Add(thread);
        }

        internal override Description Describe() => "the end of the test's thread";
    }
}
