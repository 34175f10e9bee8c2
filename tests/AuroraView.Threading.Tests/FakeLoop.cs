namespace AuroraView.Threading.Tests;

/// <summary>A host's loop that counts wakes and runs when the test says so.</summary>
internal sealed class FakeLoop : IMainThreadAdapter
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _wakes;

    public string Name => "fake loop";

    public bool IsMainThread => Environment.CurrentManagedThreadId == _thread;

    public string? UnreachableBecause { get; set; }

    public bool WakeThrows { get; set; }

    public int Wakes => Volatile.Read(ref _wakes);

    public bool IsDetached { get; private set; }

    public void Attach(MainThreadDispatcher dispatcher)
    {
    }

    public void Wake()
    {
        Interlocked.Increment(ref _wakes);
        if (WakeThrows)
            throw new InvalidOperationException("the host is in a bad mood");
    }

    public void Detach() => IsDetached = true;
}
