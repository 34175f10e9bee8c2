using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>The one virtual display of the suite, and a host whose main thread is the calling test's.</summary>
public sealed class HostLoop : IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly List<WebView> _views = [];

    public HostLoop(ThreadSafetyOptions? options = null, TimeProvider? clock = null)
    {
        Display.Start();
        Dispatcher = MainThreadDispatcher.CreateForCurrentThread(options, clock);
    }

    public MainThreadDispatcher Dispatcher { get; }

    public List<string> Errors { get; } = [];

    public WebView Open(WebViewOptions? options = null)
    {
        var view = Make(options);
        view.Show();
        return view;
    }

    public WebView Make(WebViewOptions? options = null)
    {
        options ??= new WebViewOptions { Html = "<!doctype html><title>t</title><body>hello" };
        var view = new WebView(options with { Dispatcher = Dispatcher });
        view.Error += (_, args) =>
        {
            lock (Errors)
                Errors.Add(args.Message);
        };
        _views.Add(view);
        return view;
    }

    /// <summary>Runs the main thread until a task ends; fails where it does not.</summary>
    public T Run<T>(Task<T> task)
    {
        Assert.True(Dispatcher.RunUntil(task, Bound), "the bound of the test is over: " + string.Join("; ", Errors));
        return task.Result;
    }

    public void Run(Task task) => Assert.True(Dispatcher.RunUntil(task, Bound), "the bound of the test is over: " + string.Join("; ", Errors));

    public void Until(Func<bool> condition) => Assert.True(Dispatcher.RunUntil(condition, Bound), "the bound of the test is over: " + string.Join("; ", Errors));

    public void Dispose()
    {
        foreach (var view in _views)
            view.Dispose();
        Dispatcher.Dispose();
    }
}
