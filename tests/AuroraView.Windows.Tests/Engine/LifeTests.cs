using AuroraView.Engine;
using AuroraView.WebView2;
using AuroraView.WebView2.Apartment;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

public class LifeTests : EngineTests
{
    private const int Failure = unchecked((int)0x80004005);

    [Fact]
    public void Start_RealLoader_MakesAViewOnAnApartmentOfItsOwn()
    {
        using var view = new EngineView();
        var ready = view.Wait("ready");
        Assert.Equal("WebView2", ready.Info!.Engine);
        Assert.Contains("999", ready.Info.EngineVersion, StringComparison.Ordinal);
        Assert.Equal(ApartmentState.STA, ready.Apartment);
        Assert.NotEqual(Environment.CurrentManagedThreadId, ready.Thread);
        Assert.Equal(1, User32.IsWindow(ready.Info.Window));
        Assert.Equal(1, EngineDouble.Get("ownScheme"));
    }

    [Fact]
    public void Commands_BeforeReady_AreCarriedOutInOrder()
    {
        using var view = new EngineView();
        view.Backend.Load(1, new PageSource(PageSourceKind.Html, "<title>first</title>"));
        for (var id = 2; id < 50; id++)
            view.Backend.Evaluate(id, $"double:return {id}", null);
        view.Wait("evaluated", said => said.CallId == 49);
        Assert.Equal(Enumerable.Range(2, 48).Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)), view.All.Where(said => said.What == "evaluated").Select(said => said.Text));
        Assert.Equal("ready", view.All.First(said => said.What != "window").What);
    }

    [Fact]
    public void Close_IsTheLastThingSaidAndSaidOnce()
    {
        using var view = new EngineView();
        view.Wait("ready");
        view.Backend.Close();
        view.Backend.Close();
        view.Backend.Terminate();
        var closed = view.Wait("closed");
        Assert.Equal(ClosedReason.Requested, closed.Closed);
        Assert.Null(closed.Error);
        view.Backend.Evaluate(5, "double:return late", null);
        Assert.Equal("closed", view.All[^1].What);
        Assert.Single(view.All, said => said.What == "closed");
        Assert.Equal(1, EngineDouble.Get("closed"));
    }

    [Fact]
    public void Close_AtAnyStepOfTheStart_EndsCleanly()
    {
        for (var round = 0; round < 20; round++)
        {
            using var view = new EngineView();
            SpinWait.SpinUntil(() => EngineDouble.Get("callbacks") % 7 == round % 7, TimeSpan.FromMilliseconds(round));
            Assert.Equal(ClosedReason.Requested, view.Close().Closed);
        }
    }

    [Fact]
    public void Close_ControllerNeverComes_Ends()
    {
        EngineDouble.Set("controllerNever", 1);
        using var view = new EngineView();
        Worker.Until(() => EngineDouble.Get("environments") == 1);
        Assert.Equal(ClosedReason.Requested, view.Close().Closed);
        Assert.DoesNotContain(view.All, said => said.What == "ready");
    }

    [Fact]
    public void Start_ControllerNeverComes_FailsAfterItsTime()
    {
        EngineDouble.Set("controllerNever", 1);
        using var view = new EngineView(options: new WebView2Options { StartTimeout = TimeSpan.FromMilliseconds(300) });
        var closed = view.Wait("closed");
        Assert.Equal(ClosedReason.StartFailed, closed.Closed);
        Assert.Equal("EngineTimeout", closed.Error!.Code);
    }

    [Theory]
    [InlineData("controllerFails", Failure, "EngineFailed")]
    [InlineData("environmentFails", Failure, "EngineFailed")]
    [InlineData("optionsMismatch", 1, "OptionsMismatch")]
    public void Start_EngineFails_IsSaidWithWhatToDo(string setting, int value, string code)
    {
        EngineDouble.Set(setting, value);
        using var view = new EngineView();
        var closed = view.Wait("closed");
        Assert.Equal(ClosedReason.StartFailed, closed.Closed);
        Assert.Equal(code, closed.Error!.Code);
    }

    [Fact]
    public void Start_NoRuntime_SaysWhereToGetIt()
    {
        using var view = new EngineView(options: new WebView2Options { BrowserFolder = Path.Combine(AppContext.BaseDirectory, "no-runtime-here") });
        var closed = view.Wait("closed");
        Assert.Equal("EngineMissing", closed.Error!.Code);
        Assert.Contains("https://", closed.Error.Message, StringComparison.Ordinal);
        Assert.Contains("no-runtime-here", closed.Error.Message, StringComparison.Ordinal);
        Assert.Null(WebView2Backend.FindRuntime(new WebView2Options { BrowserFolder = Path.Combine(AppContext.BaseDirectory, "no-runtime-here") }));
        Assert.NotNull(WebView2Backend.FindRuntime(new WebView2Options { BrowserFolder = EngineDouble.Folder }));
    }

    [Fact]
    public void Start_DeadParent_IsSaid()
    {
        using var view = new EngineView(EngineView.Begin() with { Parent = unchecked((nint)0x7FFF_FFF0) });
        Assert.Equal("BadParent", view.Wait("closed").Error!.Code);
    }

    [Fact]
    public void Terminate_EngineHoldsTheThread_TheEndIsSaidAllTheSame()
    {
        var view = new EngineView();
        view.Wait("ready");
        EngineDouble.Set("release", 0);
        view.Backend.Evaluate(1, "double:hold", null);
        Worker.Until(() => EngineDouble.Get("scripts") == 1);
        view.Backend.Terminate();
        Assert.Equal(ClosedReason.Requested, view.Wait("closed").Closed);
        EngineDouble.Set("release", 1);
        Worker.Until(() => EngineDouble.Get("objects") == 0 && EngineDouble.Get("held") == 0 && EngineDouble.Get("controllers") == 0);
        Assert.Single(view.All, said => said.What == "closed");
    }

    [Fact]
    public void ManyViews_OpenedAndClosed_LeaveNothing()
    {
        for (var round = 0; round < 15; round++)
        {
            using var first = new EngineView();
            using var second = new EngineView();
            Assert.Equal("a", first.Evaluate(1, "double:return a").Text);
            Assert.Equal("b", second.Evaluate(1, "double:return b").Text);
        }
    }

    [Fact]
    public void Apartment_OnAMultiThreadedThread_IsRefusedWithWhatToDo()
    {
        var error = OnThread(ApartmentState.MTA, static () => Assert.Throws<BackendFailureException>(static () => ComApartment.Enter().Dispose()));
        Assert.Equal("WrongApartment", error.Error.Code);
    }

    [Fact]
    public void Apartment_TwiceOnOneThread_IsBalanced() => OnThread(ApartmentState.STA, static () =>
    {
        for (var i = 0; i < 3; i++)
        {
            using var outer = ComApartment.Enter();
            using var inner = ComApartment.Enter();
        }

        Assert.Equal(ApartmentState.STA, Thread.CurrentThread.GetApartmentState());
        return true;
    });

    [Fact]
    public void MessageThread_UsedFromAnotherThread_SaysWhichItBelongsTo()
    {
        using var ended = new ManualResetEventSlim();
        var thread = new MessageThread("test", _ => ended.Set(), static () => { });
        thread.Start(static () => { }, static () => { });
        Worker.Until(() => thread.Id != 0);
        Assert.Contains($"WebView thread {thread.Id}", Assert.Throws<InvalidOperationException>(thread.Assert).Message, StringComparison.Ordinal);
        thread.PostUrgent(thread.End);
        Assert.True(ended.Wait(EngineView.Bound));
    }

    private static T OnThread<T>(ApartmentState apartment, Func<T> work)
    {
        var done = new TaskCompletionSource<T>();
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        thread.SetApartmentState(apartment);
        thread.Start();
        return done.Task.WaitAsync(EngineView.Bound).GetAwaiter().GetResult();
    }
}
