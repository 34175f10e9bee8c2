using AuroraView.Bridge;
using AuroraView.Native.Sessions;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;

namespace AuroraView.Native.Views;

/// <summary>An evaluation whose outcome is brought to the client's code.</summary>
internal static class AsyncEvaluation
{
    /// <summary>Starts one. The outcome comes exactly once, also where it is a refusal.</summary>
    /// <param name="view">The panel.</param>
    /// <param name="script">The script.</param>
    /// <param name="limit">How long to wait for it.</param>
    /// <param name="token">The client's number for it.</param>
    /// <param name="onService">Whether the outcome is brought to the service thread instead of where handlers run.</param>
    internal static void Start(NativeView view, string script, TimeSpan limit, long token, bool onService)
    {
        var core = view.View.Core;
        var time = limit == WaitTime.Infinite ? null : new CancellationTokenSource(limit);
        var evaluated = core.Scripts.EvaluateAsync(script, static result => result, time?.Token ?? CancellationToken.None);
        _ = evaluated.ContinueWith(
            done =>
            {
                var message = EvalText.Message(() => Outcome(view, done, script, limit));
                time?.Dispose();
                Bring(view, token, message, onService);
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private static EvalResult Outcome(NativeView view, Task<EvalResult> done, string script, TimeSpan limit)
    {
        if (!done.IsCanceled)
            return done.GetAwaiter().GetResult();
        var core = view.View.Core;
        var (depth, hindrance) = core.PageState;
        throw new ThreadDispatchTimeoutException(new DispatchSnapshot
        {
            Function = JavaScriptException.Excerpt(script)!,
            Target = core.Party.Name,
            StillRunning = true,
            RunningFor = limit,
            Timeout = limit,
            QueueDepth = depth,
            Note = hindrance,
        });
    }

    private static void Bring(NativeView view, long token, byte[] message, bool onService)
    {
        var session = view.Session;
        if (!onService)
        {
            var queue = view.DccMode ? session.Dispatcher.Queue : view.View.Core.HandlerThread.Queue;
            try
            {
                // Accepted whether or not somebody pumps now: the caller was promised an outcome.
                _ = queue.PostFor(null, view, static brought => brought.Run(), new BroughtResult(session, token, message));
                return;
            }
            catch (ShutdownInProgressException)
            {
                // The panel's thread has ended with the panel.
            }
        }

        session.RunOnService(CallKind.Result, token, 0, message);
    }

    // What a thread that ends with its panel does not come to is brought by the service thread.
    private sealed class BroughtResult(Session session, long token, byte[] message) : IRefusableWork
    {
        public void OnRefused(Exception error) => session.RunOnService(CallKind.Result, token, 0, message);

        internal void Run() => session.Callbacks.Run(CallKind.Result, token, 0, message);
    }
}
