using System.Text;
using System.Text.Json;
using AuroraView.Bridge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class PageBatchWriterTests
{
    /// <summary>What the page's JSON.parse would get: the value of the JavaScript literal.</summary>
    private static string Json(PageBatchWriter writer)
    {
        string literal = Encoding.UTF8.GetString(writer.Finish());
        Assert.StartsWith("'", literal, StringComparison.Ordinal);
        Assert.EndsWith("'", literal, StringComparison.Ordinal);
        var value = new StringBuilder();
        for (int i = 1; i < literal.Length - 1; i++)
        {
            Assert.DoesNotContain(literal[i], "'\n\r");
            if (literal[i] != '\\')
            {
                value.Append(literal[i]);
                continue;
            }

            switch (literal[++i])
            {
                case 'n': value.Append('\n'); break;
                case 'r': value.Append('\r'); break;
                case 'x': value.Append('\0'); i += 2; break;
                default: value.Append(literal[i]); break;
            }
        }

        return value.ToString();
    }

    [Fact]
    public void Append_of_every_operation_gives_one_flat_array()
    {
        using var writer = new PageBatchWriter();
        writer.AppendEvent("e", "{\"a\":1}"u8);
        writer.AppendEvent("e", default);
        writer.AppendReply(9007199254740991, 2, "[1]"u8);
        writer.AppendReply(7, 3, default);
        writer.AppendError(7, 4, new BridgeError(BridgeErrorCode.HandlerFailed, "it's \"bad\"\n"));
        writer.AppendError(7, 5, new BridgeError("Own", "m", "T", "s", JsonDocument.Parse("{\"x\":[1]}").RootElement));
        writer.AppendMethods(["a", "b.c"]);
        writer.AppendMethods([]);
        writer.AppendClosed();
        Assert.Equal(9, writer.Count);
        Assert.Equal(
            """[0,"e",{"a":1},1,"e",2,9007199254740991,2,[1],3,7,3,4,7,4,{"code":"HandlerFailed","message":"it's \"bad\"\n"},"""
            + """4,7,5,{"code":"Own","message":"m","type":"T","stack":"s","data":{"x":[1]}},5,["a","b.c"],5,[],6]""",
            Json(writer));
    }

    [Fact]
    public void Finish_escapes_what_would_end_the_literal()
    {
        using var writer = new PageBatchWriter();
        writer.AppendEvent("'</script>\\", "\"it's\\n\\\\'\""u8);
        writer.AppendEvent("e", "{\n\r\"indented\": 1}"u8);
        Assert.Equal("[0,\"'</script>\\\\\",\"it's\\n\\\\'\",0,\"e\",{\n\r\"indented\": 1}]", Json(writer));
    }

    [Fact]
    public void Clear_empties_the_batch_for_the_next_use()
    {
        using var writer = new PageBatchWriter();
        writer.AppendEvent("big", Encoding.UTF8.GetBytes($"\"{new string('x', 3_000_000)}\""));
        Assert.True(writer.Length > 3_000_000);
        writer.Finish();
        writer.Clear();
        Assert.Equal(0, writer.Count);
        writer.AppendClosed();
        Assert.Equal("[6]", Json(writer));
    }

    [Fact]
    public void AppendEvent_of_a_value_that_cannot_be_written_leaves_the_batch_as_it_was()
    {
        using var writer = new PageBatchWriter();
        JsonSerializerOptions options = PageJson.CreateOptions();
        writer.AppendEvent("a", 1, PageJson.Info<int>(options));
        BridgeException error = Assert.Throws<BridgeException>(() =>
            writer.AppendEvent("b", new Camera("main", new Lens(double.NaN)), PageJson.Info<Camera>(options)));
        Assert.Equal(BridgeErrorCode.ResultNotSerializable, error.Code);
        Assert.Contains("$.lens.fov is NaN or infinite", error.Message, StringComparison.Ordinal);
        writer.AppendEvent("c", "x", PageJson.Info<string>(options));
        Assert.Equal(2, writer.Count);
        Assert.Equal("[0,\"a\",1,0,\"c\",\"x\"]", Json(writer));
    }

    [Fact]
    public void AppendEvent_first_of_all_that_fails_leaves_an_empty_batch()
    {
        using var writer = new PageBatchWriter();
        Assert.Throws<BridgeException>(() => writer.AppendEvent("b", double.PositiveInfinity, PageJson.Info<double>(PageJson.CreateOptions())));
        writer.AppendClosed();
        Assert.Equal("[6]", Json(writer));
    }

    [Fact]
    public void AppendEvent_allows_NaN_where_the_options_do()
    {
        using var writer = new PageBatchWriter();
        JsonSerializerOptions options = PageJson.CreateOptions(new JsonSerializerOptions
        {
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        });
        writer.AppendEvent("e", double.NaN, PageJson.Info<double>(options));
        Assert.Equal("[0,\"e\",\"NaN\"]", Json(writer));
    }

    [Fact]
    public void AppendEvent_of_null_is_null_not_absent()
    {
        using var writer = new PageBatchWriter();
        writer.AppendEvent("e", null, PageJson.Info<string?>(PageJson.CreateOptions()));
        Assert.Equal("[0,\"e\",null]", Json(writer));
    }

    [Fact]
    public void Append_keeps_any_text_exactly_also_half_a_surrogate_pair()
    {
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 0xffff)).ToArbitrary(), units =>
        {
            string text = new([.. units.Select(unit => (char)unit)]);
            using var writer = new PageBatchWriter();
            writer.AppendError(1, 2, new BridgeError("C", text));
            return Unescape(Message(Json(writer))) == text;
        }).QuickCheckThrowOnFailure();
        using var pair = new PageBatchWriter();
        pair.AppendError(1, 2, new BridgeError("C", "a\ud83d\ude00\ud83d b\ude00"));
        Assert.Equal("a😀\\ud83d b\\ude00", Message(Json(pair)));
    }

    [Fact]
    public void AppendEvent_in_a_warm_writer_allocates_nothing()
    {
        using var writer = new PageBatchWriter();
        var info = BasicJsonContext.Default.Int32;
        for (int round = 0; round < 2; round++)
        {
            writer.Clear();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 512; i++)
            {
                writer.AppendEvent("progress", i, info);
                writer.AppendEvent("progress", "{\"value\":1}"u8);
            }

            writer.Finish();
            if (round == 1) Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData(" {\"a\":[1,2]} ", true)]
    [InlineData("\"\\ud800\"", true)]
    [InlineData("", false)]
    [InlineData("1,2", false)]
    [InlineData("1]", false)]
    [InlineData("{a:1}", false)]
    [InlineData("[[[[1]]]]", false)]
    public void JsonFlaw_lets_exactly_one_value_through(string text, bool expected) =>
        Assert.Equal(expected, JsonFlaw.Find(Encoding.UTF8.GetBytes(text), maxDepth: 3) is null);

    [Fact]
    public void JsonFlaw_refuses_bytes_that_are_not_utf8() => Assert.NotNull(JsonFlaw.Find([(byte)'"', 0xff, (byte)'"'], 3));

    private static string Message(string json) =>
        json[(json.IndexOf("\"message\":\"", StringComparison.Ordinal) + "\"message\":\"".Length)..^"\"}]".Length];

    // JsonSerializer refuses half a pair, the page's JSON.parse does not.
    private static string Unescape(string text)
    {
        var value = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i]);
                continue;
            }

            value.Append(text[++i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)Convert.ToInt32(text.Substring(i + 1, 4), 16),
                char other => other,
            });
            if (text[i] == 'u') i += 4;
        }

        return value.ToString();
    }

    internal sealed record Camera(string Name, Lens Lens);

    internal sealed record Lens(double Fov);
}
