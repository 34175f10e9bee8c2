using System.Runtime.InteropServices;
using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>
/// Runs scripts in the page's main world and sees to it that each call is answered exactly once, also when the page's
/// process ends and the engine's callbacks never come.
/// </summary>
internal sealed unsafe class ScriptRunner
{
    private const int InvalidResult = 601;
    private const int LargestText = FrameHeader.MaxPayload - 1024;
    private readonly nint _view;
    private readonly IWebViewBackendEvents _events;
    private readonly LinkedList<PendingEvaluation> _pending = new();
    private readonly List<(PendingEvaluation Pending, byte[] Text)> _doubtful = [];

    public ScriptRunner(nint view, IWebViewBackendEvents events, string deliverFunction)
    {
        _view = view;
        _events = events;
        Batch = new DeliverBatch(this, deliverFunction);
    }

    /// <summary>What waits to be delivered to the page's bridge.</summary>
    public DeliverBatch Batch { get; }

    /// <summary>When the page last showed that its scripts run, in milliseconds of the system's clock.</summary>
    public long LastSign { get; set; }

    /// <summary>When the oldest unanswered evaluation was sent, or <see langword="null"/>.</summary>
    public long? OldestSince => _pending.First?.Value.Since;

    /// <summary>Called when something is pending.</summary>
    public Action? OnPending { get; set; }

    /// <summary>Runs one script for one call.</summary>
    public void Evaluate(long callId, ReadOnlySpan<byte> script, string? sourceName)
    {
        Batch.Flush();
        Run([callId], script, sourceName, isBatch: false);
    }

    /// <summary>Runs a script that does nothing, to see whether the page's scripts run.</summary>
    public void Ping() => Run([], "void 0"u8, null, isBatch: false);

    /// <summary>Runs a script for some calls.</summary>
    public void Run(long[] callIds, ReadOnlySpan<byte> script, string? sourceName, bool isBatch)
    {
        var pending = new PendingEvaluation { Runner = this, CallIds = callIds, IsBatch = isBatch, Since = Environment.TickCount64 };
        pending.Handle = GCHandle.Alloc(pending);
        pending.Node = _pending.AddLast(pending);
        nint data = GCHandle.ToIntPtr(pending.Handle);
        byte[]? source = sourceName is null ? null : Encoding.UTF8.GetBytes(AsUri(sourceName) + '\0');
        fixed (byte* name = source)
        {
            if (WebKitLibraries.HasEvaluate)
            {
                // An empty script still needs an address.
                byte nothing = 0;
                fixed (byte* text = script)
                    Native.WebKit.Evaluate(_view, text is null ? &nothing : text, script.Length, null, name, 0, &OnDone, data);
            }
            else
            {
                byte[] terminated = new byte[script.Length + 1];
                script.CopyTo(terminated);
                fixed (byte* text = terminated)
                    Native.WebKit.Run(_view, text, 0, &OnDone, data);
            }
        }
        OnPending?.Invoke();
    }

    /// <summary>Answers everything that is pending: the page is gone.</summary>
    public void AbandonAll()
    {
        _doubtful.Clear();
        PendingEvaluation[] gone = [.. _pending];
        _pending.Clear();
        foreach (PendingEvaluation pending in gone)
        {
            pending.Answered = true;
            pending.Node = null;
            Tell(pending, EvaluationStatus.PageGone, "The page's process ended."u8);
        }
        Batch.Abandon();
    }

    /// <summary>Answers a call whose page is gone before it was sent.</summary>
    public void TellGone(long callId) => _events.OnEvaluated(callId, EvaluationStatus.PageGone, "The page's process ended."u8);

    // The engine takes URIs only, and names the document instead of anything else.
    private static string AsUri(string sourceName) => sourceName.Contains(':', StringComparison.Ordinal) ? sourceName : "auroraview:" + sourceName;

    private void Tell(PendingEvaluation pending, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        foreach (long callId in pending.CallIds)
            _events.OnEvaluated(callId, status, text);
    }

    private void Done(PendingEvaluation pending, nint result)
    {
        GLib.Error* error = null;
        nint outcome = WebKitLibraries.HasEvaluate
            ? Native.WebKit.FinishEvaluate(_view, result, &error)
            : Native.WebKit.FinishRun(_view, result, &error);
        if (pending.Answered)
        {
            Release(outcome);
            if (error is not null)
                GLib.FreeError(error);
            return;
        }
        if (error is not null)
        {
            int code = error->Code;
            byte[] text = Encoding.UTF8.GetBytes(GObjects.Take(error));
            if (code == InvalidResult)
                Doubt(pending, text);
            else
                Answer(pending, EvaluationStatus.Failed, text);
            return;
        }
        AnswerWithValue(pending, WebKitLibraries.HasEvaluate ? outcome : Native.WebKit.GetValue(outcome));
        Release(outcome);
    }

    // A page's process that is killed fails its evaluations with "invalid result" just before its end is reported: wait for
    // that report before calling it a failure of the script.
    private void Doubt(PendingEvaluation pending, byte[] text)
    {
        _doubtful.Add((pending, text));
        if (_doubtful.Count == 1)
            GLib.AddTimeout(GLib.PriorityDefaultIdle, 20, &OnDoubtOver, GCHandle.ToIntPtr(GCHandle.Alloc(this)), 0);
    }

    private void AnswerWithValue(PendingEvaluation pending, nint value)
    {
        if (value == 0 || Native.WebKit.IsString(value) == 0)
        {
            Answer(pending, EvaluationStatus.Completed, default);
            return;
        }
        nint bytes = Native.WebKit.ToBytes(value);
        nuint size;
        byte* data = GLib.GetBytesData(bytes, &size);
        if (size > LargestText)
            Answer(pending, EvaluationStatus.Failed, "The result is longer than what fits in one message to the host."u8);
        else
            Answer(pending, EvaluationStatus.Completed, new ReadOnlySpan<byte>(data, (int)size));
        GLib.UnrefBytes(bytes);
    }

    private void Answer(PendingEvaluation pending, EvaluationStatus status, ReadOnlySpan<byte> text)
    {
        if (pending.Answered)
            return;
        pending.Answered = true;
        _pending.Remove(pending.Node!);
        pending.Node = null;
        LastSign = Environment.TickCount64;
        Tell(pending, status, text);
        if (pending.IsBatch)
            Batch.OnAnswered();
    }

    private static void Release(nint outcome)
    {
        if (outcome == 0)
            return;
        if (WebKitLibraries.HasEvaluate)
            GLib.Unref(outcome);
        else
            Native.WebKit.UnrefResult(outcome);
    }

    [UnmanagedCallersOnly]
    private static void OnDone(nint source, nint result, nint data)
    {
        var pending = GObjects.Target<PendingEvaluation>(data);
        pending.Handle.Free();
        pending.Runner.Done(pending, result);
    }

    [UnmanagedCallersOnly]
    private static int OnDoubtOver(nint data)
    {
        GCHandle handle = GCHandle.FromIntPtr(data);
        var runner = (ScriptRunner)handle.Target!;
        handle.Free();
        (PendingEvaluation Pending, byte[] Text)[] doubtful = [.. runner._doubtful];
        runner._doubtful.Clear();
        foreach ((PendingEvaluation pending, byte[] text) in doubtful)
            runner.Answer(pending, EvaluationStatus.Failed, text);
        return 0;
    }
}
