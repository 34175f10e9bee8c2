using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AuroraView.Bridge;
using Xunit;

namespace AuroraView.Tests.Bridge;

public partial class HandlerBindingTests
{
    private readonly Handlers _handlers = new();

    internal sealed class Handlers : IPageHandlers
    {
        public HandlerTable Table { get; } = new();

        public JsonSerializerOptions JsonOptions { get; init; } = PageJson.CreateOptions();

        public void AddHandler(PageHandler handler) => Table.Set(handler);

        public bool Off(string name) => Table.Remove(name);
    }

    internal sealed record Cube(double Size, string? Name = null);

    private static async Task<string> Call(Handlers handlers, string name, string? json, CancellationToken cancellation = default)
    {
        Assert.True(handlers.Table.TryUse(name, out PageHandler? handler));
        using var result = new PooledBuffer();
        await handler.Bind(json is null ? null : Encoding.UTF8.GetBytes(json)).InvokeAsync(result, cancellation);
        return Encoding.UTF8.GetString(result.Written);
    }

    private Task<string> Call(string name, string? json) => Call(_handlers, name, json);

    [Theory]
    [InlineData("{\"a\":1}")]
    [InlineData("[1,2]")]
    [InlineData(null)]
    public void A_raw_handler_gets_the_parameters_as_they_came(string? json)
    {
        RawParameters? got = null;
        var handler = new PageHandler("raw", HandlerThread.Default, [], (arguments, _, _) =>
        {
            got = (RawParameters)arguments[0]!;
            return default;
        }) { IsRaw = true };
        using var result = new PooledBuffer();
        _ = handler.WithThread(HandlerThread.Main).Bind(json is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(json), isEvent: true).InvokeAsync(result, default);
        Assert.Equal(json, got!.Json is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null);
        Assert.True(got.IsEvent);
    }

    private async Task<string> Refused(string name, string? json)
    {
        BridgeException error = await Assert.ThrowsAsync<BridgeException>(() => Call(name, json));
        Assert.Equal(BridgeErrorCode.InvalidArguments, error.Code);
        return error.Message;
    }

    [Theory]
    [InlineData("{\"size\":2}", "2")]
    [InlineData("{\"Size\":2}", "2")]
    [InlineData("[{\"size\":3}]", "3")]
    public async Task On_one_object_takes_the_whole_or_the_first_position(string json, string expected)
    {
        _handlers.On("create", (Cube cube) => cube.Size);
        Assert.Equal(expected, await Call("create", json));
    }

    [Theory]
    [InlineData("[\"a\",5]", "\"a5\"")]
    [InlineData("{\"name\":\"a\",\"count\":5}", "\"a5\"")]
    [InlineData("{\"Count\":5,\"NAME\":\"a\"}", "\"a5\"")]
    [InlineData("[null,5]", "\"5\"")]
    public async Task On_several_parameters_binds_by_position_or_name(string json, string expected)
    {
        _handlers.On("join", (string? name, int count) => name + count);
        Assert.Equal(expected, await Call("join", json));
    }

    [Theory]
    [InlineData("[\"a\",\"b\"]", "2")]
    [InlineData("[[\"a\",\"b\",\"c\"]]", "3")]
    [InlineData("[]", "0")]
    public async Task On_one_array_takes_the_whole_unless_it_holds_one(string json, string expected)
    {
        _handlers.On("select", (string[] ids) => ids.Length);
        Assert.Equal(expected, await Call("select", json));
    }

    [Theory]
    [InlineData(null, "\"Undefined\"")]
    [InlineData("null", "\"Null\"")]
    [InlineData("[1]", "\"Array\"")]
    [InlineData("{\"a\":1}", "\"Object\"")]
    public async Task On_a_JsonElement_gets_what_was_sent(string? json, string expected)
    {
        _handlers.On("raw", (JsonElement sent) => sent.ValueKind.ToString());
        Assert.Equal(expected, await Call("raw", json));
    }

    [Fact]
    public async Task Null_is_one_null_and_nothing_is_nothing()
    {
        _handlers.On("text", (string? text) => text is null);
        Assert.Equal("true", await Call("text", "null"));
        Assert.Contains("parameter 'text' (1 of 1) is missing", await Refused("text", null), StringComparison.Ordinal);
        Assert.Contains("is missing", await Refused("text", "[]"), StringComparison.Ordinal);
        _handlers.On("number", (int number) => number);
        Assert.Contains("must be integer (Int32), but is null", await Refused("number", "null"), StringComparison.Ordinal);
        _handlers.On("maybe", (int? number) => number ?? -1);
        Assert.Equal("-1", await Call("maybe", "[null]"));
    }

    [Fact]
    public async Task Wrong_arguments_name_the_parameter_and_what_was_expected()
    {
        _handlers.On("rename", (string id, string name) => id + name);
        Assert.Equal("rename: parameter 'name' (2 of 2) is missing. It takes (id: string, name: string).", await Refused("rename", "[\"a\"]"));
        Assert.Equal("rename was given 3 arguments. It takes (id: string, name: string).", await Refused("rename", "[1,2,3]"));
        Assert.StartsWith("rename: parameter 'id' (1 of 2) must be string, but is number.", await Refused("rename", "[1,\"b\"]"), StringComparison.Ordinal);
        Assert.StartsWith("rename has no parameter 'nmae'.", await Refused("rename", "{\"id\":\"a\",\"nmae\":\"b\"}"), StringComparison.Ordinal);
        _handlers.On("create", (Cube cube) => cube.Size);
        Assert.Contains("At $.size:", await Refused("create", "{\"size\":\"big\"}"), StringComparison.Ordinal);
        _handlers.On("stop", () => { });
        Assert.Equal("stop was given 1 argument. stop takes no parameters.", await Refused("stop", "5"));
        Assert.Contains("has no parameter 'a'", await Refused("stop", "{\"a\":1}"), StringComparison.Ordinal);
        Assert.Contains("must be integer", await Refused2("[1.5]"), StringComparison.Ordinal);
        Assert.Contains("must be integer", await Refused2("[99999999999]"), StringComparison.Ordinal);
        Assert.Contains("not JSON", await Refused2("[1"), StringComparison.Ordinal);

        async Task<string> Refused2(string json)
        {
            _handlers.On("count", (int n) => n);
            return await Refused("count", json);
        }
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused_or_kept_raw()
    {
        _handlers.On("text", (string text) => text);
        Assert.Contains("must be string", await Refused("text", "[\"\\ud800\"]"), StringComparison.Ordinal);
        _handlers.On("raw", (JsonElement sent) => sent);
        Assert.Equal("[\"\\ud800\"]", await Call("raw", "[\"\\ud800\"]"));
    }

    [Fact]
    public async Task A_handler_without_parameters_takes_nothing_an_empty_list_or_any_event()
    {
        int runs = 0;
        _handlers.On("refresh", () => { runs++; });
        Assert.Equal("", await Call("refresh", null));
        await Call("refresh", "[]");
        await Call("refresh", "{}");
        Assert.True(_handlers.Table.TryUse("refresh", out PageHandler? handler));
        await handler.Bind("{\"x\":1}"u8.ToArray(), isEvent: true).InvokeAsync(new PooledBuffer(), default);
        Assert.Equal(4, runs);
    }

    [Fact]
    public async Task Every_shape_of_delegate_gives_its_result()
    {
        using var cancelled = new CancellationTokenSource();
        _handlers.On("f0", () => 5);
        _handlers.On("f4", (int a, int b, int c, int d) => a + b + c + d);
        _handlers.On("t0", async () => { await Task.Yield(); });
        _handlers.On("t1", async (int a) => { await Task.Yield(); return a + 1; });
        _handlers.On("c0", (CancellationToken token) => Task.FromResult(token.CanBeCanceled));
        _handlers.On("c1", (int a, CancellationToken token) => Task.FromResult(token.IsCancellationRequested ? -a : a));
        _handlers.On("c1v", (int a, CancellationToken token) => Task.CompletedTask);
        Assert.Equal("5", await Call("f0", null));
        Assert.Equal("10", await Call("f4", "[1,2,3,4]"));
        Assert.Equal("", await Call("t0", null));
        Assert.Equal("3", await Call("t1", "2"));
        Assert.Equal("", await Call("c1v", "2"));
        Assert.Equal("true", await Call(_handlers, "c0", null, cancelled.Token));
        await cancelled.CancelAsync();
        Assert.Equal("-7", await Call(_handlers, "c1", "[7]", cancelled.Token));
    }

    [Fact]
    public async Task What_a_handler_throws_comes_through_as_it_is()
    {
        _handlers.On("sync", int () => throw new InvalidTimeZoneException("a"));
        _handlers.On("async", async Task<int> () => { await Task.Yield(); throw new InvalidTimeZoneException("b"); });
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Call("sync", null));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Call("async", null));
    }

    [Fact]
    public async Task A_result_that_is_not_JSON_is_named()
    {
        _handlers.On("nan", () => new[] { 1.0, double.NaN });
        _handlers.On("cycle", () => { var list = new List<object>(); list.Add(list); return list; });
        BridgeException nan = await Assert.ThrowsAsync<BridgeException>(() => Call("nan", null));
        Assert.Equal(BridgeErrorCode.ResultNotSerializable, nan.Code);
        Assert.Contains("$[1] is NaN", nan.Message, StringComparison.Ordinal);
        Assert.Equal(BridgeErrorCode.ResultNotSerializable, (await Assert.ThrowsAsync<BridgeException>(() => Call("cycle", null))).Code);
    }

    [Fact]
    public async Task The_last_handler_of_a_name_wins_and_Off_removes_it()
    {
        _handlers.On("a", () => 1);
        _handlers.On("a", () => 2);
        Assert.Equal("2", await Call("a", null));
        Assert.True(_handlers.Off("a"));
        Assert.False(_handlers.Off("a"));
        Assert.Empty(_handlers.Table.Names);
    }

    [Fact]
    public void On_refuses_a_name_that_cannot_cross_and_a_ValueTask()
    {
        foreach (string name in (string[])["", "a\ud800", "\udc00\ud800"])
            Assert.Throws<ArgumentException>(() => _handlers.On(name, () => { }));
        Assert.Throws<ArgumentException>(() => _handlers.On(new string('x', 257), () => { }));
        Assert.Throws<ArgumentException>(() => _handlers.On("a", () => new ValueTask<int>(5)));
    }

    [Fact]
    public void Unknown_suggests_the_nearest_name()
    {
        _handlers.On("scene.rename", () => { });
        _handlers.On("save", () => { });
        Assert.Equal("No handler named 'scene.renmae' is registered. Did you mean 'scene.rename'?", _handlers.Table.Unknown("scene.renmae").Message);
        Assert.Equal("No handler named 'completely_else' is registered.", _handlers.Table.Unknown("completely_else").Message);
        Assert.Equal("UnknownMethod", new HandlerTable().Unknown("x").Code);
    }

    [Fact]
    public async Task Given_metadata_is_used_without_reflection()
    {
        _handlers.On("create", (Cube cube) => cube with { Size = cube.Size * 2 }, TestJson.Default.Cube, TestJson.Default.Cube);
        Assert.Equal("{\"Size\":4,\"Name\":null}", await Call("create", "{\"Size\":2}"));
    }

    [Fact]
    public void Thread_of_a_handler_is_what_was_asked()
    {
        _handlers.On("a", () => { }, HandlerThread.Main);
        Assert.True(_handlers.Table.TryUse("a", out PageHandler? handler));
        Assert.Equal(HandlerThread.Main, handler.Thread);
        Assert.Equal(HandlerThread.View, handler.WithThread(HandlerThread.View).Thread);
    }

    [JsonSerializable(typeof(Cube))]
    internal sealed partial class TestJson : JsonSerializerContext;
}
