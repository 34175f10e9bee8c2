using System.Runtime.InteropServices;
using System.Text;
using AuroraView.Engine;
using AuroraView.Engine.Framing;
using AuroraView.Engine.Scripts;
using AuroraView.WebKit.Engine;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>Runs scripts in the page's main world.</summary>
/// <param name="view">The engine's view.</param>
/// <param name="owner">Whose it is.</param>
/// <param name="self">The view, as its callbacks' data.</param>
internal sealed unsafe class ScriptRunner(nint view, WebKitView owner, nint self) : IScriptEngine, IDisposable
{
    private const int InvalidResult = 601;
    private const uint DoubtMilliseconds = 20;
    private const int LargestText = FrameHeader.MaxPayload - 1024;
    private readonly List<(PendingScript Pending, byte[] Text)> _doubtful = [];
    private uint _look;

    /// <inheritdoc/>
    public void Run(PendingScript pending, ReadOnlySpan<byte> script, string? sourceName)
    {
        nint data = GCHandle.ToIntPtr(GCHandle.Alloc(new Request(this, pending)));
        byte[]? source = sourceName is null ? null : Encoding.UTF8.GetBytes(AsUri(sourceName) + '\0');
        fixed (byte* name = source)
        {
            if (WebKitLibraries.HasEvaluate)
            {
                // An empty script still needs an address.
                byte nothing = 0;
                fixed (byte* text = script)
                    Native.WebKit.Evaluate(view, text is null ? &nothing : text, script.Length, null, name, 0, &OnDone, data);
            }
            else
            {
                byte[] terminated = new byte[script.Length + 1];
                script.CopyTo(terminated);
                fixed (byte* text = terminated)
                    Native.WebKit.Run(view, text, 0, &OnDone, data);
            }
        }
    }

    /// <inheritdoc/>
    public void LookIn(long milliseconds) =>
        _look = GLib.AddTimeout(GLib.PriorityDefault, (uint)Math.Min(milliseconds, int.MaxValue), &OnLook, self, 0);

    /// <inheritdoc/>
    public bool IsPageShared => PageGroups.IsShared(owner);

    /// <inheritdoc/>
    public void EndPage() => owner.TerminatePage();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_look != 0)
            GLib.RemoveSource(_look);
        _look = 0;
    }

    /// <summary>The timer is over.</summary>
    public void OnLook() => _look = 0;

    // The engine takes URIs only, and names the document instead of anything else.
    private static string AsUri(string sourceName) => sourceName.Contains(':', StringComparison.Ordinal) ? sourceName : "auroraview:" + sourceName;

    // What cannot be read is a failure that its caller hears of.
    private void DoneOrFailed(PendingScript pending, nint result)
    {
        try
        {
            Done(pending, result);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            pending.Answer(EvaluationStatus.Failed, Encoding.UTF8.GetBytes($"The answer of the engine could not be read: {error.Message}"));
        }
    }

    private void Done(PendingScript pending, nint result)
    {
        GLib.Error* error = null;
        nint outcome = WebKitLibraries.HasEvaluate
            ? Native.WebKit.FinishEvaluate(view, result, &error)
            : Native.WebKit.FinishRun(view, result, &error);
        if (error is not null)
        {
            int code = error->Code;
            byte[] text = Encoding.UTF8.GetBytes(GObjects.Take(error));
            if (code == InvalidResult && !pending.IsAnswered)
                Doubt(pending, text);
            else
                pending.Answer(EvaluationStatus.Failed, text);
            return;
        }
        AnswerWithValue(pending, WebKitLibraries.HasEvaluate || outcome == 0 ? outcome : Native.WebKit.GetValue(outcome));
        Release(outcome);
    }

    // A page's process that is killed fails its evaluations with "invalid result" just before its end is reported: wait for
    // that report before calling it a failure of the script.
    private void Doubt(PendingScript pending, byte[] text)
    {
        _doubtful.Add((pending, text));
        if (_doubtful.Count == 1)
            GLib.AddTimeout(GLib.PriorityDefaultIdle, DoubtMilliseconds, &OnDoubtOver, GCHandle.ToIntPtr(GCHandle.Alloc(this)), 0);
    }

    private static void AnswerWithValue(PendingScript pending, nint value)
    {
        if (value == 0 || pending.IsAnswered || Native.WebKit.IsString(value) == 0)
        {
            pending.Answer(EvaluationStatus.Completed, default);
            return;
        }
        nint bytes = Native.WebKit.ToBytes(value);
        nuint size;
        byte* data = GLib.GetBytesData(bytes, &size);
        if (size > LargestText)
            pending.Answer(EvaluationStatus.Failed, "The result is longer than what fits in one message to the host."u8);
        else
            pending.Answer(EvaluationStatus.Completed, new ReadOnlySpan<byte>(data, (int)size));
        GLib.UnrefBytes(bytes);
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

    private static T Take<T>(nint data)
    {
        GCHandle handle = GCHandle.FromIntPtr(data);
        var target = (T)handle.Target!;
        handle.Free();
        return target;
    }

    [UnmanagedCallersOnly]
    private static void OnDone(nint source, nint result, nint data)
    {
        try
        {
            var request = Take<Request>(data);
            request.Runner.DoneOrFailed(request.Pending, result);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnDoubtOver(nint data)
    {
        try
        {
            List<(PendingScript, byte[])> doubtful = Take<ScriptRunner>(data)._doubtful;
            foreach ((PendingScript pending, byte[] text) in doubtful.ToArray())
                pending.Answer(EvaluationStatus.Failed, text);
            doubtful.Clear();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnLook(nint data)
    {
        try
        {
            GObjects.Target<WebKitView>(data).OnLook();
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 0;
        }
    }

    private sealed record Request(ScriptRunner Runner, PendingScript Pending);
}
