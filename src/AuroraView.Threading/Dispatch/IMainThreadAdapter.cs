namespace AuroraView.Threading;

/// <summary>
/// How one host runs code on its main thread: the whole of what a host needs to provide. docs/hosts/README.md lists what each host offers.
/// </summary>
public interface IMainThreadAdapter
{
    /// <summary>The host's name, such as <c>Maya</c>; used in errors.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the calling thread is the host's main thread. Asked only until the dispatcher knows its thread.
    /// </summary>
    bool IsMainThread { get; }

    /// <summary>
    /// Why nothing will ever pump this host, and what to do about it (batch mode, a script that never returns to the loop), or
    /// <see langword="null"/> if its loop runs. Calls are refused with this text. It is asked for every call, from any thread: keep it cheap.
    /// </summary>
    string? UnreachableBecause => null;

    /// <summary>
    /// Whether <see cref="UnreachableBecause"/> may be over in a moment: a program that pumps by itself and has not begun. Until its first pump, calls are then accepted, and
    /// refused with that text if it does not pump within a second. Hosts that are known to have no loop say <see langword="false"/>, and calls are refused at once.
    /// </summary>
    bool AwaitsFirstPump => false;

    /// <summary>
    /// Called once, before anything else: keep <paramref name="dispatcher"/> and see to it that <see cref="MainThreadDispatcher.Pump()"/> is called
    /// on the main thread after each <see cref="Wake"/>.
    /// </summary>
    void Attach(MainThreadDispatcher dispatcher);

    /// <summary>
    /// Asks the host to pump soon. From any thread; returns without waiting for the main thread; needs no lock that the main thread may
    /// hold. One wake stands for any number of calls and is repeated while it stays unanswered.
    /// </summary>
    void Wake();

    /// <summary>The dispatcher has ended: take back what was hung into the host. From any thread, once.</summary>
    void Detach()
    {
    }
}
