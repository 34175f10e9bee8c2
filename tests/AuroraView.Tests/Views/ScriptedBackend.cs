using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using AuroraView.Engine;

namespace AuroraView.Tests.Views;

/// <summary>A double of an engine: says what a test tells it to say, for what a real engine does not do on demand.</summary>
internal sealed partial class ScriptedBackend : IWebViewBackend
{
    private IWebViewBackendEvents? _events;
    private string _token = "";
    private int _closes;

    /// <summary>Runs while the engine is handed its start: blocks, throws.</summary>
    internal Action Starting { get; init; } = static () => { };

    /// <summary>How often the engine was told to end.</summary>
    internal int Closes => Volatile.Read(ref _closes);

    /// <summary>The batches that the page took: each the literal of a JSON array of operations.</summary>
    internal BlockingCollection<string> Delivered { get; } = [];

    /// <summary>What the engine was given, in order: <c>load TEXT</c>, <c>navigate COMMAND</c>, <c>deliver</c>, <c>evaluate SCRIPT</c>, <c>capture</c>, <c>close</c>.</summary>
    internal ConcurrentQueue<string> Given { get; } = new();

    /// <summary>How a load ends: <see langword="null"/> commits it, an empty text says nothing more, another text is why it fails.</summary>
    internal Func<PageSource, string?> Outcome { get; set; } = static _ => null;

    /// <summary>What an evaluation's answer is.</summary>
    internal string Value { get; init; } = "u";

    /// <summary>How a batch ends.</summary>
    internal Func<EvaluationStatus?> Delivery { get; set; } = static () => EvaluationStatus.Completed;

    /// <summary>The load that was given last.</summary>
    internal long LoadId { get; private set; }

    internal long BatchId { get; private set; }

    /// <summary>The HTML text or address of the load that was given last.</summary>
    internal string LastPage { get; private set; } = "";

    public void Start(BackendStart start, IWebViewBackendEvents events)
    {
        Starting();
        _events = events;
        _token = Token().Match(start.DocumentScript).Groups[1].Value;
        events.OnReady(new BackendInfo("scripted", "1", "none", 0, 0));
    }

    public void Load(long loadId, PageSource source)
    {
        LoadId = loadId;
        LastPage = source.Text;
        Given.Enqueue($"load {source.Text}");
        Tell(LoadPhase.Started, null);
        if (Outcome(source) is not { } failure)
            Tell(LoadPhase.Committed, null);
        else if (failure.Length > 0)
            Tell(LoadPhase.Failed, failure);
    }

    public void Navigate(NavigationCommand command) => Given.Enqueue($"navigate {command}");

    public void Evaluate(long callId, string script, string? sourceName)
    {
        Given.Enqueue($"evaluate {script}");
        Evaluated.Enqueue(callId);
        if (!Hangs)
            _events!.OnEvaluated(callId, EvaluationStatus.Completed, Encoding.UTF8.GetBytes(Value));
    }

    public void Deliver(long callId, ReadOnlySpan<byte> arguments)
    {
        if (!Hangs)
        {
            var text = Encoding.UTF8.GetString(arguments);
            Given.Enqueue($"deliver {text}");
            Delivered.Add(text);
            BatchId = callId;
            if (Delivery() is { } status)
                Answer(callId, status);
        }
        else
        {
            Untaken.Enqueue((callId, Encoding.UTF8.GetString(arguments)));
        }
    }

    /// <summary>Whether the page takes nothing.</summary>
    internal bool Hangs { get; set; }

    /// <summary>The evaluations, by their ids.</summary>
    internal ConcurrentQueue<long> Evaluated { get; } = new();

    private ConcurrentQueue<(long Id, string Text)> Untaken { get; } = new();

    /// <summary>The page runs again and takes what came while it hung.</summary>
    internal void Recover()
    {
        Hangs = false;
        foreach (long evaluation in Evaluated)
            _events!.OnEvaluated(evaluation, EvaluationStatus.Completed, Encoding.UTF8.GetBytes(Value));
        while (Untaken.TryDequeue(out (long Id, string Text) batch))
        {
            Given.Enqueue($"deliver {batch.Text}");
            Delivered.Add(batch.Text);
            _events!.OnEvaluated(batch.Id, EvaluationStatus.Completed, default);
        }
    }

    internal void Answer(long callId, EvaluationStatus status) => _events!.OnEvaluated(callId, status, default);

    internal void Tell(LoadPhase phase, string? error) => _events!.OnLoad(new LoadProgress(phase, LastPage, error, false, false, LoadId));

    internal void Tell(WindowChange change) => _events!.OnWindow(change);

    internal void Crash(CrashReason reason) => _events!.OnCrashed(reason, "as told");

    /// <summary>What a change of the window throws.</summary>
    internal Exception? WindowFails { get; set; }

    public void SetWindow(WindowCommand command)
    {
        if (WindowFails is { } error)
            throw error;
    }

    public void CaptureScreenshot(long callId) => Given.Enqueue("capture");

    // Like every real one: what has no start has nothing to end, and says nothing.
    public void Close()
    {
        Interlocked.Increment(ref _closes);
        Given.Enqueue("close");
        _events?.OnClosed(ClosedReason.Requested, null);
    }

    public void Terminate() => Close();

    public void TerminatePage() => _events!.OnCrashed(CrashReason.Terminated, "");

    /// <summary>The engine cannot be started after all.</summary>
    internal void Fail(string why) => _events!.OnClosed(ClosedReason.StartFailed, new BackendError("Died", why));

    /// <summary>The page goes elsewhere by itself.</summary>
    internal void BeginNavigation() => _events!.OnLoad(new LoadProgress(LoadPhase.Started, "", null, false, false, 0));

    /// <summary>A page of <paramref name="origin"/> says <paramref name="items"/> in the name of a document.</summary>
    internal void Say(string origin, long document, string items) =>
        _events!.OnPageMessage(origin, Encoding.UTF8.GetBytes($"{_token}[{document},{items}]"));

    /// <summary>The page has another title.</summary>
    internal void SayTitle(string title) => _events!.OnTitleChanged(title);

    /// <summary>The page loads itself again.</summary>
    internal void SayLoaded(string url) => _events!.OnLoad(new LoadProgress(LoadPhase.Finished, url, null, false, false, 0));

    /// <summary>Something that is not the page's script posts to the engine's message handler.</summary>
    internal void SayGarbage() => _events!.OnPageMessage("null", "x"u8);

    [GeneratedRegex("\"token\":\\s*\"([0-9A-F]{32})\"")]
    private static partial Regex Token();
}
