using AuroraView.Threading;

namespace AuroraView;

// The end. docs/shutdown.md.
public sealed partial class WebView
{
    /// <summary>
    /// Closes the panel: asks the <see cref="Closing"/> handlers, refuses new work, gives accepted work a bounded time, fails the rest with one error each, and
    /// ends the window and its processes. From any thread, at any time, any number of times.
    /// </summary>
    /// <param name="drainTimeout">How long accepted work may take; <see langword="null"/> for <see cref="ThreadSafetyOptions.DrainTimeout"/>.</param>
    /// <param name="force">Whether the <see cref="Closing"/> handlers are passed over.</param>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock; see <see cref="Threading.Locking.LockOrder"/>.</exception>
    /// <returns>
    /// Whether the panel is closed, or will be; <see langword="false"/> where a handler refused. Inside one of the panel's own handlers the call does not wait: the
    /// close goes on when the handler has ended.
    /// </returns>
    public bool Close(TimeSpan? drainTimeout = null, bool force = false) => _core.CloseSync(force, Check(drainTimeout));

    /// <inheritdoc cref="Close(TimeSpan?, bool)"/>
    /// <remarks>The task ends when the panel is gone. Do not wait for it inside one of the panel's own handlers.</remarks>
    public Task<bool> CloseAsync(TimeSpan? drainTimeout = null, bool force = false) => _core.CloseAsync(byUser: false, force, Check(drainTimeout));

    /// <summary>Closes the panel without asking. The same as <see cref="Close"/> with force.</summary>
    public void Dispose() => _core.CloseSync(force: true, null);

    /// <summary>Closes the panel without asking.</summary>
    public async ValueTask DisposeAsync() => await _core.CloseAsync(byUser: false, force: true, null).ConfigureAwait(false);

    private static TimeSpan? Check(TimeSpan? limit) => limit is { } given ? WaitTime.Check(given, "drainTimeout") : null;
}
