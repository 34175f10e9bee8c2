using AuroraView.Threading.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Locking;

/// <summary>Tests that change the process's lock order mode: one at a time, and no other test beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LockOrderCollection
{
    public const string Name = "lock order";
}

/// <summary>Sets the mode for a test and gathers what is reported.</summary>
internal sealed class ModeScope : IDisposable
{
    private readonly LockOrderMode _before = LockOrder.Mode;
    private readonly List<LockOrderViolation> _seen = [];

    internal ModeScope(LockOrderMode mode)
    {
        // Reports are delivered late, on a pool thread: what an earlier test caused must not count here.
        Worker.Until(() => !LockOrder.HasUndelivered);
        LockOrder.Mode = mode;
        LockOrder.Violation += OnViolation;
    }

    internal IReadOnlyList<LockOrderViolation> Seen
    {
        get
        {
            lock (_seen)
                return [.. _seen];
        }
    }

    public void Dispose()
    {
        LockOrder.Violation -= OnViolation;
        LockOrder.Mode = _before;
    }

    internal LockOrderViolation WaitForOne()
    {
        Worker.Until(() => Seen.Count > 0);
        return Seen[0];
    }

    private void OnViolation(object? sender, LockOrderViolation violation)
    {
        lock (_seen)
            _seen.Add(violation);
    }
}
