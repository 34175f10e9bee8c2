using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests;

/// <summary>A queue whose thread somebody else provides.</summary>
public class SerialThreadTests
{
    [Fact]
    public void Start_Provided_IsAskedOnceAndCallsRunOnThatThread()
    {
        var asked = 0;
        var thread = new SerialThread("lent", ThreadSafetyOptions.Default, TimeProvider.System, _ => asked++);
        var ran = new List<int>();
        for (var i = 0; i < 3; i++)
            thread.Queue.Post(static list => list.Add(Environment.CurrentManagedThreadId), ran);
        Assert.Equal(1, asked);
        Assert.Empty(ran);

        var lent = Worker.Start(thread.Run, "lent");
        Assert.True(thread.Queue.WaitUntilEmpty(Deadline.In(Bound.Generous, TimeProvider.System)));
        Assert.Equal([lent.Id, lent.Id, lent.Id], ran);
        Assert.Equal(0, thread.Stop(static () => new ShutdownInProgressException("the test")));
        lent.Join();
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Stop_BeforeTheThreadCame_FailsWhatIsQueuedAndLetsTheThreadGoAtOnce()
    {
        var thread = new SerialThread("lent", ThreadSafetyOptions.Default, TimeProvider.System, static _ => { });
        var task = thread.Queue.InvokeAsync(static _ => 1, 0, CancellationToken.None);
        Assert.Equal(1, thread.Stop(static () => new ShutdownInProgressException("the test")));
        Assert.IsType<ShutdownInProgressException>(task.Exception!.InnerException);
        Worker.Start(thread.Run).Join();
    }

    [Fact]
    public void Name_OfWorkInAnotherLanguage_IsThatOfTheWork() =>
        Assert.Equal("maya.save", FunctionName.OfWork(FunctionName.WorkOf((Func<Work, int>)(static _ => 0), new Work())));

    private sealed class Work : INamedWork
    {
        public string Name => "maya.save";
    }
}
