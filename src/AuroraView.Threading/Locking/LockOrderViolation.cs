using System.Text;

namespace AuroraView.Threading.Locking;

/// <summary>A broken rule of lock order: the lock that was held, the operation that was refused, and for an inversion where the locks were taken in the opposite order.</summary>
public sealed record LockOrderViolation
{
    /// <summary>Which rule.</summary>
    public required LockViolationKind Kind { get; init; }

    /// <summary>The lock that is held.</summary>
    public required LockAcquisition Held { get; init; }

    /// <summary>The lock that the thread wanted; <see langword="null"/> for a wait or a call of third-party code.</summary>
    public LockAcquisition? Wanted { get; init; }

    /// <summary>The wait or the call of third-party code, if it was one.</summary>
    public string? Operation { get; init; }

    /// <summary>The stack of the thread that broke the rule.</summary>
    public required string Stack { get; init; }

    /// <summary>
    /// The opposite order as it was taken before: from the lock that was wanted now to the one that is held now. Empty if it never was.
    /// </summary>
    public IReadOnlyList<LockOrderStep> Earlier { get; init; } = [];

    /// <summary>The whole report.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("Lock order violation: ").Append(Sentence()).Append("\nHeld:   ").Append(Held);
        if (Wanted is not null)
            text.Append("\nWanted: ").Append(Wanted);
        text.Append("\nStack:\n").Append(Stack);
        foreach (var step in Earlier)
            text.Append("\nTaken in the opposite order before: ").Append(step);
        return text.Append("\nSee docs/locks.md.").ToString();
    }

    private string Sentence() => Kind switch
    {
        LockViolationKind.Level => $"'{Wanted!.Lock}' ({Wanted.Level}) must be taken before '{Held.Lock}' ({Held.Level}), which is held.",
        LockViolationKind.SameLevel => $"'{Wanted!.Lock}' has the same level as '{Held.Lock}', which is held: take both together with OrderedLock.EnterAll.",
        LockViolationKind.Reentry => $"'{Wanted!.Lock}' is already held by this thread.",
        LockViolationKind.Inversion => $"'{Wanted!.Lock}' was taken before '{Held.Lock}' elsewhere; here the order is reversed.",
        LockViolationKind.WaitUnderLock => $"a {Operation} began while '{Held.Lock}' is held: release it before waiting.",
        _ => $"{Operation} was about to be called while '{Held.Lock}' is held: copy what it needs, release the lock, then call.",
    };
}
