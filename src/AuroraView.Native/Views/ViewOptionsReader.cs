using System.Text.Json;
using System.Text.Unicode;
using AuroraView.Engine;
using AuroraView.Threading;

namespace AuroraView.Native.Views;

/// <summary>A panel's options from JSON. What it does not know is an error: a misspelt option must not be an option that is silently not set.</summary>
internal static class ViewOptionsReader
{
    internal static WebViewOptions Read(ReadOnlySpan<byte> json)
    {
        JsonElement options;
        if (!Utf8.IsValid(json))
            throw new ArgumentException("The options are not UTF-8.");
        try
        {
            var reader = new Utf8JsonReader(json);
            options = JsonElement.ParseValue(ref reader);
            // What follows it would be passed over; this throws.
            _ = reader.Read();
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"The options are not JSON: {error.Message}");
        }

        if (options.ValueKind != JsonValueKind.Object)
            throw new ArgumentException("The options must be a JSON object.");
        var read = new WebViewOptions();
        var safety = ThreadSafetyOptions.Default;
        foreach (var option in options.EnumerateObject())
        {
            if (option.Value.ValueKind == JsonValueKind.Null)
                continue;
            var name = Name(option);
            try
            {
                if (name.EndsWith("_timeout_ms", StringComparison.Ordinal))
                    safety = Apply(safety, name, Time(option.Value));
                else if (name is "queue_capacity" or "queue_bytes")
                    safety = Apply(safety, name, option.Value.GetInt32());
                else
                    read = Apply(read, name, option.Value);
            }
            catch (Exception error) when (error is InvalidOperationException or FormatException)
            {
                throw new ArgumentException($"The option '{name}' cannot be {option.Value.GetRawText()}.");
            }
        }

        return read with { Safety = safety };
    }

    // Half of a surrogate pair passes the parser and fails where it becomes text.
    private static string Name(JsonProperty option)
    {
        try
        {
            return option.Name;
        }
        catch (InvalidOperationException)
        {
            throw new ArgumentException("The name of an option is not text.");
        }
    }

    private static WebViewOptions Apply(WebViewOptions options, string name, JsonElement value) => name switch
    {
        "title" => options with { Title = Text(value) },
        "width" => options with { Width = value.GetInt32() },
        "height" => options with { Height = value.GetInt32() },
        "x" => options with { X = value.GetInt32() },
        "y" => options with { Y = value.GetInt32() },
        "url" => options with { Url = Text(value) },
        "html" => options with { Html = Text(value) },
        "file" => options with { File = Text(value) },
        "parent" => options with { Parent = checked((nint)value.GetInt64()) },
        "dcc_mode" => options with { DccMode = value.GetBoolean() },
        "debug" => options with { Debug = value.GetBoolean() },
        "visible" => options with { Visible = value.GetBoolean() },
        "resizable" => options with { Resizable = value.GetBoolean() },
        "frame" => options with { Frame = value.GetBoolean() },
        "always_on_top" => options with { AlwaysOnTop = value.GetBoolean() },
        "transparent" => options with { Transparent = value.GetBoolean() },
        "background" => options with { Background = value.GetUInt32() },
        "allowed_origins" => options with { AllowedOrigins = [.. value.EnumerateArray().Select(Text)] },
        "allow_new_windows" => options with { AllowNewWindows = value.GetBoolean() },
        "allow_file_access" => options with { AllowFileAccess = value.GetBoolean() },
        "data_folder" => options with { DataFolder = Text(value) },
        "group" => options with { Group = Text(value) },
        "isolated" => options with { Isolated = value.GetBoolean() },
        "user_agent" => options with { UserAgent = Text(value) },
        "asset_root" => options with { AssetRoot = Text(value) },
        "acceleration" => options with { Acceleration = AccelerationOf(value) },
        "max_message_bytes" => options with { MaxMessageBytes = value.GetInt32() },
        "max_pending_calls" => options with { MaxPendingCalls = value.GetInt32() },
        "max_pending_bytes" => options with { MaxPendingBytes = value.GetInt32() },
        "max_message_depth" => options with { MaxMessageDepth = value.GetInt32() },
        _ => throw new ArgumentException($"There is no option '{name}'."),
    };

    private static ThreadSafetyOptions Apply(ThreadSafetyOptions options, string name, TimeSpan time) => name switch
    {
        "js_eval_timeout_ms" => options with { JsEvalTimeout = time },
        "main_thread_timeout_ms" => options with { MainThreadTimeout = time },
        "drain_timeout_ms" => options with { DrainTimeout = time },
        _ => throw new ArgumentException($"There is no option '{name}'."),
    };

    private static ThreadSafetyOptions Apply(ThreadSafetyOptions options, string name, int number) =>
        name == "queue_bytes" ? options with { QueueBytes = number } : options with { QueueCapacity = number };

    private static Acceleration AccelerationOf(JsonElement value) => Text(value) switch
    {
        "auto" => Acceleration.Auto,
        "always" => Acceleration.Always,
        "never" => Acceleration.Never,
        _ => throw new FormatException(),
    };

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new InvalidOperationException();

    private static TimeSpan Time(JsonElement value) => Exports.Limits.Optional(value.GetInt64()) ?? throw new FormatException();
}
