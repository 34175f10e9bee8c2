using System.Text.Json;
using System.Text.Json.Serialization;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>Code of the host's that throws wherever a panel calls it: each caller is answered, the others go on, and the panel ends as it should.</summary>
public class HostileTests
{
    private const string App = "auroraview://app";

    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void Events_OneHandlerThrowsWhatCannotBeRead_TheOthersHearOfIt()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions());
        using var closed = new ManualResetEventSlim();
        view.Closing += static (_, _) => throw new HostileException();
        view.Error += static (_, _) => throw new HostileException();
        view.Closed += static (_, _) => throw new HostileException();
        view.Closed += (_, _) => closed.Set();
        view.Close();
        Assert.True(closed.Wait(s_bound));
    }

    [Fact]
    public void Closing_AsyncVoidHandlerThrowsLaterOnMain_IsToldToTheDispatcher()
    {
        var engine = new ScriptedBackend();
        using var dispatcher = new MainThreadDispatcher(new ExplicitPump());
        var told = 0;
        dispatcher.UnobservedException += (_, args) => told += args.Exception is InvalidTimeZoneException ? 1 : 0;
        var view = Open(engine, new WebViewOptions { DccMode = true, Dispatcher = dispatcher });
        view.Closing += static async (_, _) =>
        {
            await Task.Yield();
            throw new InvalidTimeZoneException("x");
        };
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        view.Close();
        Assert.Null(SynchronizationContext.Current);
        SynchronizationContext.SetSynchronizationContext(context);
        Assert.True(dispatcher.RunUntil(() => told == 1, s_bound));
    }

    [Fact]
    public void Handler_ThrowsWhatCannotBeRead_CallIsAnsweredWithItsType()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions { Debug = true });
        view.On("f", static int () => throw new HostileException(), HandlerThread.View);
        engine.Say(App, 7, """["call",1,"f"]""");
        NextWith(engine, nameof(HostileException));
    }

    [Fact]
    public void Handler_ReturnsWhatCannotBeWritten_CallIsAnswered()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions());
        view.On("f", static Hostile () => new Hostile(), HandlerThread.View);
        engine.Say(App, 7, """["call",1,"f"]""");
        NextWith(engine, "code");
    }

    [Fact]
    public void Handler_ParameterCannotBeRead_CallIsAnswered()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions());
        view.On("f", static int (Hostile parameter) => 1, HandlerThread.View);
        engine.Say(App, 7, """["call",1,"f",[{}]]""");
        NextWith(engine, "code");
    }

    [Fact]
    public async Task Eval_ResultCannotBeRead_CallerIsTold()
    {
        var engine = new ScriptedBackend { Value = "v{}" };
        using var view = Open(engine, new WebViewOptions());
        var error = await Record.ExceptionAsync(() => view.ThreadSafe().EvalJsAsync<Hostile>("1").WaitAsync(s_bound));
        Assert.NotNull(error);
        Assert.IsNotType<TimeoutException>(error);
        Assert.ThrowsAny<Exception>((Action)(() => view.ThreadSafe().EvalJsSync<Hostile>("1", s_bound)));
    }

    [Fact]
    public void Emit_PayloadCannotBeWritten_CallerIsToldAndTheNextGoes()
    {
        var engine = new ScriptedBackend();
        using var view = Open(engine, new WebViewOptions());
        Assert.ThrowsAny<Exception>((Action)(() => view.Emit("x", new Hostile())));
        view.Emit("y", 1);
        NextWith(engine, "\"y\"");
    }

    [Fact]
    public void Backend_ThrowsInTheMiddle_PanelClosesByNameAndCallersAreTold()
    {
        var engine = new ScriptedBackend();
        var view = Open(engine, new WebViewOptions());
        using var closed = new ManualResetEventSlim();
        PanelClosedEventArgs? told = null;
        view.Closed += (_, args) =>
        {
            told = args;
            closed.Set();
        };
        engine.Delivery = static () => throw new HostileException();
        view.Emit("x", 1);
        Assert.True(closed.Wait(s_bound));
        Assert.Equal("Died", told!.Error?.Code);
        Assert.Throws<ShutdownInProgressException>((Action)(() => view.Emit("x", 1)));
        Assert.ThrowsAny<ThreadSafetyException>((Action)(() => view.ThreadSafe().EvalJsSync<int>("1", s_bound)));
    }

    [Fact]
    public void Token_CallbackOfTheHandlersThrows_IsReported()
    {
        var engine = new ScriptedBackend();
        var view = Open(engine, new WebViewOptions());
        using var reported = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        view.Error += (_, error) =>
        {
            if (error.Exception is AggregateException { InnerException: InvalidTimeZoneException })
                reported.Set();
        };
        view.On("f", async Task (CancellationToken token) =>
        {
            token.Register(static () => throw new InvalidTimeZoneException("x"));
            begun.Set();
            await Task.Delay(Timeout.Infinite, token);
        }, HandlerThread.View);
        engine.Say(App, 7, """["call",1,"f"]""");
        Assert.True(begun.Wait(s_bound));
        engine.Say(App, 7, """["cancel",1,"abort"]""");
        Assert.True(reported.Wait(s_bound));
        view.Dispose();
    }

    private static WebView Open(ScriptedBackend engine, WebViewOptions options)
    {
        var view = new WebView(options with { Backend = () => engine });
        view.LoadHtml("<p>x</p>");
        view.Show();
        engine.Say(App, 7, """["hello","auroraview://app/"]""");
        return view;
    }

    private static void NextWith(ScriptedBackend engine, string text)
    {
        string? batch;
        do
            Assert.True(engine.Delivered.TryTake(out batch, s_bound), $"nothing with {text} was delivered");
        while (!batch.Contains(text, StringComparison.Ordinal));
    }

    private sealed class HostileException : Exception
    {
        public override string Message => throw new InvalidTimeZoneException("x");

        public override string StackTrace => throw new InvalidTimeZoneException("x");

        public override string ToString() => throw new InvalidTimeZoneException("x");
    }

    [JsonConverter(typeof(HostileConverter))]
    private sealed class Hostile;

    private sealed class HostileConverter : JsonConverter<Hostile>
    {
        public override Hostile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new HostileException();

        public override void Write(Utf8JsonWriter writer, Hostile value, JsonSerializerOptions options) => throw new HostileException();
    }
}
