using System.Text;
using AuroraView.Bridge;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class ApiBindingTests
{
    private readonly HandlerBindingTests.Handlers _handlers = new();

    private async Task<string> Call(string name, string? json)
    {
        Assert.True(_handlers.Table.TryUse(name, out PageHandler? handler), name);
        using var result = new PooledBuffer();
        await handler.Bind(json is null ? null : Encoding.UTF8.GetBytes(json)).InvokeAsync(result, new CancellationToken(true));
        return Encoding.UTF8.GetString(result.Written);
    }

    private HandlerThread ThreadOf(string name) => _handlers.Table.TryUse(name, out PageHandler? handler) ? handler.Thread : throw new KeyNotFoundException(name);

    private class ApiBase
    {
        public int Inherited() => 1;

        public virtual int Overridden() => 1;
    }

    private sealed class SceneApi : ApiBase, IDisposable
    {
        public int Property { get; set; }

        public event EventHandler? Changed;

        public string Rename(string id, string name = "new", int copies = 1) => $"{id}{name}{copies}";

        public override int Overridden() => 2;

        public async Task<int> SaveAsync(CancellationToken cancellation)
        {
            await Task.Yield();
            return cancellation.IsCancellationRequested ? 7 : 0;
        }

        public ValueTask<string> Load(string path) => new(path);

        public async ValueTask Wait() => await Task.Yield();

        public void Fail() => throw new InvalidTimeZoneException("original");

        public int? Optional(DayOfWeek day = DayOfWeek.Friday, double? scale = null, Guid id = default) => (int)day + (scale is null ? 0 : 100) + (id == default ? 0 : 1000);

        [AuroraIgnore]
        public void Secret() => Changed?.Invoke(this, EventArgs.Empty);

        [AuroraName("delete_all")]
        public void Clear() => Property = 0;

        [DccThreadSafe]
        public void OnMain() => Property = 1;

        [DccThreadSafe(false)]
        public void OffMain() => Property = 2;

        public T Generic<T>(T value) => value;

        public static int Static() => 1;

        public void Dispose() => Property = -1;

        public override string ToString() => "scene";

        internal void Internal() => Property = 3;
    }

    [Fact]
    public void BindApi_makes_exactly_the_declared_public_methods_callable()
    {
        IReadOnlyList<string> names = _handlers.BindApi(new SceneApi(), "scene");
        Assert.Equal(
            ["scene.delete_all", "scene.fail", "scene.load", "scene.offMain", "scene.onMain", "scene.optional", "scene.overridden", "scene.rename", "scene.save", "scene.wait"],
            names);
        Assert.Equal(names, _handlers.Table.Names);
    }

    [Fact]
    public async Task BindApi_methods_take_defaults_names_tokens_and_tasks()
    {
        _handlers.BindApi(new SceneApi());
        Assert.Equal("\"anew1\"", await Call("rename", "[\"a\"]"));
        Assert.Equal("\"ab3\"", await Call("rename", "{\"id\":\"a\",\"name\":\"b\",\"copies\":3}"));
        Assert.Equal("\"anew5\"", await Call("rename", "{\"id\":\"a\",\"copies\":5}"));
        Assert.Equal("\"anew1\"", await Call("rename", "\"a\""));
        Assert.Equal("7", await Call("save", null));
        Assert.Equal("\"p\"", await Call("load", "[\"p\"]"));
        Assert.Equal("", await Call("wait", null));
        Assert.Equal("2", await Call("overridden", null));
        Assert.Equal("5", await Call("optional", null));
        Assert.Equal("101", await Call("optional", "[1,2.5]"));
    }

    [Fact]
    public async Task BindApi_lets_the_method_s_own_exception_through()
    {
        _handlers.BindApi(new SceneApi());
        InvalidTimeZoneException error = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Call("fail", null));
        Assert.Contains(nameof(SceneApi.Fail), error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void BindApi_keeps_each_method_s_thread()
    {
        _handlers.BindApi(new SceneApi(), thread: HandlerThread.Default);
        Assert.Equal((HandlerThread.Main, HandlerThread.View, HandlerThread.Default), (ThreadOf("onMain"), ThreadOf("offMain"), ThreadOf("rename")));
        _handlers.BindApi(new SceneApi(), "v", HandlerThread.View);
        Assert.Equal((HandlerThread.Main, HandlerThread.View), (ThreadOf("v.onMain"), ThreadOf("v.rename")));
        _handlers.BindApi(new MainApi(), "m");
        Assert.Equal((HandlerThread.Main, HandlerThread.View), (ThreadOf("m.a"), ThreadOf("m.b")));
    }

    [DccThreadSafe]
    private sealed class MainApi
    {
        public void A()
        {
        }

        [DccThreadSafe(false)]
        public void B()
        {
        }
    }

    private sealed class Overloads
    {
        public int Add(int a) => a;

        public int Add(int a, int b) => a + b;
    }

    private sealed class ByReference
    {
        public int Add(ref int a) => a;
    }

    [Fact]
    public void BindApi_refuses_what_it_cannot_bind_and_says_what_to_do()
    {
        Assert.Contains("[AuroraName]", Assert.Throws<ArgumentException>(() => _handlers.BindApi(new Overloads())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _handlers.BindApi(new ByReference()));
        Assert.Throws<ArgumentException>(() => _handlers.BindApi(new object()));
        Assert.Empty(_handlers.Table.Names);
    }

    [Fact]
    public async Task BindCall_takes_any_delegate_with_its_defaults()
    {
        _handlers.BindCall("add", (int a, int b = 40) => a + b);
        _handlers.BindCall("named", Named);
        _handlers.BindCall("async", async (int a, CancellationToken token) => { await Task.Yield(); return token.IsCancellationRequested ? a : 0; });
        _handlers.BindCall("value", ValueTask<int> () => new(5));
        _handlers.BindCall("main", [DccThreadSafe] () => { });
        Assert.Equal("42", await Call("add", "[2]"));
        Assert.Equal("5", await Call("add", "{\"a\":2,\"b\":3}"));
        Assert.Equal("\"ab\"", await Call("named", "{\"second\":\"b\",\"first\":\"a\"}"));
        Assert.Equal("9", await Call("async", "9"));
        Assert.Equal("5", await Call("value", null));
        Assert.Equal(HandlerThread.Main, ThreadOf("main"));
    }

    private static string Named(string first, string second) => first + second;
}
