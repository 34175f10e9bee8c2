using System.Collections.Concurrent;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A file system that does not answer until the test says so.</summary>
internal sealed class HeldReads
{
    private readonly BlockingCollection<Action> _held = [];

    internal void Hold(Action read) => _held.Add(read);

    /// <summary>Waits for a read to be asked for.</summary>
    internal Action Take() => _held.TryTake(out var read, EngineView.Bound) ? read : throw new TimeoutException("No file was asked for.");
}
