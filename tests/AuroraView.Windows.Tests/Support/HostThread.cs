using System.Runtime.ExceptionServices;
using AuroraView.Threading;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A host's main thread: STA, with a message loop that the test may replace.</summary>
internal sealed unsafe class HostThread : IDisposable
{
    internal static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly Thread _thread;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _error;
    private MainThreadDispatcher? _dispatcher;

    internal HostThread(Func<IMainThreadAdapter> adapter, Action<MainThreadDispatcher>? body = null, ThreadSafetyOptions? options = null)
    {
        _thread = new Thread(() =>
        {
            try
            {
                Id = User32.GetCurrentThreadId();
                _dispatcher = new MainThreadDispatcher(adapter(), options ?? new ThreadSafetyOptions { MainThreadTimeout = Bound });
                _started.SetResult();
                if (body is null)
                    RunLoop();
                else
                    body(_dispatcher);
            }
            catch (Exception error)
            {
                _error = error;
                _started.TrySetException(error);
            }
        }) { IsBackground = true, Name = "host" };
        _thread.SetApartmentState(ApartmentState.STA);
        _thread.Start();
        _started.Task.WaitAsync(Bound).GetAwaiter().GetResult();
    }

    internal uint Id { get; private set; }

    internal MainThreadDispatcher Dispatcher => _dispatcher!;

    /// <summary>GetMessage and DispatchMessage until WM_QUIT, as every host does.</summary>
    internal static void RunLoop()
    {
        User32.Message message;
        while (User32.GetMessageW(&message, 0, 0, 0) > 0)
            User32.DispatchMessageW(&message);
    }

    /// <summary>Ends the loop and the thread; throws what its body threw.</summary>
    internal void End()
    {
        _ = User32.PostThreadMessageW(Id, User32.Quit, 0, 0);
        Join();
    }

    /// <summary>Waits for the end of the thread's body; throws what it threw.</summary>
    internal void Join()
    {
        if (!_thread.Join(Bound))
            throw new TimeoutException("The host's thread did not end.");
        if (_error is not null)
            ExceptionDispatchInfo.Throw(_error);
    }

    public void Dispose()
    {
        _dispatcher?.Shutdown(TimeSpan.Zero);
        End();
    }
}
