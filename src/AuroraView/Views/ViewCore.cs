using AuroraView.Backends;
using AuroraView.Bridge;
using AuroraView.Engine;
using AuroraView.Threading;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Guards;
using AuroraView.Threading.Shutdown;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>What a view is made of: its way to the page, its handlers' thread, what is pending, and its end. <see cref="WebView"/> is the front.</summary>
internal sealed partial class ViewCore
{
    private readonly WebViewOptions _options;
    private readonly TimeProvider _clock;
    private readonly HandlerTable _handlers = new();
    private readonly SerialThread _viewThread;
    private readonly MainThreadDispatcher? _dispatcher;
    private readonly OperationGate _operations;
    private readonly Outbox _outbox;
    private readonly IWebViewBackend _backend;
    private readonly PageRequests _requests;
    private readonly PageMessageReader _reader;
    private readonly PanelEvents _events;
    private readonly RepeatedReports _reports;
    private readonly NewsLane _loadNews;
    private readonly NewsLane _titleNews;
    private readonly NewsLane _sizeNews;
    private readonly PageToken _token = PageToken.Create();
    private readonly BridgeLimits _limits;
    private int _hostIsBusy;
    private long _lastId;

    internal ViewCore(WebView view, WebViewOptions options)
    {
        View = view;
        _options = options;
        _parent = options.Parent;
        var first = options.FirstPage;
        _clock = GuardedClock.Of(options.Clock);
        _dispatcher = options.Dispatcher ?? MainThreadDispatcher.Default;
        if (options.DccMode)
            _dispatcher = DccThreadSafe.Find(_dispatcher);
        Safety = options.Safety ?? _dispatcher?.Options ?? ThreadSafetyOptions.Default;
        Json = PageJson.CreateOptions(options.Json);
        Name = $"the panel '{options.Title}'";
        Party = new WaitParty($"the page of {Name}") { State = () => Link!.Documents.Hindrance };
        _operations = new OperationGate(Name, _clock) { Party = Party };
        _limits = new BridgeLimits
        {
            MaxMessageBytes = options.MaxMessageBytes,
            MaxDepth = options.MaxMessageDepth,
            MaxPendingCalls = options.MaxPendingCalls,
            MaxPendingBytes = options.MaxPendingBytes,
        };
        _reader = new PageMessageReader(_token, _limits);
        _reports = new RepeatedReports(Report, _clock);

        _viewThread = new SerialThread($"handlers of {Name}", Safety, _clock, options.StartHandlerThread);
        _viewThread.Unobserved += (error, function) => Report($"'{function}' threw: {ErrorMessage.Of(error)}", error);
        _events = new PanelEvents(Name, options.DccMode ? _dispatcher!.Queue : _viewThread.Queue, Report);
        _loadNews = new NewsLane(raise => _events.Raise("a load", raise), most: 256);
        _titleNews = new NewsLane(raise => _events.Raise("TitleChanged", raise), most: 1);
        _sizeNews = new NewsLane(raise => _events.Raise("Resized", raise), most: 1);
        _outbox = new Outbox(Safety, Name, Party, _clock);
        _backend = options.Backend?.Invoke() ?? PlatformBackend.Create();
        var documents = new DocumentTracker(new OriginPolicy(options.AllowedOrigins));
        Evaluations = new Evaluations(_backend, Party, NextId, () => documents.Current, pending => _outbox.GiveBack(Outbound.Evaluate(pending).Weight));
        Link = new PageLink(_backend, _outbox, documents, NextId, Evaluations.Send, _clock);
        _requests = new PageRequests(
            Party, _handlers, _viewThread.Queue, _dispatcher, options, Safety, _clock, _operations, Answer, (error, name) => ReportOften(RepeatedReport.HandlerThrew, $"The handler of '{name}' threw: {ErrorMessage.Of(error)}", error));

        WaitParties.Pages.Add(Party);
        if (first is not null)
            Link.Load(first);
        if (_dispatcher is not null)
            _dispatcher.StallChanged += OnStallChanged;
    }

    internal WebView View { get; }

    internal string Name { get; }

    internal WaitParty Party { get; }

    internal ThreadSafetyOptions Safety { get; }

    internal System.Text.Json.JsonSerializerOptions Json { get; }

    internal PageLink Link { get; }

    internal Evaluations Evaluations { get; }

    internal SerialThread HandlerThread => _viewThread;

    internal ViewState State => _life.State;

    internal MainThreadDispatcher? Dispatcher => _dispatcher;

    internal TimeProvider Clock => _clock;

    internal OperationGate Operations => _operations;

    /// <summary>What the engine said of itself; <see langword="null"/> until it is ready.</summary>
    internal BackendInfo? Info { get; private set; }

    internal int MaxMessageBytes => _options.MaxMessageBytes;

    internal long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Queues something for the page by the rules of a full queue. From any thread.</summary>
    internal void Push(in Outbound item, string? latestKey = null)
    {
        ThrowIfClosing();
        try
        {
            _outbox.Push(item, latestKey, _givenUp.Token);
        }
        catch (ShutdownInProgressException)
        {
            // The queue knows that it is shut; why is known here.
            throw Refusal();
        }
        Link.Kick();
    }

    /// <summary>Queues an answer: what is asked for once and bounded by whoever asks. From any thread.</summary>
    internal void PushAlways(in Outbound item)
    {
        if (_outbox.PushAlways(item))
            Link.Kick();
    }

    /// <summary>What is queued for the page and why it may not get there, for a timeout's text.</summary>
    internal (int Depth, string Note) PageState => (Link.Depth, Link.Documents.Hindrance);

    internal void Navigate(NavigationCommand command)
    {
        ThrowIfClosing();
        Start();
        _backend.Navigate(command);
    }

    internal void AddHandler(PageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ThrowIfClosing();
        _handlers.Set(handler);
        AnnounceMethods();
    }

    internal bool RemoveHandler(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var removed = _handlers.Remove(name);
        if (removed && State < ViewState.Closing)
            AnnounceMethods();
        return removed;
    }

    internal void ThrowIfClosing()
    {
        if (State >= ViewState.Closing)
            throw Refusal();
    }

    /// <summary>Tells the listeners of the panel's errors, like every other event. From any thread.</summary>
    internal void Report(string message, Exception? error)
    {
        Log.Warning($"{Name}: {message}");
        if (View.HasErrorHandlers)
            _events.Raise("Error", () => View.RaiseError(new PanelErrorEventArgs(message, error)));
    }

    /// <summary>Tells what a page can bring about as often as it likes. From any thread.</summary>
    internal void ReportOften(RepeatedReport kind, string message, Exception? error = null, long count = 1) => _reports.Report(kind, message, error, count);

    // An answer gets in in any case, but what it carries does not: a page that takes nothing must not fill the host with results.
    private void Answer(Outbound reply)
    {
        if (!_outbox.HasBytesFor(reply))
        {
            reply.Recycle();
            reply = Outbound.ReplyError(reply.Document, reply.Id, new BridgeError(
                BridgeErrorCode.TooLarge, $"The answer does not fit beside what the page has not taken yet; the limit is {Safety.QueueBytes} bytes."));
        }

        PushAlways(reply);
    }

    private void AnnounceMethods()
    {
        // A document that begins is told all names; only one that is there already needs to hear of a change.
        if (Link.Documents.Current != 0)
            PushAlways(Outbound.Announce(_handlers.Names));
    }

    private void OnStallChanged(object? sender, MainThreadStallEventArgs stall)
    {
        // The flag before the look for a document, the document before the look at the flag: a document that begins meanwhile is told by one of them.
        Interlocked.Exchange(ref _hostIsBusy, stall.IsStalled ? 1 : 0);
        if (State < ViewState.Closing && Link.Documents.Current != 0)
            TellWhetherHostIsBusy(stall.IsStalled);
    }

    private void TellWhetherHostIsBusy(bool busy) =>
        PushAlways(Outbound.Event(WebView.HostBusyEvent, PooledJson.Copy(busy ? """{"busy":true}"""u8 : """{"busy":false}"""u8)));
}
