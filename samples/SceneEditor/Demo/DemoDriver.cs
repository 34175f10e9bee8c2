using System.Diagnostics;
using SceneEditor.Graph;

namespace SceneEditor.Demo;

/// <summary>
/// Drives the panel as a person would, with the pointer and the keyboard, from a thread of its own: each step waits for
/// its effect in the scene and in the page.
/// </summary>
internal sealed partial class DemoDriver
{
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(55);
    private readonly EditorHost _editor;
    private readonly EditorOptions _options;
    private readonly PageProbe _page;
    private readonly Transcript _transcript = new(Console.Out);
    private readonly Thread _thread;
    private readonly long _start = Stopwatch.GetTimestamp();
    private XTestInput _input = null!;
    private volatile string? _failure = "The panel closed before the demo was over.";

    private DemoDriver(EditorHost editor, EditorOptions options)
    {
        _editor = editor;
        _options = options;
        _page = new PageProbe(editor.View.ThreadSafe());
        _thread = new Thread(Run) { Name = "demo", IsBackground = true };
    }

    /// <summary>Starts the demo; it closes the view when it is over, which ends the editor's main loop.</summary>
    public static DemoDriver Start(EditorHost editor, EditorOptions options)
    {
        var driver = new DemoDriver(editor, options);
        driver._thread.Start();
        return driver;
    }

    /// <returns>The process's exit code.</returns>
    public int WaitForResult()
    {
        if (!_thread.Join(s_end))
            _failure = $"The demo did not end within {s_end.TotalSeconds:0} s.";
        if (_failure is not null)
        {
            Console.Error.WriteLine($"FAILED: {_failure}");
            return 1;
        }

        Console.WriteLine();
        Console.WriteLine($"Done in {Stopwatch.GetElapsedTime(_start).TotalSeconds:0.0} s. Picture: {_options.Picture}");
        return 0;
    }

    private void Run()
    {
        try
        {
            using (_input = new XTestInput())
            {
                PlaySteps();
            }

            _failure = null;
        }
        catch (Exception error)
        {
            _failure = error is DemoException ? error.Message : error.ToString();
            TryTakePicture();
        }

        _editor.View.Close();
    }

    /// <summary>One step: what is done, then what must be true in the scene and in the page.</summary>
    private void Step(string title, Action act)
    {
        try
        {
            act();
            _transcript.Step(title, _page.Calls());
        }
        catch (Exception error) when (error is not DemoException)
        {
            throw new DemoException($"Step '{title}': {error.Message}", error);
        }
        catch (DemoException error)
        {
            throw new DemoException($"Step '{title}': {error.Message}", error);
        }
    }

    /// <summary>What the panel looked like when a step failed says more than the failure does.</summary>
    private void TryTakePicture()
    {
        try
        {
            TakePicture();
            _failure += $" Picture: {_options.Picture}";
        }
        catch (Exception error)
        {
            _failure += $" (No picture: {error.Message})";
        }
    }

    private T OnMain<T>(Func<Scene, T> look) => _editor.Dispatcher.Invoke(() => look(_editor.Scene));

    private static void Expect(bool condition, string otherwise)
    {
        if (!condition)
            throw new DemoException(otherwise);
    }

    private void Click(string selector)
    {
        var (x, y) = _page.PointOf(selector);
        _input.Click(x, y);
    }

    /// <summary>Waits until the newest call of a method has its answer.</summary>
    private CallRecord Answered(string method, int after)
    {
        CallRecord? found = null;
        PageProbe.Until($"'{method}' is answered", () =>
        {
            found = _page.Calls().LastOrDefault(call => call.Method == method && call.Id > after && call.State != "pending");
            return found is not null;
        });
        return found!;
    }

    private int LastCall() => _page.Calls().Select(call => call.Id).DefaultIfEmpty().Max();
}
