using System.Collections.Concurrent;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>Every event has one thread, in its order; where that has gone it is not raised.</summary>
public sealed class PanelEventTests
{
    private const string App = "auroraview://app";
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    private static WebView Make(ScriptedBackend engine, MainThreadDispatcher main, bool dccMode) =>
        new(new WebViewOptions { Html = "<p></p>", Backend = () => engine, Dispatcher = main, DccMode = dccMode });

    // What the page gets wrong is an Error; where the engine's thread is this one, no handler may run on it.
    private static void MakeError(ScriptedBackend engine) => engine.Say(App, 7, """["nonsense"]""");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Error_FoundOnTheWebViewThread_IsRaisedOnTheThreadOfTheEvents(bool dccMode)
    {
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        var engine = new ScriptedBackend();
        using var view = Make(engine, main, dccMode);
        var order = new ConcurrentQueue<(string What, int Thread)>();
        view.Ready += (_, _) => order.Enqueue(("Ready", Environment.CurrentManagedThreadId));
        view.Error += (_, _) =>
        {
            order.Enqueue(("Error", Environment.CurrentManagedThreadId));
            main.Nudge();
        };
        view.Show();
        var other = new Thread(() => MakeError(engine));
        other.Start();
        Assert.True(other.Join(s_bound));
        Assert.True(main.RunUntil(() => order.Count == 2, s_bound));
        Assert.Equal(["Ready", "Error"], order.Select(static seen => seen.What));
        Assert.All(order, seen => Assert.Equal(dccMode, seen.Thread == Environment.CurrentManagedThreadId));
        Assert.DoesNotContain(order, seen => seen.Thread == other.ManagedThreadId);
    }

    [Fact]
    public void Events_MainThreadHasGone_AreNotRaisedElsewhere()
    {
        var main = MainThreadDispatcher.CreateForCurrentThread();
        var engine = new ScriptedBackend();
        var view = Make(engine, main, dccMode: true);
        var raised = new ConcurrentQueue<string>();
        view.TitleChanged += (_, _) => raised.Enqueue("TitleChanged");
        view.Error += (_, _) => raised.Enqueue("Error");
        view.Crashed += (_, _) => raised.Enqueue("Crashed");
        view.Closed += (_, _) => raised.Enqueue("Closed");
        view.Show();
        MakeError(engine);
        main.Shutdown(TimeSpan.Zero);
        MakeError(engine);
        engine.TerminatePage();
        Assert.True(view.Close(force: true));
        Assert.True(view.CloseAsync().Wait(s_bound));
        // What went to another thread would be there, or behind this on the pool.
        Assert.True(Task.Run(static () => { }).Wait(s_bound));
        Assert.Empty(raised);
    }

    [Fact]
    public void Events_BeforeTheHostPumps_AreRaisedWhenItDoes()
    {
        var engine = new ScriptedBackend();
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        using var view = Make(engine, main, dccMode: true);
        var ready = 0;
        view.Ready += (_, _) => ready++;
        Task.Run(view.Show).Wait(s_bound);
        Assert.Equal(0, ready);
        Assert.True(main.RunUntil(() => ready == 1, s_bound));
    }

    public static TheoryData<string, bool> Handlers()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in new[] { "Ready", "Loading", "Error", "Crashed", "Closing", "Closed", "call" })
        {
            data.Add(name, true);
            data.Add(name, false);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Close_InAHandler_DoesNotWaitAndEndsOnce(string name, bool dccMode)
    {
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        var engine = new ScriptedBackend();
        var view = Make(engine, main, dccMode);
        var closed = 0;
        var inside = new ConcurrentQueue<bool>();
        // Disposed as well: neither waits for the handler that it is called in.
        void CloseHere()
        {
            if (!inside.IsEmpty)
                return;
            inside.Enqueue(view.Close(WaitTime.Infinite));
            if (name != "Closing")
                view.Dispose();
        }

        view.Ready += (_, _) => Do("Ready");
        view.Loading += (_, _) => Do("Loading");
        view.Error += (_, _) => Do("Error");
        view.Crashed += (_, _) => Do("Crashed");
        view.Closing += (_, _) => Do("Closing");
        view.On("leave", () => Do("call"));
        view.Closed += (_, _) =>
        {
            Do("Closed");
            Interlocked.Increment(ref closed);
            main.Nudge();
        };
        void Do(string what)
        {
            if (what == name)
                CloseHere();
        }

        view.Show();
        engine.Say(App, 7, """["hello","auroraview://app/"]""");
        switch (name)
        {
            case "Error":
                MakeError(engine);
                break;
            case "Crashed":
                engine.TerminatePage();
                break;
            case "call":
                engine.Say(App, 7, """["call",1,"leave"]""");
                break;
            case "Closing" or "Closed":
                _ = view.CloseAsync();
                break;
        }

        Assert.True(main.RunUntil(() => Volatile.Read(ref closed) == 1, s_bound), $"{name}: {view.State}");
        Assert.Equal([true], inside);
        Assert.True(main.RunUntil(view.CloseAsync(), s_bound));
        Assert.Equal(1, closed);
    }
}
