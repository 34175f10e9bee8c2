using System.Text.Json.Serialization.Metadata;
using AuroraView.Bridge;
using AuroraView.Threading;

namespace AuroraView;

// JavaScript. A script is an expression or statements, may use await, and gives the value of its last expression; promises are awaited. docs/scripts.md.
public sealed partial class WebView
{
    /// <summary>Evaluates a script and returns at once. What it throws goes to <see cref="Error"/>.</summary>
    /// <exception cref="QueueFullException">Too much is queued for the page.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void EvalJs(string script) => _core.Scripts.Evaluate(script);

    /// <summary>Evaluates a script and waits for its result. RFC 0002, <c>eval_js_sync</c>.</summary>
    /// <remarks>
    /// May be called from any thread, the host's main thread too: handlers that the page calls meanwhile, and that are bound to the waiting thread, are
    /// run inside the wait.
    /// </remarks>
    /// <typeparam name="T">What the result is read as; its JSON metadata must be known (see <see cref="WebViewOptions.Json"/>).</typeparam>
    /// <param name="script">The script.</param>
    /// <param name="timeout">How long to wait (see <see cref="WaitTime"/>); <see langword="null"/> for <see cref="ThreadSafetyOptions.JsEvalTimeout"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="JavaScriptException">The script threw, rejected, or cannot be parsed.</exception>
    /// <exception cref="JavaScriptResultException">The result is not a <typeparamref name="T"/>.</exception>
    /// <exception cref="BridgeException">The document was replaced, or its process ended, before the script was done.</exception>
    /// <exception cref="ThreadDispatchTimeoutException">There was no result in time. A late one is dropped.</exception>
    /// <exception cref="DeadlockDetectedException">The page needs something that can never be done while this thread waits.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing, or was closed meanwhile.</exception>
    public T? EvalJsSync<T>(string script, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        EvalJsSync(script, PageJson.Info<T>(JsonOptions), timeout, cancellation);

    /// <inheritdoc cref="EvalJsSync{T}(string, TimeSpan?, CancellationToken)"/>
    /// <param name="script">The script.</param>
    /// <param name="resultInfo">How the result is read.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public T? EvalJsSync<T>(string script, JsonTypeInfo<T> resultInfo, TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(resultInfo);
        return _core.Scripts.EvaluateSync(script, EvalLimit(timeout), cancellation).Read(resultInfo);
    }

    /// <summary>Evaluates a script and waits until it has run; its result may be anything.</summary>
    /// <inheritdoc cref="EvalJsSync{T}(string, TimeSpan?, CancellationToken)"/>
    public void EvalJsSync(string script, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        _core.Scripts.EvaluateSync(script, EvalLimit(timeout), cancellation).ThrowIfFailed();

    /// <summary>Evaluates a script; the task ends with its result.</summary>
    /// <param name="script">The script.</param>
    /// <param name="cancellation">Ends the wait; the script is not stopped.</param>
    /// <remarks>The errors are those of <see cref="EvalJsSync{T}(string, TimeSpan?, CancellationToken)"/>, in the task; there is no limit of time.</remarks>
    public Task<T?> EvalJsAsync<T>(string script, CancellationToken cancellation = default) =>
        EvalJsAsync(script, PageJson.Info<T>(JsonOptions), cancellation);

    /// <inheritdoc cref="EvalJsAsync{T}(string, CancellationToken)"/>
    /// <param name="script">The script.</param>
    /// <param name="resultInfo">How the result is read.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<T?> EvalJsAsync<T>(string script, JsonTypeInfo<T> resultInfo, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(resultInfo);
        return _core.Scripts.EvaluateAsync(script, result => result.Read(resultInfo), cancellation);
    }

    /// <summary>Evaluates a script; the task ends when it has run, whatever its result is.</summary>
    /// <inheritdoc cref="EvalJsAsync{T}(string, CancellationToken)"/>
    public Task EvalJsAsync(string script, CancellationToken cancellation = default) => _core.Scripts.EvaluateAsync(
        script,
        static result =>
        {
            result.ThrowIfFailed();
            return true;
        },
        cancellation);

    private TimeSpan EvalLimit(TimeSpan? timeout) => timeout is { } given ? WaitTime.Check(given, nameof(timeout)) : Safety.JsEvalTimeout;
}
