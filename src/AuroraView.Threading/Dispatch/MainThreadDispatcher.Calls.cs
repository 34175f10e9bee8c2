namespace AuroraView.Threading;

// What callers use, from any thread.
public sealed partial class MainThreadDispatcher
{
    /// <summary>Queues a call and returns at once; also on the main thread. There it runs in a later pump.</summary>
    /// <remarks>What it throws goes to <see cref="UnobservedException"/>.</remarks>
    /// <exception cref="MainThreadUnavailableException">Nothing would ever run it.</exception>
    /// <exception cref="ShutdownInProgressException">The dispatcher is shut down.</exception>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock: waking the host runs its adapter. See <see cref="Locking.LockOrder"/>.</exception>
    public void Post(Action action) => _queue.Post(static run => run(), NotNull(action));

    /// <summary>Like <see cref="Post(Action)"/>; with a static function it allocates nothing.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="state">Given to it.</param>
    public void Post<TState>(Action<TState> action, TState state) => _queue.Post(action, state);

    /// <summary>Runs a call on the main thread and waits for it. On the main thread it runs inline.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="timeout">How long the caller waits (see <see cref="WaitTime"/>); <see langword="null"/> for <see cref="ThreadSafetyOptions.MainThreadTimeout"/>.</param>
    /// <param name="cancellation">Before the call starts it takes the call back, after that it only ends the wait.</param>
    /// <exception cref="ThreadDispatchTimeoutException">It did not end in time. If it had not started it never will; the error's snapshot says which.</exception>
    /// <exception cref="DeadlockDetectedException">The main thread waits, in a way that cannot run calls, for the calling thread.</exception>
    /// <exception cref="MainThreadUnavailableException">Nothing would ever run it.</exception>
    /// <exception cref="ShutdownInProgressException">The dispatcher is shut down, or was before the call started.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public void Invoke(Action action, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        _queue.Invoke(static run => { run(); return true; }, NotNull(action), Limit(timeout), cancellation);

    /// <inheritdoc cref="Invoke(Action, TimeSpan?, CancellationToken)"/>
    /// <param name="function">What to run.</param>
    /// <param name="timeout">How long the caller waits.</param>
    /// <param name="cancellation">Takes the call back or ends the wait.</param>
    /// <returns>What the function returned.</returns>
    public TResult Invoke<TResult>(Func<TResult> function, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        _queue.Invoke(static run => run(), NotNull(function), Limit(timeout), cancellation);

    /// <inheritdoc cref="Invoke(Action, TimeSpan?, CancellationToken)"/>
    /// <remarks>With a static function it allocates nothing.</remarks>
    /// <param name="function">What to run.</param>
    /// <param name="state">Given to it.</param>
    /// <param name="timeout">How long the caller waits.</param>
    /// <param name="cancellation">Takes the call back or ends the wait.</param>
    /// <returns>What the function returned.</returns>
    public TResult Invoke<TState, TResult>(Func<TState, TResult> function, TState state, TimeSpan? timeout = null, CancellationToken cancellation = default) =>
        _queue.Invoke(function, state, Limit(timeout), cancellation);

    /// <summary>Queues a call; the task ends with it. Always queued, also on the main thread.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cancellation">Before the call starts it takes the call back, after that it only ends the wait.</param>
    /// <remarks>Refusals arrive in the task: <see cref="MainThreadUnavailableException"/>, <see cref="ShutdownInProgressException"/>.</remarks>
    public Task InvokeAsync(Action action, CancellationToken cancellation = default) =>
        _queue.InvokeAsync(static run => { run(); return true; }, NotNull(action), cancellation);

    /// <inheritdoc cref="InvokeAsync(Action, CancellationToken)"/>
    public Task<TResult> InvokeAsync<TResult>(Func<TResult> function, CancellationToken cancellation = default) =>
        _queue.InvokeAsync(static run => run(), NotNull(function), cancellation);

    /// <inheritdoc cref="InvokeAsync(Action, CancellationToken)"/>
    /// <remarks>
    /// The function starts on the main thread and its <c>await</c>s come back there. If the dispatcher is shut down while it awaits, the task ends with
    /// <see cref="ShutdownInProgressException"/>; the function's rest does not run, because there is no main thread left to run it on. What it awaits with
    /// <c>ConfigureAwait(false)</c> goes on, and its result is dropped.
    /// </remarks>
    public Task InvokeAsync(Func<Task> function, CancellationToken cancellation = default)
    {
        NotNull(function);
        return _queue.InvokeAsync(function, () => function() is { } task ? WithoutResult(task) : null, cancellation);
    }

    /// <inheritdoc cref="InvokeAsync(Func{Task}, CancellationToken)"/>
    public Task<TResult> InvokeAsync<TResult>(Func<Task<TResult>> function, CancellationToken cancellation = default) =>
        _queue.InvokeAsync(NotNull(function), function, cancellation);

    /// <summary><c>await dispatcher.SwitchToMainThread();</c> continues on the main thread; at once if it is that thread already.</summary>
    public MainThreadAwaitable SwitchToMainThread() => new(this);

    /// <summary>Wraps a function so that it always runs on the main thread. RFC 0002, <c>ensure_main_thread</c>.</summary>
    public Action EnsureMainThread(Action action, TimeSpan? timeout = null)
    {
        NotNull(action);
        return () => Invoke(action, timeout);
    }

    /// <inheritdoc cref="EnsureMainThread(Action, TimeSpan?)"/>
    public Func<TResult> EnsureMainThread<TResult>(Func<TResult> function, TimeSpan? timeout = null)
    {
        NotNull(function);
        return () => Invoke(function, timeout);
    }

    /// <inheritdoc cref="EnsureMainThread(Action, TimeSpan?)"/>
    public Func<T, TResult> EnsureMainThread<T, TResult>(Func<T, TResult> function, TimeSpan? timeout = null)
    {
        NotNull(function);
        return argument => Invoke(function, argument, timeout);
    }

    internal TimeSpan Limit(TimeSpan? timeout) =>
        timeout is { } given ? WaitTime.Check(given, nameof(timeout)) : Options.MainThreadTimeout;

    private static async Task<bool> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }

    private static T NotNull<T>(T function)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(function);
        return function;
    }
}
