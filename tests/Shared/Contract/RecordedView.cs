using System.Text;
using AuroraView.Engine;
using Xunit;

namespace AuroraView.Tests.Contract;

/// <summary>A view through an engine, with everything that it said, in order.</summary>
internal class RecordedView : IWebViewBackendEvents, IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private readonly List<object> _log = [];
    private long _nextCall;

    public RecordedView(IWebViewBackend backend, BackendStart start)
    {
        Backend = backend;
        backend.Start(start, this);
    }

    public IWebViewBackend Backend { get; }

    public BackendInfo Info => Wait<BackendInfo>();

    public LoadProgress LoadHtml(string html) => Load(new PageSource(PageSourceKind.Html, html));

    public LoadProgress Load(PageSource source)
    {
        long load = BeginLoad(source);
        return Wait<LoadProgress>(progress => progress.LoadId == load && progress.Phase is LoadPhase.Finished or LoadPhase.Failed);
    }

    public long BeginLoad(PageSource source)
    {
        long load = NextCall();
        Backend.Load(load, source);
        return load;
    }

    public long NextCall() => Interlocked.Increment(ref _nextCall);

    public Evaluated Evaluate(string script, string? source = null)
    {
        long call = NextCall();
        Backend.Evaluate(call, script, source);
        return WaitEvaluated(call);
    }

    public string Eval(string script)
    {
        Evaluated evaluated = Evaluate(script);
        Assert.True(evaluated.Status == EvaluationStatus.Completed, $"{evaluated.Status}: {evaluated.Text}");
        return evaluated.Text;
    }

    public Evaluated WaitEvaluated(long call) => Wait<Evaluated>(evaluated => evaluated.CallId == call);

    public void Deliver(long call, string arguments) => Backend.Deliver(call, Encoding.UTF8.GetBytes(arguments));

    public Closed WaitClosed() => Wait<Closed>();

    public int Count
    {
        get
        {
            lock (_gate)
                return _log.Count;
        }
    }

    public T[] All<T>()
    {
        lock (_gate)
            return [.. _log.OfType<T>()];
    }

    /// <summary>Waits for an event, which may have come already.</summary>
    public T Wait<T>(Func<T, bool>? wanted = null, int from = 0)
    {
        long deadline = Environment.TickCount64 + (long)Bound.TotalMilliseconds;
        lock (_gate)
        {
            int next = from;
            while (true)
            {
                for (; next < _log.Count; next++)
                {
                    if (_log[next] is T found && (wanted is null || wanted(found)))
                        return found;
                    if (_log[next] is Closed closed && typeof(T) != typeof(Closed))
                        Assert.Fail($"The view closed while the test waited for {typeof(T).Name}: {closed.Reason} {closed.Error}");
                }
                int left = (int)(deadline - Environment.TickCount64);
                if (left <= 0 || !Monitor.Wait(_gate, left))
                    Assert.Fail($"No {typeof(T).Name} came. What came last: {string.Join("; ", _log.TakeLast(12))}");
            }
        }
    }

    /// <summary>Does something while this process reads nothing of what the view says.</summary>
    public void WithoutReading(Action action)
    {
        lock (_gate)
            action();
    }

    public void Dispose()
    {
        Backend.Close();
        WaitClosed();
    }

    public void OnReady(BackendInfo info) => Add(info);

    public void OnPageMessage(string origin, ReadOnlySpan<byte> message) => Add(new PageMessage(origin, Encoding.UTF8.GetString(message)));

    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text) => Add(new Evaluated(callId, status, Encoding.UTF8.GetString(text)));

    public void OnLoad(LoadProgress progress) => Add(progress);

    public void OnTitleChanged(string title) => Add(new TitleChanged(title));

    public void OnWindow(WindowChange change) => Add(change);

    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error) => Add(new Captured(callId, png.ToArray(), error));

    public void OnCrashed(CrashReason reason, string detail) => Add(new Crashed(reason, detail));

    public void OnClosed(ClosedReason reason, BackendError? error) => Add(new Closed(reason, error));

    private void Add(object happened)
    {
        lock (_gate)
        {
            _log.Add(happened);
            Monitor.PulseAll(_gate);
        }
    }
}

internal sealed record PageMessage(string Origin, string Text);

internal sealed record Evaluated(long CallId, EvaluationStatus Status, string Text);

internal sealed record TitleChanged(string Title);

internal sealed record Captured(long CallId, byte[] Png, string? Error);

internal sealed record Crashed(CrashReason Reason, string Detail);

internal sealed record Closed(ClosedReason Reason, BackendError? Error);
