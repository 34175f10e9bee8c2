using System.Diagnostics;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Shutdown;

/// <summary>
/// Counts the operations that are under way, refuses new ones after a shutdown, and lets somebody wait for the last. RFC 0002, "Shutdown Coordination".
/// </summary>
/// <remarks>
/// One atomic word holds the state and the count, so no operation can begin between a shutdown and the look at the count. All members may be used from
/// any thread.
/// </remarks>
[DebuggerDisplay("{Name}: {State}, {Count} operations")]
internal sealed class OperationGate(string name, TimeProvider? clock = null)
{
    private const long ShutBit = 1L << 32;
    private const long CountMask = ShutBit - 1;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly List<GateDrain> _drains = [];
    private ShortLock _drainsLock;
    private long _word;

    /// <summary>What the operations belong to, for errors.</summary>
    internal string Name { get; } = name;

    /// <summary>What operations without a thread of ours depend on, such as the page that has to answer.</summary>
    internal WaitNode? Party { get; init; }

    internal GateState State
    {
        get
        {
            var word = Volatile.Read(ref _word);
            return (word & ShutBit) == 0 ? GateState.Open : (word & CountMask) == 0 ? GateState.Drained : GateState.Draining;
        }
    }

    /// <summary>How many operations are under way.</summary>
    internal int Count => (int)(Volatile.Read(ref _word) & CountMask);

    internal bool IsShut => (Volatile.Read(ref _word) & ShutBit) != 0;

    /// <summary>Begins an operation that any thread may <see cref="Complete"/>.</summary>
    /// <returns>Whether it was let in; <see langword="false"/> after a shutdown.</returns>
    internal bool TryBegin()
    {
        var word = Volatile.Read(ref _word);
        while ((word & ShutBit) == 0)
        {
            SchedulePoint.Hit("gate begin");
            var seen = Interlocked.CompareExchange(ref _word, word + 1, word);
            if (seen == word)
                return true;
            word = seen;
        }

        return false;
    }

    /// <summary>
    /// Begins an operation of the calling thread. The gate knows its thread, so a drain can tell whom it waits for, and does not wait for
    /// operations of the draining thread itself.
    /// </summary>
    /// <param name="operation">Disposed to end it.</param>
    /// <returns>Whether it was let in; <see langword="false"/> after a shutdown.</returns>
    internal bool TryBegin(out Operation operation)
    {
        if (!TryBegin())
        {
            operation = default;
            return false;
        }

        ThreadNode.Current.Operations.Push(this);
        operation = new Operation(this);
        return true;
    }

    /// <summary>Begins an operation of the calling thread.</summary>
    /// <exception cref="ShutdownInProgressException">The gate is shut.</exception>
    internal Operation Begin() => TryBegin(out var operation) ? operation : throw new ShutdownInProgressException(Name);

    /// <summary>Ends an operation that was begun with <see cref="TryBegin()"/>.</summary>
    /// <exception cref="InvalidOperationException">None is under way.</exception>
    internal void Complete()
    {
        var word = Volatile.Read(ref _word);
        while (true)
        {
            if ((word & CountMask) == 0)
                throw new InvalidOperationException($"{Name}: an operation was ended that had not begun.");
            SchedulePoint.Hit("gate complete");
            var seen = Interlocked.CompareExchange(ref _word, word - 1, word);
            if (seen == word)
                break;
            word = seen;
        }

        if ((word & ShutBit) != 0)
            SignalDrains();
    }

    /// <summary>Lets no operation begin from now on.</summary>
    /// <returns>Whether this call was the one that shut the gate.</returns>
    internal bool Shutdown() => (Interlocked.Or(ref _word, ShutBit) & ShutBit) == 0;

    /// <summary>Waits until every operation is over but those that the calling thread itself is in. The gate is shut.</summary>
    /// <param name="timeout">How long; see <see cref="WaitTime"/>. Zero looks once.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>
    /// How many are left: 0 when it is drained, else those that are given up because the time is over or because they could never have ended while this
    /// thread waits for them.
    /// </returns>
    /// <exception cref="InvalidOperationException">The gate is not shut: the count could rise again behind the result.</exception>
    internal int WaitForDrain(TimeSpan timeout, CancellationToken cancellation = default)
    {
        WaitTime.Check(timeout, nameof(timeout));
        if (!IsShut)
            throw new InvalidOperationException($"{Name}: shut the gate before waiting for its operations.");
        LockOrder.BeforeWaiting("drain");
        var drain = new GateDrain(this, ThreadNode.Current.Operations.CountOf(this));
        _drainsLock.Enter();
        _drains.Add(drain);
        _drainsLock.Exit();
        try
        {
            var now = _clock.GetTimestamp();
            var outcome = Waits.Wait(drain, "drain", Deadline.In(timeout, _clock, now), cancellation, _clock, now);
            if (outcome == WaitOutcome.Cancelled)
                cancellation.ThrowIfCancellationRequested();
        }
        catch (DeadlockDetectedException)
        {
            // A wait that can never end counts as one whose time is over.
        }
        finally
        {
            _drainsLock.Enter();
            _drains.Remove(drain);
            _drainsLock.Exit();
        }

        return drain.Left;
    }

    internal void CompleteHere()
    {
        ThreadNode.Current.Operations.Remove(this);
        Complete();
    }

    private void SignalDrains()
    {
        _drainsLock.Enter();
        var drains = _drains.Count > 0 ? _drains.ToArray() : [];
        _drainsLock.Exit();
        foreach (var drain in drains)
            drain.Check();
    }
}
