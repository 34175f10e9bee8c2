using System.Text;
using AuroraView.Backends.PanelHost;
using AuroraView.Engine;

namespace EngineBench;

/// <summary>A view through the backend alone, with the least that a waiter needs.</summary>
internal sealed class BenchView : IWebViewBackendEvents, IDisposable
{
    private const int Bound = 60_000;
    private readonly object _gate = new();
    private long _answered;
    private bool _loaded;
    private bool _closed;
    private string? _message;

    public BenchView(string html)
    {
        Backend.Start(new BackendStart { DocumentScript = "", DeliverFunction = "receive" }, this);
        Backend.Load(1, new PageSource(PageSourceKind.Html, html));
        WaitUntil(() => _loaded);
    }

    public PanelHostBackend Backend { get; } = new();

    public int ProcessId { get; private set; }

    /// <summary>Waits until the answer with this id has come.</summary>
    public void WaitAnswered(long call) => WaitUntil(() => _answered >= call);

    public string WaitMessage()
    {
        WaitUntil(() => _message is not null);
        return _message!;
    }

    public void Dispose()
    {
        Backend.Close();
        WaitUntil(() => _closed);
    }

    public void OnReady(BackendInfo info) => ProcessId = info.ProcessId;

    public void OnPageMessage(string origin, ReadOnlySpan<byte> message)
    {
        string text = Encoding.UTF8.GetString(message);
        if (text == "x")
            Backend.Deliver(1, "0"u8);
        else
            Set(() => _message = text);
    }

    public void OnEvaluated(long callId, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        lock (_gate)
        {
            _answered = Math.Max(_answered, callId);
            Monitor.PulseAll(_gate);
        }
    }

    public void OnLoad(LoadProgress progress) => Set(() => _loaded |= progress.Phase == LoadPhase.Finished);

    public void OnTitleChanged(string title)
    {
    }

    public void OnWindow(WindowChange change)
    {
    }

    public void OnCaptured(long callId, ReadOnlySpan<byte> png, string? error)
    {
    }

    public void OnCrashed(CrashReason reason, string detail) => Console.Error.WriteLine($"{reason}: {detail}");

    public void OnClosed(ClosedReason reason, BackendError? error)
    {
        if (error is not null)
            Console.Error.WriteLine(error.Message);
        Set(() => _closed = true);
    }

    private void Set(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }

    private void WaitUntil(Func<bool> done)
    {
        lock (_gate)
        {
            while (!done())
            {
                if (!Monitor.Wait(_gate, Bound))
                    throw new TimeoutException("The view did not answer.");
            }
        }
    }
}
