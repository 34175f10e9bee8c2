using System.Collections.Concurrent;
using System.Diagnostics;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

// The rules.
public static partial class LockOrder
{
    private static readonly ConcurrentDictionary<(LockViolationKind, string Held, string Wanted), bool> s_reported = new();
    private static readonly ConcurrentQueue<LockOrderViolation> s_events = new();
    private static int s_eventsPending;

    /// <summary>Whether there are violations of which the handlers of <see cref="Violation"/> have not been told yet.</summary>
    internal static bool HasUndelivered => Volatile.Read(ref s_eventsPending) > 0;

    /// <summary>A lock is about to be taken, outside of all groups.</summary>
    internal static void BeforeEnter(ThreadNode thread, LevelledLock wanted, bool shared, string member, int line)
    {
        var held = thread.Locks;
        for (var i = 0; i < held.Count; i++)
        {
            ref readonly var other = ref held[i];
            var taken = other.Lock!;
            if (IsInOrder(taken, wanted) && wanted.Class.IsKnownAfter(taken.Class))
                continue;
            Judge(thread, other, wanted, new HeldLock { Member = member, Line = line, Shared = shared });
        }
    }

    // A refusal at once for what is certain, whatever the mode: the thread would wait for itself.
    internal static LockOrderException Refuse(ThreadNode thread, LevelledLock wanted, bool shared, string member, int line)
    {
        var now = new HeldLock { Member = member, Line = line, Shared = shared }.Describe(wanted, thread);
        var held = new List<(LevelledLock Lock, LockAcquisition Acquisition)>();
        thread.Locks.Describe(thread, held);
        var violation = new LockOrderViolation
        {
            Kind = LockViolationKind.Reentry,
            Held = held.Find(other => other.Lock == wanted).Acquisition ?? now with { Member = "a call further out", Line = 0 },
            Wanted = now,
            Stack = StackHere(),
        };
        // Where it was verified it has been reported on the way in.
        return new LockOrderException(thread.Locks.Contains(wanted) ? violation : Raise(violation));
    }

    private static bool IsInOrder(LevelledLock taken, LevelledLock wanted) =>
        !ReferenceEquals(taken.Class, wanted.Class) &&
        (taken.Level < wanted.Level || taken.Level == LockLevel.None || wanted.Level == LockLevel.None);

    private static void Judge(ThreadNode thread, in HeldLock other, LevelledLock wanted, in HeldLock now)
    {
        var taken = other.Lock!;
        var earlier = ReferenceEquals(taken.Class, wanted.Class) ? [] : LockSteps.Path(wanted.Class, taken.Class);
        LockViolationKind? broken =
            ReferenceEquals(taken, wanted) ? LockViolationKind.Reentry :
            ReferenceEquals(taken.Class, wanted.Class) ? LockViolationKind.SameLevel :
            !IsInOrder(taken, wanted) ? taken.Level == wanted.Level ? LockViolationKind.SameLevel : LockViolationKind.Level :
            earlier.Count > 0 ? LockViolationKind.Inversion : null;
        var first = other.Describe(taken, thread);
        var second = now.Describe(wanted, thread);
        var stack = "";
        if (broken is { } kind && (Mode == LockOrderMode.Throw || s_reported.TryAdd((kind, taken.Name, wanted.Name), true)))
        {
            stack = StackHere();
            var violation = Raise(new LockOrderViolation { Kind = kind, Held = first, Wanted = second, Stack = stack, Earlier = earlier });
            if (Mode == LockOrderMode.Throw)
                throw new LockOrderException(violation);
        }

        if (!wanted.Class.IsKnownAfter(taken.Class) && !ReferenceEquals(taken.Class, wanted.Class))
            LockSteps.Remember(taken.Class, wanted.Class, new LockOrderStep(first, second, stack.Length > 0 ? stack : StackHere()));
    }

    private static void CheckNoneHeld(LockViolationKind kind, string what)
    {
        if (ThreadNode.CurrentOrNull is not { Locks: { Count: > 0 } held } thread || Mode == LockOrderMode.Off)
            return;
        ref readonly var innermost = ref held[held.Count - 1];
        var taken = innermost.Lock!;
        if (Mode != LockOrderMode.Throw && !s_reported.TryAdd((kind, taken.Name, what), true))
            return;
        var violation = Raise(new LockOrderViolation
        {
            Kind = kind,
            Held = innermost.Describe(taken, thread),
            Operation = what,
            Stack = StackHere(),
        });
        if (Mode == LockOrderMode.Throw)
            throw new LockOrderException(violation);
    }

    private static string StackHere() => new StackTrace(2, fNeedFileInfo: true).ToString().TrimEnd();

    // The thread that broke a rule holds locks, so its report is handed to one that holds none.
    private static LockOrderViolation Raise(LockOrderViolation violation)
    {
        s_events.Enqueue(violation);
        if (Interlocked.Increment(ref s_eventsPending) == 1)
            Background.Run(static _ => RaiseEvents(), violation);
        return violation;
    }

    private static void RaiseEvents()
    {
        do
        {
            _ = s_events.TryDequeue(out var violation);
            Tell(violation!);
        }
        while (Interlocked.Decrement(ref s_eventsPending) > 0);
    }

    private static void Tell(LockOrderViolation violation)
    {
        if (Violation is { } handlers)
            Handlers.Raise(handlers, null, violation, static error => Log.Error($"a handler of LockOrder.Violation threw: {error}"));
        else
            Log.Error($"{violation}");
    }
}
