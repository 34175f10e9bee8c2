using System.Reflection;
using System.Text;
using System.Text.Json;

namespace AuroraView.Bridge;

/// <summary>Builds the script that makes <c>window.auroraview</c> in every document of one view.</summary>
internal static class PageScript
{
    /// <summary>The page's function for batches: the value of <c>BackendStart.DeliverFunction</c>.</summary>
    public const string DeliverFunction = "__auroraview_deliver";

    /// <summary>The page's function for evaluations, see <see cref="EvalScript"/>.</summary>
    public const string EvaluateFunction = "__auroraview_eval";

    private const string ResourcePrefix = "AuroraView.Page.";

    private static readonly Lazy<string> _template = new(ReadTemplate);

    /// <summary>The document script of a view.</summary>
    /// <param name="token">The view's secret; the script keeps it in its closure.</param>
    /// <param name="limits">What the page may send.</param>
    /// <param name="messageHandler">The name of the engine's script message handler.</param>
    public static string Create(PageToken token, BridgeLimits limits, string messageHandler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MaxMessageBytes, BridgeLimits.LeastMessageBytes, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MaxDepth, 1, nameof(limits));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("token", token.Text);
            json.WriteString("handler", messageHandler);
            json.WriteString("deliver", DeliverFunction);
            json.WriteString("evaluate", EvaluateFunction);
            json.WriteString("source", EvalScript.SourceName);
            json.WriteNumber("maxBytes", limits.MaxMessageBytes);
            json.WriteNumber("maxDepth", limits.MaxDepth);
            json.WriteNumber("maxName", limits.MaxNameLength);
            json.WriteNumber("maxBuffered", limits.MaxBufferedEvents);
            json.WriteNumber("maxPending", limits.MaxPendingCalls);
            json.WriteNumber("maxPendingBytes", limits.MaxPendingBytes);
            json.WriteEndObject();
        }

        return _template.Value.Replace("__AURORAVIEW_CONFIG__)", Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + ")", StringComparison.Ordinal);
    }

    /// <summary>The TypeScript declarations of <c>window.auroraview</c>.</summary>
    public static string Declarations => Read(ResourcePrefix + "auroraview.d.ts");

    // One closure in several files, a concern each, in the order of their numbers.
    private static string ReadTemplate() => string.Join('\n', Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Read));

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
