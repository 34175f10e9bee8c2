using System.Runtime.CompilerServices;

namespace AuroraView.Threading;

/// <summary>What <see cref="MainThreadDispatcher.SwitchToMainThread"/> returns: awaiting it goes on on the main thread.</summary>
/// <param name="dispatcher">The dispatcher.</param>
public readonly struct MainThreadAwaitable(MainThreadDispatcher dispatcher)
{
    /// <summary>Used by <c>await</c>.</summary>
    public Awaiter GetAwaiter() => new(dispatcher);

    /// <summary>Used by <c>await</c>.</summary>
    public sealed class Awaiter(MainThreadDispatcher dispatcher) : ICriticalNotifyCompletion
    {
        private Task? _switch;

        /// <summary>Whether the calling thread is the main thread already.</summary>
        public bool IsCompleted => dispatcher.IsMainThread;

        /// <summary>Says that the main thread is reached.</summary>
        /// <exception cref="MainThreadUnavailableException">It cannot be.</exception>
        /// <exception cref="ShutdownInProgressException">The dispatcher is shut down.</exception>
        public void GetResult()
        {
            if (_switch is { IsFaulted: true } refused)
                refused.GetAwaiter().GetResult();
        }

        /// <inheritdoc/>
        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        /// <inheritdoc/>
        public void UnsafeOnCompleted(Action continuation)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            // On the main thread where it can be reached, and on a pool thread, to throw there, where it cannot: a
            // continuation that is dropped would leave its caller waiting for ever.
            var arrival = new Arrival(continuation);
            Task reached;
            try
            {
                reached = dispatcher.InvokeAsync(arrival.Go);
            }
            catch (Exception error)
            {
                // An exception from here would end the process: the runtime has nowhere else to put it.
                reached = Task.FromException(error);
            }

            _ = WatchAsync(reached, arrival);
        }

        private async Task WatchAsync(Task reached, Arrival arrival)
        {
            try
            {
                await reached.ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Not inside the call that awaits: that has not returned yet.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                _switch = reached;
                arrival.Go();
            }
        }

        private sealed class Arrival(Action continuation)
        {
            private int _gone;

            internal void Go()
            {
                if (Interlocked.Exchange(ref _gone, 1) == 0)
                    continuation();
            }
        }
    }
}
