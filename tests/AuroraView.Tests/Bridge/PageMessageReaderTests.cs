using System.Text;
using AuroraView.Bridge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class PageMessageReaderTests
{
    private static readonly PageToken _token = PageToken.Create();
    private static readonly BridgeLimits _limits = new() { MaxMessageBytes = 100_000, MaxDepth = 8, MaxNameLength = 16 };

    private static RecordingSink Read(string json, string? token = null) => ReadBytes(Encoding.UTF8.GetBytes((token ?? _token.Text) + json));

    private static RecordingSink ReadBytes(byte[] message)
    {
        var sink = new RecordingSink();
        new PageMessageReader(_token, _limits).Read(message, sink);
        return sink;
    }

    [Fact]
    public void Read_every_kind_of_item_in_order()
    {
        RecordingSink sink = Read(
            """
            [7,["hello","auroraview://app/"],["call",1,"save"],["call",2,"save",null],["call",3,"save",[1,{"a":"x"}]],
             ["event","e"],["event","e",{"x":1}],["cancel",1,"timeout"],["cancel",2,"abort"],["eval",9,"v",{"r":1}],["eval",9,"u"],
             ["report","listener","e","bad",1],["report","dropped","","t",5],["report","batch","","t",1]]
            """);
        Assert.Equal(
            [
                "hello 7 auroraview://app/", "call 7 1 save absent", "call 7 2 save null", "call 7 3 save [1,{\"a\":\"x\"}]", "event 7 e absent",
                "event 7 e {\"x\":1}", "cancel 7 1 Timeout", "cancel 7 2 Abort", "eval 7 9 Value {\"r\":1}", "eval 7 9 Undefined ",
                "report 7 ListenerFailed e bad 1", "report 7 EventsDropped  t 5", "report 7 BatchRefused  t 1",
            ],
            sink.Items);
        Assert.Null(sink.Refusal);
    }

    [Fact]
    public void Read_names_with_escapes_emoji_and_line_separators_exactly()
    {
        RecordingSink sink = Read("[1,[\"event\",\"\\ud83d\\ude00\\u2028\\\"\\u0000é\"]]");
        Assert.Equal(["event 1 😀\u2028\"\0é absent"], sink.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123")]
    public void Read_without_the_token_hears_nothing(string token)
    {
        RecordingSink sink = Read("[1,[\"event\",\"e\"]]", token);
        Assert.Empty(sink.Items);
        Assert.Equal(BridgeErrorCode.MalformedMessage, sink.Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[0]")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[99999999999999999999]")]
    [InlineData("[\"1\"]")]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("[1]x")]
    [InlineData("[1][1]")]
    [InlineData("[1,2]")]
    [InlineData("[1,[]]")]
    [InlineData("[1,{}]")]
    [InlineData("[1,[\"call\"]]")]
    [InlineData("[1,[\"call\",1]]")]
    [InlineData("[1,[\"call\",0,\"a\"]]")]
    [InlineData("[1,[\"call\",-5,\"a\"]]")]
    [InlineData("[1,[\"call\",1,\"\"]]")]
    [InlineData("[1,[\"call\",1,5]]")]
    [InlineData("[1,[\"call\",1,\"a\",1,2]]")]
    [InlineData("[1,[\"call\",1,\"12345678901234567\"]]")]
    [InlineData("[1,[\"call\",1,\"\\ud800\"]]")]
    [InlineData("[1,[\"event\"]]")]
    [InlineData("[1,[\"event\",null]]")]
    [InlineData("[1,[\"Event\",\"e\"]]")]
    [InlineData("[1,[\"cancel\",1]]")]
    [InlineData("[1,[\"cancel\",1,\"why\"]]")]
    [InlineData("[1,[\"eval\",1,\"p\"]]")]
    [InlineData("[1,[\"eval\",1,\"s\",1]]")]
    [InlineData("[1,[\"eval\",1,\"vv\",1]]")]
    [InlineData("[1,[\"eval\",0,\"v\",1]]")]
    [InlineData("[1,[\"report\",\"what\",\"\",\"\",1]]")]
    [InlineData("[1,[\"hello\",5]]")]
    [InlineData("[1,[\"event\",\"e\",NaN]]")]
    [InlineData("[1,[\"event\",\"e\",[1,]]]")]
    [InlineData("[1,[\"event\",\"e\",\"\u0001\"]]")]
    [InlineData("[1,/* no */[\"event\",\"e\"]]")]
    public void Read_of_a_wrong_shape_refuses_once_and_says_why(string json)
    {
        RecordingSink sink = Read(json);
        Assert.Empty(sink.Items);
        Assert.Equal(1, sink.Refusals);
        Assert.Equal(BridgeErrorCode.MalformedMessage, sink.Refusal);
        Assert.NotEmpty(sink.Reason);
    }

    [Fact]
    public void Read_keeps_the_items_before_a_bad_one_and_drops_the_rest()
    {
        RecordingSink sink = Read("[1,[\"event\",\"a\"],[\"bad\"],[\"event\",\"b\"]]");
        Assert.Equal(["event 1 a absent"], sink.Items);
        Assert.Equal(BridgeErrorCode.MalformedMessage, sink.Refusal);
    }

    [Fact]
    public void Read_allows_the_depth_of_the_limit_and_refuses_one_more()
    {
        static string Nested(int depth) => $"[1,[\"event\",\"e\",{new string('[', depth)}{new string(']', depth)}]]";
        Assert.Single(Read(Nested(8)).Items);
        RecordingSink refused = Read(Nested(9));
        Assert.Empty(refused.Items);
        Assert.Equal(BridgeErrorCode.TooDeep, refused.Refusal);
    }

    [Fact]
    public void Read_allows_the_size_of_the_limit_and_refuses_one_more()
    {
        int room = _limits.MaxMessageBytes - PageToken.Length - "[1,[\"event\",\"e\",\"\"]]".Length;
        Assert.Single(Read($"[1,[\"event\",\"e\",\"{new string('x', room)}\"]]").Items);
        Assert.Equal(BridgeErrorCode.TooLarge, Read($"[1,[\"event\",\"e\",\"{new string('x', room + 1)}\"]]").Refusal);
    }

    [Fact]
    public void Read_of_bytes_that_are_not_utf8_in_a_name_refuses()
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(_token.Text + "[1,[\"event\",\"e"), 0xff, 0xfe, .. "\"]]"u8];
        Assert.Equal(BridgeErrorCode.MalformedMessage, ReadBytes(message).Refusal);
    }

    [Fact]
    public void Read_lets_through_what_the_sink_throws()
    {
        Assert.Throws<InvalidTimeZoneException>(() =>
            new PageMessageReader(_token, _limits).Read(Encoding.UTF8.GetBytes(_token.Text + "[1,[\"event\",\"e\"]]"), new ThrowingSink()));
    }

    [Fact]
    public void Read_of_random_bytes_never_throws()
    {
        var random = new Random(20251123);
        for (int round = 0; round < 20_000; round++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            RecordingSink sink = ReadBytes([.. Encoding.ASCII.GetBytes(_token.Text), .. noise]);
            Assert.Equal(1, sink.Refusals);
        }
    }

    [Fact]
    public void Read_of_mutated_messages_never_throws_and_hands_on_only_whole_items()
    {
        byte[] valid = Encoding.UTF8.GetBytes(_token.Text
            + """[7,["hello","u"],["call",2,"save",{"a":[1,"\ud83d\ude00"]}],["event","e",[null]],["cancel",1,"abort"],["eval",9,"v",{"r":1}],["report","listener","e","bad",1]]""");
        byte[] alphabet = "[]{}\",:\\u0123456789tfnul-eE. \n\0"u8.ToArray();
        var random = new Random(42);
        for (int round = 0; round < 50_000; round++)
        {
            List<byte> bytes = [.. valid];
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                int at = random.Next(PageToken.Length, bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes[at] = alphabet[random.Next(alphabet.Length)]; break;
                    case 2: bytes.RemoveAt(at); break;
                    default: bytes.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                }
            }

            RecordingSink sink = ReadBytes([.. bytes]);
            Assert.True(sink.Refusals <= 1 && sink.Items.Count <= 7);
        }
    }

    [Fact]
    public void Read_gives_back_any_json_byte_for_byte()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            string json = System.Text.Json.JsonSerializer.Serialize(text);
            return Read($"[3,[\"event\",\"e\",{json}]]").Items is [var item] && item == $"event 3 e {json}";
        }).QuickCheckThrowOnFailure();
    }

    private sealed class ThrowingSink : IPageMessageSink
    {
        public void OnHello(long document, string url) => throw new InvalidTimeZoneException();

        public void OnCall(long document, long callId, string method, PageValue parameters) => throw new InvalidTimeZoneException();

        public void OnEvent(long document, string name, PageValue detail) => throw new InvalidTimeZoneException();

        public void OnCancel(long document, long callId, PageCancelReason reason) => throw new InvalidTimeZoneException();

        public void OnEvalSettled(long document, long evalId, EvalOutcome outcome) => throw new InvalidTimeZoneException();

        public void OnPageReport(long document, PageReport report) => throw new InvalidTimeZoneException();

        public void OnMalformed(BridgeErrorCode code, string reason) => throw new InvalidOperationException(reason);
    }
}
