using AuroraView.Threading.Locking;

namespace AuroraView.Views.Tests;

/// <summary>Sets the process's lock order mode for a test. The suite runs one test at a time.</summary>
internal sealed class LockMode : IDisposable
{
    private readonly LockOrderMode _before = LockOrder.Mode;

    public LockMode(LockOrderMode mode) => LockOrder.Mode = mode;

    public void Dispose() => LockOrder.Mode = _before;
}
