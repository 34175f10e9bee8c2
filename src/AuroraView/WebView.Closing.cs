using AuroraView.Threading;

namespace AuroraView;

// The end. docs/shutdown.md.
public sealed partial class WebView
{
    /// <summary>
    /// Closes the panel: asks the <see cref="Closing"/> handlers, hides the window, refuses new work, gives accepted work a limited time, fails the rest with one
    /// error each, and ends the window and its processes. From any thread, at any time, any number of times.
    /// </summary>
    /// <remarks>
    /// <para>On the host's main thread the call waits 250 ms at most, plus <paramref name="drainTimeout"/> if you give one; the close goes on without it. On other
    /// threads it waits for the end. Inside one of the panel's own handlers it does not wait: the close goes on when the handler has ended.</para>
    /// <para>To know that the panel is gone, listen to <see cref="Closed"/>, await <see cref="CloseAsync"/> or look at <see cref="State"/>.</para>
    /// </remarks>
    /// <param name="drainTimeout">How long accepted work may take; <see langword="null"/> for <see cref="ThreadSafetyOptions.DrainTimeout"/>.</param>
    /// <param name="force">Whether the <see cref="Closing"/> handlers are passed over.</param>
    /// <exception cref="LockOrderException">The calling thread holds an ordered lock; see <see cref="Threading.Locking.LockOrder"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or longer than 24 days.</exception>
    /// <returns>
    /// <see langword="false"/> only if a handler refused: the panel stays open. <see langword="true"/> says that no handler refused; <see cref="State"/> says how far
    /// the close has got: <see cref="ViewState.Closed"/>, <see cref="ViewState.Closing"/>, or an earlier state while the handlers are still being asked.
    /// </returns>
    public bool Close(TimeSpan? drainTimeout = null, bool force = false) => _core.Closing.CloseSync(force, Check(drainTimeout));

    /// <inheritdoc cref="Close(TimeSpan?, bool)"/>
    /// <remarks>The task ends when the panel is gone, or stays open. Do not wait for it inside one of the panel's own handlers.</remarks>
    /// <returns>Whether the panel is gone; <see langword="false"/> if a handler refused.</returns>
    public Task<bool> CloseAsync(TimeSpan? drainTimeout = null, bool force = false) => _core.Closing.CloseAsync(byUser: false, force, Check(drainTimeout));

    /// <summary>Closes the panel without asking. The same as <see cref="Close"/> with force.</summary>
    public void Dispose() => _core.Closing.CloseSync(force: true, null);

    /// <summary>Closes the panel without asking.</summary>
    public async ValueTask DisposeAsync() => await _core.Closing.CloseAsync(byUser: false, force: true, null).ConfigureAwait(false);

    private static TimeSpan? Check(TimeSpan? limit) => limit is { } given ? WaitTime.Check(given, "drainTimeout") : null;
}
