using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AuroraView.Engine;
using AuroraView.Engine.Scripts;
using AuroraView.Threading.Guards;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.View;

/// <summary>Runs scripts in the top frame.</summary>
internal sealed class ScriptRunner : IScriptEngine, IDisposable
{
    private readonly WebView2View _view;
    private readonly ICoreWebView2_21? _withResult;
    private readonly ITimer _look;

    public ScriptRunner(WebView2View view, ICoreWebView2 core)
    {
        _view = view;
        // Older runtimes cannot tell an error from a value that is not JSON.
        _withResult = core as ICoreWebView2_21;
        _look = Background.Timer(TimeProvider.System, static view => view.Thread.PostUrgent(() => view.Scripts?.Life.Look()), view);
    }

    /// <inheritdoc/>
    public void Run(PendingScript pending, ReadOnlySpan<byte> script, string? sourceName)
    {
        var text = Encoding.UTF8.GetString(script);
        if (sourceName is not null)
            text = $"{text}\n//# sourceURL={Clean(sourceName)}";
        var completion = new ComCompletion((result, value) => OnDone(pending, result, value));
        var handler = _withResult is null
            ? ComObjects.PointerTo<ICoreWebView2ExecuteScriptCompletedHandler>(completion)
            : ComObjects.PointerTo<ICoreWebView2ExecuteScriptWithResultCompletedHandler>(completion);
        try
        {
            var core = _view.Core;
            var result = _withResult is null ? core.ExecuteScript(text, handler) : _withResult.ExecuteScriptWithResult(text, handler);
            if (HResult.Failed(result))
                pending.Answer(EvaluationStatus.Failed, Encoding.UTF8.GetBytes($"WebView2 refused the script (0x{result:X8})."));
        }
        finally
        {
            Marshal.Release(handler);
        }
    }

    /// <inheritdoc/>
    public void LookIn(long milliseconds) => _look.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public bool IsPageShared => false;

    /// <inheritdoc/>
    public void EndPage() => _view.EndPage();

    /// <inheritdoc/>
    public void Dispose() => _look.Dispose();

    private void OnDone(PendingScript pending, int result, nint value)
    {
        _view.Thread.Assert();
        if (pending.IsAnswered)
            return;
        if (HResult.Failed(result))
            pending.Answer(EvaluationStatus.Failed, Encoding.UTF8.GetBytes($"WebView2 could not run the script (0x{result:X8})."));
        else if (_withResult is null)
            pending.Answer(EvaluationStatus.Completed, FromJson(NativeText.Span(value)));
        else
            WebView2View.With<ICoreWebView2ExecuteScriptResult>(value, outcome => OnResult(pending, outcome));
    }

    private static void OnResult(PendingScript pending, ICoreWebView2ExecuteScriptResult outcome)
    {
        HResult.Check(outcome.get_Succeeded(out var succeeded), "tell a script's result");
        if (succeeded != 0)
        {
            var text = Array.Empty<byte>();
            if (!HResult.Failed(outcome.TryGetResultAsString(out var pointer, out var isString)) && pointer != 0)
            {
                var found = NativeText.TakeUtf8(pointer);
                text = isString != 0 ? found : text;
            }

            pending.Answer(EvaluationStatus.Completed, text);
            return;
        }

        HResult.Check(outcome.get_Exception(out var exceptionPointer), "tell a script's error");
        var exception = ComObjects.Take<ICoreWebView2ScriptException>(exceptionPointer);
        try
        {
            var message = HResult.Failed(exception.get_Message(out var messagePointer)) ? [] : NativeText.TakeUtf8(messagePointer);
            pending.Answer(EvaluationStatus.Failed, message);
        }
        finally
        {
            ComObjects.Release(exception);
        }
    }

    private static byte[] FromJson(ReadOnlySpan<char> json)
    {
        if (json.IsEmpty || json[0] != '"')
            return [];
        var reader = new Utf8JsonReader(NativeText.ToUtf8(json));
        reader.Read();
        return Encoding.UTF8.GetBytes(reader.GetString()!);
    }

    // A line break would end the comment.
    private static string Clean(string sourceName) => string.Concat(sourceName.Select(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter) ? '_' : letter));
}
