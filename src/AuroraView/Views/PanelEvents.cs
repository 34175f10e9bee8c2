using AuroraView.Threading;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// Raises the panel's events where its handlers run: on the main thread in DCC mode, else on the view's thread; in order. Never
/// on the WebView thread.
/// </summary>
internal sealed class PanelEvents(CallQueue viewThread, CallQueue? main, Action<string, Exception?> report)
{
    /// <summary>Raises an event later. From any thread.</summary>
    internal void Raise(Action raise)
    {
        var queue = main ?? viewThread;
        try
        {
            queue.Post(static work => work.Self.Guarded(work.Raise), (Self: this, Raise: raise), this);
        }
        catch (ThreadSafetyException)
        {
            // The main thread is out of reach, or the view's thread has ended with the view: the event is not lost.
            ThreadPool.UnsafeQueueUserWorkItem(static work => work.Self.Guarded(work.Raise), (Self: this, Raise: raise), preferLocal: false);
        }
    }

    /// <summary>
    /// Raises an event and tells its outcome, for one that a handler can refuse. At once where the calling thread is the right one.
    /// </summary>
    /// <param name="ask">Raises the event.</param>
    /// <param name="onAccountOf">Who waits for the answer: a wait that depends on it can have it raised nested.</param>
    internal Task<T> AskAsync<T>(Func<T> ask, WaitOrigin onAccountOf)
    {
        var queue = main ?? viewThread;
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Ask()
        {
            try
            {
                answer.SetResult(ask());
            }
            catch (Exception error)
            {
                answer.SetException(error);
            }
        }

        if (queue.IsOwner)
        {
            Ask();
            return answer.Task;
        }

        try
        {
            queue.ThrowIfUnreachable();
            _ = queue.PostFor(onAccountOf, null, static run => run(), (Action)Ask);
        }
        catch (ThreadSafetyException error)
        {
            answer.SetException(error);
        }

        return answer.Task;
    }

    private void Guarded(Action raise)
    {
        try
        {
            raise();
        }
        catch (Exception error)
        {
            report($"A handler of the panel's events threw: {Bridge.ErrorMessage.Of(error)}", error);
        }
    }
}
