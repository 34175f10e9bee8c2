using System.Collections.Concurrent;
using AuroraView.Engine;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Windows;
using AuroraView.WebView2.Windows;

namespace AuroraView.WebView2.Apartment;

/// <summary>
/// A thread of ours with a single-threaded apartment and a message loop: one owns a WebView2, another the frame around it in the host's window. Work for it is queued and
/// taken by its loop.
/// </summary>
internal sealed unsafe class MessageThread
{
    private readonly ConcurrentQueue<Action> _urgent = new();
    private readonly ConcurrentQueue<Action> _work = new();
    private readonly string _name;
    private readonly Action<BackendError?> _ended;
    private readonly Action _drained;
    private MainThreadWindow? _window;
    private int _wakePosted;
    private bool _draining;
    private volatile bool _over;

    /// <param name="name">The thread's name, as a debugger shows it.</param>
    /// <param name="ended">Called on the thread as its last act.</param>
    /// <param name="drained">Called on the thread when a round of work is done.</param>
    public MessageThread(string name, Action<BackendError?> ended, Action drained)
    {
        _name = name;
        _ended = ended;
        _drained = drained;
    }

    /// <summary>Whether ordinary work may run; before, it waits in its order. On the thread.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The managed id of the thread, 0 before it runs.</summary>
    public int Id { get; private set; }

    /// <summary>A window of the thread in which Tab, Enter and Escape are for its dialog, or 0. On the thread.</summary>
    public nint Dialog { get; set; }

    /// <summary>Starts the thread.</summary>
    /// <param name="begin">Its first work.</param>
    /// <param name="end">Gives back what it owns, before the apartment is left.</param>
    public void Start(Action begin, Action end)
    {
        var thread = Background.Create(_name, () => Run(begin, end));
        thread.SetApartmentState(ApartmentState.STA);
        // The thread belongs to no request: no caller's context may flow into it.
        thread.UnsafeStart();
    }

    /// <summary>Queues work that waits until the view is ready. From any thread.</summary>
    public void Post(Action work)
    {
        if (_over)
            return;
        _work.Enqueue(work);
        Wake();
    }

    /// <summary>Queues work that overtakes, and that does not wait. From any thread.</summary>
    public void PostUrgent(Action work)
    {
        if (_over)
            return;
        _urgent.Enqueue(work);
        Wake();
    }

    /// <summary>Lets ordinary work run, or holds it back. On the thread.</summary>
    public void Open(bool isOpen)
    {
        IsOpen = isOpen;
        if (isOpen)
            Wake();
    }

    /// <summary>Throws where the calling thread is another one: every call of a WebView2 object comes through here.</summary>
    /// <exception cref="InvalidOperationException">It is another thread.</exception>
    public void Assert()
    {
        if (Environment.CurrentManagedThreadId != Id)
        {
            throw new InvalidOperationException(
                $"A WebView2 object was used on thread {Environment.CurrentManagedThreadId}; it belongs to the WebView thread {Id}. Use the methods of WebView, which may be called from any thread.");
        }
    }

    /// <summary>Ends the loop after the work that runs. On the thread.</summary>
    public void End()
    {
        Assert();
        _over = true;
        User32.PostQuitMessage(0);
    }

    private void Run(Action begin, Action end)
    {
        Id = Environment.CurrentManagedThreadId;
        BackendError? error = null;
        try
        {
            using var apartment = ComApartment.Enter();
            var window = new MainThreadWindow(Drain);
            Volatile.Write(ref _window, window);
            try
            {
                begin();
                Wake();
                User32.Message message;
                while (!_over && User32.GetMessageW(&message, 0, 0, 0) > 0)
                {
                    if (Dialog != 0 && User32.IsDialogMessageW(Dialog, &message) != 0)
                        continue;
                    _ = User32.TranslateMessage(&message);
                    User32.DispatchMessageW(&message);
                }
            }
            finally
            {
                _over = true;
                Guard(end);
                window.Destroy(isOwnThread: true);
            }
        }
        catch (BackendFailureException failure)
        {
            error = failure.Error;
        }
        catch (Exception unexpected)
        {
            error = new BackendError("EngineFailed", "The WebView thread failed: " + unexpected);
        }

        _over = true;
        _work.Clear();
        _urgent.Clear();
        _ended(error);
    }

    private void Wake()
    {
        // Before the window exists the thread looks by itself; the work must be seen there before the window's absence is seen here.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _window) is { } window && Interlocked.Exchange(ref _wakePosted, 1) == 0 && window.PostWake() != 0)
            Volatile.Write(ref _wakePosted, 0);
    }

    // The engine may run a loop of its own inside a call; work that comes meanwhile waits for the round that is under way.
    private void Drain()
    {
        Volatile.Write(ref _wakePosted, 0);
        if (_draining)
            return;
        _draining = true;
        try
        {
            while (!_over)
            {
                if (!_urgent.TryDequeue(out var work) && !(IsOpen && _work.TryDequeue(out work)))
                    break;
                Guard(work);
            }
        }
        finally
        {
            _draining = false;
        }

        if (!_over)
            Guard(_drained);
    }

    private static void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (Exception error)
        {
            Log.Error($"work on the WebView thread failed: {error}");
        }
    }
}
