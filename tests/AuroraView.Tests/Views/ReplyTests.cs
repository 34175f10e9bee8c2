using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>Every outcome of a handler reaches the page, once; one that cannot travel as an error that says what it was.</summary>
public sealed class ReplyTests
{
    private const string App = "auroraview://app";
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void Handler_ResultThatCannotTravel_IsAnErrorThatSaysWhatItWas()
    {
        using var page = new Page();
        page.View.On("getter", () => new Scene { Camera = new Camera() });
        page.View.On("nan", () => new { At = new[] { 1, double.NaN } });
        page.View.On("cycle", () => new Node());
        page.View.On("deep", () => Nested(600));
        page.View.On("comments", () => JsonDocument.Parse("[1 /* one */, 2,]", new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement);
        page.View.On("disposed", () => Disposed());
        page.View.On("converter", () => new Converted());
        page.View.On("broken", () => new Broken());
        page.View.On("later", async () =>
        {
            await Task.Yield();
            return new Scene { Camera = new Camera() };
        });
        page.View.On("large", () => new string('x', 70_000));

        foreach (var name in new[] { "getter", "later" })
            Assert.Contains("$.camera.fov cannot be read: its getter threw System.IO.IOException: no camera", page.Refused(name), StringComparison.Ordinal);
        Assert.Contains("$.at[1] is NaN or infinite", page.Refused("nan"), StringComparison.Ordinal);
        Assert.Contains("cycle", page.Refused("cycle"), StringComparison.Ordinal);
        Assert.Contains("nested deeper than 512 levels", page.Refused("deep"), StringComparison.Ordinal);
        Assert.Contains("is not one JSON value", page.Refused("comments"), StringComparison.Ordinal);
        Assert.Contains("disposed", page.Refused("disposed"), StringComparison.Ordinal);
        Assert.Contains("System.IO.EndOfStreamException: the converter's own", page.Refused("converter"), StringComparison.Ordinal);
        Assert.Contains("is not one JSON value", page.Refused("broken"), StringComparison.Ordinal);
        Assert.Contains("70002 bytes; the limit is 65536", page.Refused("large", "TooLarge"), StringComparison.Ordinal);
    }

    [Fact]
    public void Handler_ErrorWhoseOwnCodeThrows_IsStillTheCallsError()
    {
        using var page = new Page(debug: true);
        page.View.On("mute", () => throw new MuteException());
        page.View.On("muteLater", async () =>
        {
            await Task.Yield();
            throw new MuteException();
        });
        page.View.On("half", () => throw new IOException("cannot open caf\ud83d.ma"));
        page.View.On("long", () => throw new IOException(new string('x', 10_000_000)));
        page.View.On("gone", () => throw new BridgeException("NameTaken", "taken", Disposed()));
        page.View.On("deepData", () => throw new BridgeException("NameTaken", "taken", Nested(600)));

        foreach (var name in new[] { "mute", "muteLater" })
            Assert.Contains("MuteException; its message cannot be read", page.Refused(name, "HandlerFailed"), StringComparison.Ordinal);
        Assert.Equal("cannot open caf\ud83d.ma", page.Refused("half", "HandlerFailed"));
        Assert.InRange(page.Refused("long", "HandlerFailed").Length, 1000, 100_000);
        Assert.Contains("data cannot travel", page.Refused("gone", "NameTaken"), StringComparison.Ordinal);
        Assert.Contains("nested deeper than 512", page.Refused("deepData", "NameTaken"), StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_WhoseConverterThrows_IsAnInvalidArgumentThatIsNamed()
    {
        using var page = new Page();
        page.View.On("take", (Converted value) => 1);
        Assert.Contains("parameter 'value'", page.Refused("take", "InvalidArguments", "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Emit_DetailThatCannotTravel_IsTheCallersErrorAndTheNextOneArrives()
    {
        using var page = new Page();
        foreach (var emit in new Action<WebView>[]
        {
            view => view.Emit("e", new Scene { Camera = new Camera() }),
            view => view.Emit("e", Nested(600)),
            view => view.Emit("e", new Broken()),
            view => view.Emit("e", new string('x', 70_000)),
            view => view.EmitLatest("e", Disposed()),
            view => view.EmitJson("e", new string('[', 600) + new string(']', 600)),
        })
            Assert.Throws<BridgeException>(() => emit(page.View));
        Assert.Throws<ArgumentException>(() => page.View.EmitJson("e", "[1,]"));
        page.View.Emit("after", new Nesting(page.View));
        Assert.Contains("\"inner\",\"from the getter\"", page.Next("inner"), StringComparison.Ordinal);
        Assert.Contains("{\"value\":5}", page.Next("after"), StringComparison.Ordinal);
    }

    [Fact]
    public void Call_WithTheNumberOfOneThatIsNotAnswered_IsRefusedByNameAndDoesNotRun()
    {
        using var page = new Page();
        using var reported = new BlockingCollection<string>();
        var answer = new TaskCompletionSource<int>();
        var runs = 0;
        page.View.Error += (_, error) => reported.Add(error.Message);
        page.View.On("hold", () =>
        {
            Interlocked.Increment(ref runs);
            return answer.Task;
        });
        page.Say("[\"call\",5,\"hold\"],[\"call\",5,\"hold\"]");
        Assert.True(reported.TryTake(out var report, s_bound));
        Assert.Contains("MalformedMessage): its number 5", report, StringComparison.Ordinal);
        answer.SetResult(9);
        Assert.Contains("2,7,5,9", page.Next("2,7,5,"), StringComparison.Ordinal);
        Assert.Equal(1, Volatile.Read(ref runs));
    }

    private static JsonElement Nested(int depth) =>
        JsonDocument.Parse(new string('[', depth) + new string(']', depth), new() { MaxDepth = depth }).RootElement;

    private static JsonElement Disposed()
    {
        using var document = JsonDocument.Parse("[1]");
        return document.RootElement;
    }

    private sealed class Scene
    {
        public Camera? Camera { get; init; }
    }

    private sealed class Camera
    {
        public string Name => "persp";

        public double Fov => throw new IOException("no camera");
    }

    private sealed class Node
    {
        public Node Self => this;
    }

    private sealed class MuteException : Exception
    {
        public override string Message => throw new InvalidOperationException("no text");

        public override string ToString() => throw new InvalidOperationException("no text either");
    }

    private sealed class Nesting(WebView view)
    {
        public int Value
        {
            get
            {
                view.Emit("inner", "from the getter");
                return 5;
            }
        }
    }

    [JsonConverter(typeof(Converter))]
    private sealed class Converted
    {
        private sealed class Converter : JsonConverter<Converted>
        {
            public override Converted Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new EndOfStreamException("the converter's own");

            public override void Write(Utf8JsonWriter writer, Converted value, JsonSerializerOptions options) => throw new EndOfStreamException("the converter's own");
        }
    }

    [JsonConverter(typeof(Converter))]
    private sealed class Broken
    {
        private sealed class Converter : JsonConverter<Broken>
        {
            public override Broken Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

            public override void Write(Utf8JsonWriter writer, Broken value, JsonSerializerOptions options) => writer.WriteRawValue("[1", skipInputValidation: true);
        }
    }

    /// <summary>A page that calls and reads its answers.</summary>
    private sealed class Page : IDisposable
    {
        private readonly ScriptedBackend _engine = new();
        private int _calls;

        public Page(bool debug = false)
        {
            View = new WebView(new WebViewOptions { Html = "<p></p>", Backend = () => _engine, Debug = debug, MaxMessageBytes = 65_536 });
            View.Show();
            _engine.Say(App, 7, """["hello","auroraview://app/"]""");
        }

        public WebView View { get; }

        public void Dispose() => View.Dispose();

        public void Say(string items) => _engine.Say(App, 7, items);

        /// <summary>Calls, and reads the message of the error that answers.</summary>
        public string Refused(string method, string code = "ResultNotSerializable", string parameters = "")
        {
            var id = ++_calls;
            _engine.Say(App, 7, $"[\"call\",{id},\"{method}\"{(parameters.Length == 0 ? "" : "," + parameters)}]");
            var answer = Next($"4,7,{id},");
            Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
            var error = answer[(answer.IndexOf($"4,7,{id},", StringComparison.Ordinal) + $"4,7,{id},".Length)..];
            return Message(error);
        }

        /// <summary>The first batch that has a text.</summary>
        public string Next(string text)
        {
            while (_engine.Delivered.TryTake(out var batch, s_bound))
            {
                // The literal's own escapes: quotes and backslashes.
                var json = batch[1..^1].Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\'", "'", StringComparison.Ordinal);
                if (json.Contains(text, StringComparison.Ordinal))
                    return json;
            }

            throw new TimeoutException($"Nothing came with {text}.");
        }

        private static string Message(string error)
        {
            var start = error.IndexOf("\"message\":\"", StringComparison.Ordinal) + 11;
            var end = error.IndexOf("\",\"", start, StringComparison.Ordinal);
            var raw = error[start..(end < 0 ? error.IndexOf("\"}", start, StringComparison.Ordinal) : end)];
            return raw.Replace("\\ud83d", "\ud83d", StringComparison.Ordinal);
        }
    }
}
