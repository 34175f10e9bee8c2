using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Waiting;

public sealed class WaitInterruptTests
{
    [Fact]
    public void WaitForTask_ThreadIsInterrupted_EndsAsCancelledAndTheTaskGoesOn()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var asked = 0;
        var never = new TaskCompletionSource();
        Interruptible(() => ++asked == 2, () => Assert.Throws<OperationCanceledException>(() => WaitFor.Task(never.Task, WaitTime.Infinite)));
        Assert.Equal(2, asked);
        Assert.False(never.Task.IsCompleted);
    }

    [Fact]
    public void WaitForTask_CallsKeepComing_IsStillInterrupted()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var over = false;
        var work = TrackedTask.Run(() =>
        {
            while (!Volatile.Read(ref over))
                dispatcher.Invoke(() => { }, Bound.Generous);
        });
        Interruptible(() => true, () => Assert.Throws<OperationCanceledException>(() => WaitFor.Task(work, WaitTime.Infinite)));
        Volatile.Write(ref over, true);
        WaitFor.Task(work, Bound.Generous);
    }

    [Fact]
    public void WaitForTask_TheQuestionItselfWaits_IsServedAndGoesOn()
    {
        using var dispatcher = MainThreadDispatcher.CreateForCurrentThread();
        var asked = new TaskCompletionSource();
        var main = Environment.CurrentManagedThreadId;
        var ran = 0;
        Interruptible(
            () =>
            {
                ran = WaitFor.Task(TrackedTask.Run(() => dispatcher.Invoke(() => Environment.CurrentManagedThreadId, Bound.Generous)), Bound.Generous);
                asked.TrySetResult();
                return false;
            },
            () => WaitFor.Task(asked.Task, Bound.Generous));
        Assert.Equal(main, ran);
    }

    private static void Interruptible(Func<bool> isInterrupted, Action wait)
    {
        ThreadNode.Current.IsInterrupted = isInterrupted;
        try
        {
            wait();
        }
        finally
        {
            ThreadNode.Current.IsInterrupted = null;
        }
    }
}
