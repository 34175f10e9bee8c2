using AuroraView.Threading.Guards;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// Raises the panel's events where its handlers run: on the main thread in DCC mode, else on the view's thread; in order. Never on another thread: an event whose
/// thread has gone is not raised, and traced.
/// </summary>
internal sealed class PanelEvents(string panel, CallQueue queue, Action<string, Exception?> report)
{
    [ThreadStatic]
    private static OwnWork? t_innermost;

    /// <summary>Whether the calling thread is inside a handler of one of this panel's events, or starts its engine.</summary>
    internal bool IsInside
    {
        get
        {
            for (var work = t_innermost; work is not null; work = work.Outer)
            {
                if (ReferenceEquals(work.Of, this))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Raises an event later. From any thread.</summary>
    /// <remarks>It is queued also while the main thread cannot be reached: a host that begins to pump hears of everything that came before.</remarks>
    /// <param name="name">The event's name.</param>
    /// <param name="raise">Calls the handlers.</param>
    /// <param name="notRaised">What to do if their thread has gone.</param>
    internal void Raise(string name, Action raise, Action? notRaised = null) => Raise(name, raise, notRaised, again: false);

    /// <summary>Raises an event whose outcome somebody waits for. At once where the calling thread is the right one.</summary>
    /// <param name="name">The event's name.</param>
    /// <param name="ask">Calls the handlers; throws nothing.</param>
    /// <param name="notAsked">Hears why they were not called.</param>
    /// <param name="onAccountOf">Whose question it is: a wait that depends on it can have it raised nested.</param>
    internal void Ask(string name, Action ask, Action<Exception> notAsked, WaitOrigin onAccountOf)
    {
        if (queue.IsOwner)
        {
            queue.RunHere(name, () => RaiseHere(name, ask));
            return;
        }

        try
        {
            var call = new EventCall(this, name, ask, notAsked);
            queue.Admit(call);
            _ = queue.Enqueue(call, this, onAccountOf);
        }
        catch (ThreadSafetyException error)
        {
            notAsked(error);
        }
    }

    /// <summary>Raises an event on the calling thread, which is the right one.</summary>
    internal void RaiseHere(string name, Action raise)
    {
        using var inside = Enter();
        try
        {
            raise();
        }
        catch (Exception error)
        {
            report($"A handler of {name} threw: {Bridge.ErrorMessage.Of(error)}", error);
        }
    }

    /// <summary>What the calling thread does until the disposal is the panel's own work: a close does not wait for it.</summary>
    internal OwnWork Enter() => t_innermost = new OwnWork(this, t_innermost);

    private void Raise(string name, Action raise, Action? notRaised, bool again)
    {
        var call = new EventCall(this, name, raise, error => OnNotRaised(name, notRaised, error));
        try
        {
            _ = queue.Enqueue(call, this);
        }
        catch (LockOrderException) when (!again)
        {
            // The caller's lock has nothing to do with the panel's news: a thread without locks queues it.
            Background.Run(static work => work.Self.Raise(work.Name, work.Raise, work.NotRaised, again: true), (Self: this, Name: name, Raise: raise, NotRaised: notRaised));
        }
        catch (ThreadSafetyException error)
        {
            OnNotRaised(name, notRaised, error);
        }
    }

    private void OnNotRaised(string name, Action? notRaised, Exception error)
    {
        Log.Information($"{panel}: {name} was not raised, its thread has gone: {error.Message}");
        notRaised?.Invoke();
    }

    /// <summary>Work of a panel that a thread is in the middle of.</summary>
    internal sealed class OwnWork(PanelEvents of, OwnWork? outer) : IDisposable
    {
        internal PanelEvents Of { get; } = of;

        internal OwnWork? Outer { get; } = outer;

        public void Dispose() => t_innermost = Outer;
    }
}
