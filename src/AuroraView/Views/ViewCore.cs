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
    private readonly HandlerTable _handlers = new();
    private readonly PageMessageReader _reader;
    private readonly RepeatedReports _reports;
    private readonly NewsLane _loadNews;
    private readonly NewsLane _titleNews;
    private readonly NewsLane _sizeNews;
    private int _hostIsBusy;
    private long _lastId;

    internal ViewCore(WebView view, WebViewOptions options)
    {
        View = view;
        Options = options;
        var first = options.FirstPage;
        Clock = GuardedClock.Of(options.Clock);
        Dispatcher = options.Dispatcher ?? MainThreadDispatcher.Default;
        if (options.DccMode)
            Dispatcher = DccThreadSafe.Find(Dispatcher);
        Safety = options.Safety ?? Dispatcher?.Options ?? ThreadSafetyOptions.Default;
        Json = PageJson.CreateOptions(options.Json);
        Name = $"the panel '{options.Title}'";
        Party = new WaitParty($"the page of {Name}") { State = () => Link!.Documents.Hindrance };
        Operations = new OperationGate(Name, Clock) { Party = Party };
        var limits = new BridgeLimits
        {
            MaxMessageBytes = options.MaxMessageBytes,
            MaxDepth = options.MaxMessageDepth,
            MaxPendingCalls = options.MaxPendingCalls,
            MaxPendingBytes = options.MaxPendingBytes,
        };
        var token = PageToken.Create();
        Starting = new ViewStart(this, token, limits);
        Scripts = new ViewScripts(this);
        Closing = new ViewClosing(this);
        Ending = new ViewEnding(this);
        _reader = new PageMessageReader(token, limits);
        _reports = new RepeatedReports(Report, Clock);

        HandlerThread = new SerialThread($"handlers of {Name}", Safety, Clock, options.StartHandlerThread);
        HandlerThread.Unobserved += (error, function) => Report($"'{function}' threw: {ErrorMessage.Of(error)}", error);
        Events = new PanelEvents(Name, options.DccMode ? Dispatcher!.Queue : HandlerThread.Queue, Report);
        _loadNews = new NewsLane(raise => Events.Raise("a load", raise), most: 256);
        _titleNews = new NewsLane(raise => Events.Raise("TitleChanged", raise), most: 1);
        _sizeNews = new NewsLane(raise => Events.Raise("Resized", raise), most: 1);
        Outbox = new Outbox(Safety, Name, Party, Clock);
        Backend = options.Backend?.Invoke() ?? PlatformBackend.Create();
        var documents = new DocumentTracker(new OriginPolicy(options.AllowedOrigins));
        Evaluations = new Evaluations(Backend, Party, NextId, () => documents.Current, pending => Outbox.GiveBack(Outbound.Evaluate(pending).Weight));
        Link = new PageLink(Backend, Outbox, documents, NextId, Evaluations.Send, Clock, Ending.OnBackendBroken);
        Requests = new PageRequests(
            Party, _handlers, HandlerThread.Queue, Dispatcher, options, Safety, Clock, Operations, Answer, (error, name) => ReportOften(RepeatedReport.HandlerThrew, $"The handler of '{name}' threw: {ErrorMessage.Of(error)}", error));

        WaitParties.Pages.Add(Party);
        if (first is not null)
            Link.Load(first);
        if (Dispatcher is not null)
            Dispatcher.StallChanged += OnStallChanged;
    }

    internal WebView View { get; }

    internal string Name { get; }

    internal WaitParty Party { get; }

    internal ThreadSafetyOptions Safety { get; }

    internal System.Text.Json.JsonSerializerOptions Json { get; }

    internal PageLink Link { get; }

    internal Evaluations Evaluations { get; }

    internal SerialThread HandlerThread { get; }

    internal ViewState State => Life.State;

    internal MainThreadDispatcher? Dispatcher { get; }

    internal TimeProvider Clock { get; }

    internal WebViewOptions Options { get; }

    internal OperationGate Operations { get; }

    internal IWebViewBackend Backend { get; }

    internal Outbox Outbox { get; }

    internal PageRequests Requests { get; }

    internal PanelEvents Events { get; }

    /// <summary>How far the view's life has got.</summary>
    internal ViewLife Life { get; } = new();

    /// <summary>The start of the engine, and its window.</summary>
    internal ViewStart Starting { get; }

    /// <summary>The evaluations that callers ask for.</summary>
    internal ViewScripts Scripts { get; }

    /// <summary>Who closes the view, and who waits for that.</summary>
    internal ViewClosing Closing { get; }

    /// <summary>The two phases of the end.</summary>
    internal ViewEnding Ending { get; }

    /// <summary>What the engine said of itself; <see langword="null"/> until it is ready.</summary>
    internal BackendInfo? Info { get; private set; }

    internal int MaxMessageBytes => Options.MaxMessageBytes;

    internal long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Queues something for the page by the rules of a full queue. From any thread.</summary>
    internal void Push(in Outbound item, string? latestKey = null)
    {
        ThrowIfClosing();
        try
        {
            Outbox.Push(item, latestKey, Ending.GivenUp);
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
        if (Outbox.PushAlways(item))
            Link.Kick();
    }

    /// <summary>What is queued for the page and why it may not get there, for a timeout's text.</summary>
    internal (int Depth, string Note) PageState => (Link.Depth, Link.Documents.Hindrance);

    internal void Navigate(NavigationCommand command)
    {
        ThrowIfClosing();
        Starting.Begin();
        Backend.Navigate(command);
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
            Events.Raise("Error", () => View.RaiseError(new PanelErrorEventArgs(message, error)));
    }

    /// <summary>Tells what a page can bring about as often as it likes. From any thread.</summary>
    internal void ReportOften(RepeatedReport kind, string message, Exception? error = null, long count = 1) => _reports.Report(kind, message, error, count);

    /// <summary>Why something is refused now.</summary>
    internal ShutdownInProgressException Refusal() =>
        Life.Why is { Error: { } error } why ? new(Name, error.Message, why.Cause) : new(Name);

    /// <summary>Nothing of the view works any more; the engine is gone.</summary>
    internal void Stop()
    {
        Link.End();
        WaitParties.Pages.Remove(Party);
        Requests.Stop();
        _reports.Dispose();
        _handlers.Clear();
        if (Dispatcher is not null)
            Dispatcher.StallChanged -= OnStallChanged;
    }

    // An answer gets in in any case, but what it carries does not: a page that takes nothing must not fill the host with results.
    private void Answer(Outbound reply)
    {
        if (!Outbox.HasBytesFor(reply))
        {
            reply.Recycle();
            reply = Outbound.ReplyError(reply.Document, reply.Id, new BridgeError(
                BridgeErrorCode.TooLarge, $"The answer does not fit into the queue for the page, because the page has not taken what waits there. The limit is {Safety.QueueBytes} bytes."));
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
