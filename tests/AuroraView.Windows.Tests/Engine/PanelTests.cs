using AuroraView.Threading;
using AuroraView.Threading.Waiting;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>A whole panel in a host's window: handlers on the host's message loop, events towards the page, the end.</summary>
public class PanelTests : EngineTests
{
    [Fact]
    public void Call_ByThePage_RunsOnTheHostsMessageLoopAndIsAnswered()
    {
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        var thread = 0u;
        view.On("create", (string name) =>
        {
            thread = User32.GetCurrentThreadId();
            return name + " created";
        });
        engine.Say("""["call",1,"create","cube"]""");
        Worker.Until(() => engine.Given.Contains("2,7,1,\"cube created\"", StringComparison.Ordinal));
        Assert.Equal(host.ThreadId, thread);
    }

    [Fact]
    public void Call_OfAHandlerThatThrowsOrIsNotThere_IsAnsweredWithAnError()
    {
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        view.On("fail", static (string name) => name.Length > 0 ? throw new InvalidOperationException($"no object {name}") : name);
        engine.Say("""["call",1,"fail","cube"],["call",2,"nothing"]""");
        Worker.Until(() => engine.Given.Contains("4,7,1,", StringComparison.Ordinal) && engine.Given.Contains("4,7,2,", StringComparison.Ordinal));
        Assert.Contains("no object cube", engine.Given, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", engine.Given, StringComparison.Ordinal);
        Assert.Contains("UnknownMethod", engine.Given, StringComparison.Ordinal);
    }

    // The host waits for the page, the page calls the host: the call is run inside the wait, though no message is dispatched meanwhile.
    [Fact]
    public void Call_WhileTheHostWaitsForThePage_RunsInsideTheWait()
    {
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        var ran = new TaskCompletionSource();
        view.On("save", () => ran.SetResult());
        host.Dispatcher.Invoke(() =>
        {
            var answered = TrackedTask.Run(() =>
            {
                engine.Say("""["call",1,"save"]""");
                host.Dispatcher.Invoke(static () => { });
                return true;
            });
            Assert.True(WaitFor.Task(answered, EngineView.Bound));
        });
        Worker.Until(() => ran.Task.IsCompleted);
    }

    // The engine is busy while they are emitted, so that none can go ahead of the others.
    [Fact]
    public void Emit_ManyEvents_ArriveInOrderInFewScripts()
    {
        const int Count = 2_000;
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        EngineDouble.Set("release", 0);
        var before = EngineDouble.Get("scripts");
        engine.Evaluate(-1, "double:hold", null);
        Worker.Until(() => EngineDouble.Get("scripts") > before);
        for (var i = 0; i < Count; i++)
            view.Emit("step", i);
        EngineDouble.Set("release", 1);
        Worker.Until(() => engine.Given.Contains($"0,\"step\",{Count - 1}", StringComparison.Ordinal));
        var at = -1;
        for (var i = 0; i < Count; i++)
        {
            var next = engine.Given.IndexOf($"\"step\",{i}", at + 1, StringComparison.Ordinal);
            Assert.True(next > at, $"event {i} is missing or out of order");
            at = next;
        }

        Assert.InRange(EngineDouble.Get("scripts") - before, 1, 20);
    }

    [Fact]
    public void Close_FromAHandlerOnTheHostsThread_EndsAndTellsThePage()
    {
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        using var closed = new ManualResetEventSlim();
        view.Closed += (_, _) => closed.Set();
        view.On("quit", () => view.Close());
        engine.Say("""["call",1,"quit"]""");
        Assert.True(closed.Wait(EngineView.Bound));
        Assert.Equal(ViewState.Closed, view.State);
        Assert.Throws<ShutdownInProgressException>(() => view.ThreadSafe().EvalJsSync<int>("1"));
    }

    // The browser process ends: what the page had not answered fails, and the page comes back and can be talked to.
    [Fact]
    public void Browser_Ends_ThePanelComesBack()
    {
        using var host = new HostWindow();
        var engine = new SpokenEngine();
        using var view = Open(host, engine);
        using var crashed = new ManualResetEventSlim();
        view.Crashed += (_, _) => crashed.Set();
        view.On("ping", static () => "pong");
        engine.Evaluate(-1, "double:fail 0", null);
        Assert.True(crashed.Wait(EngineView.Bound));
        Worker.Until(() => engine.Hellos == 2);
        engine.Say("""["call",5,"ping"]""");
        Worker.Until(() => engine.Given.Contains("2,7,5,\"pong\"", StringComparison.Ordinal));
    }

    private static WebView Open(HostWindow host, SpokenEngine engine)
    {
        var view = new WebView(new WebViewOptions { Parent = host.Handle, DccMode = true, Dispatcher = host.Dispatcher, Html = "<title>panel</title>", Backend = () => engine });
        view.Show();
        Worker.Until(() => engine.Hellos == 1);
        return view;
    }
}
