namespace AuroraView.Threading.Dispatch;

/// <summary>What a queue needs from whoever drains it.</summary>
internal interface ICallQueueOwner
{
    /// <summary>Why nothing would ever drain the queue, and what to do; <see langword="null"/> where something does.</summary>
    string? UnreachableBecause { get; }

    /// <summary>Whether <see cref="UnreachableBecause"/> may be over in a moment, with the first pump: calls wait a second for that.</summary>
    bool AwaitsFirstPump { get; }

    /// <summary>Whether <see cref="Wake"/> runs code that is not ours: a host's adapter.</summary>
    bool IsWokenByForeignCode { get; }

    /// <summary>Asks for a pump. From any thread, no lock held; a failure is the owner's to report.</summary>
    void Wake();

    /// <summary>The rest of an async function came back after the queue's end. From any thread; throws nothing.</summary>
    void OnRestCameLate(in Rest rest);

    /// <summary>A call that nobody waits for any more, or never did, threw.</summary>
    void OnUnobserved(Exception error, string function);
}
