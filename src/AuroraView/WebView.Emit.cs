using System.Text;
using System.Text.Json.Serialization.Metadata;
using AuroraView.Bridge;
using AuroraView.Threading;
using AuroraView.Views;

namespace AuroraView;

// Events for the page's listeners (auroraview.on). In order and none lost: before the view is ready, while a page loads, in bursts. Many of them travel as one script.
public sealed partial class WebView
{
    /// <summary>Sends an event without a detail. RFC 0002, <c>emit</c>.</summary>
    /// <param name="name">The event's name, up to 256 characters.</param>
    /// <exception cref="QueueFullException">Too much is queued for the page: see <see cref="ThreadSafetyOptions.WhenQueueFull"/>.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void Emit(string name) => Send(name, default, null);

    /// <summary>Sends an event.</summary>
    /// <param name="name">The event's name, up to 256 characters.</param>
    /// <param name="detail">Read now, on the calling thread, into JSON.</param>
    /// <exception cref="BridgeException">The detail cannot be written as JSON: NaN, a cycle, a type without metadata.</exception>
    /// <exception cref="QueueFullException">Too much is queued for the page.</exception>
    /// <exception cref="ShutdownInProgressException">The view is closing or closed.</exception>
    public void Emit<T>(string name, T detail) => Emit(name, detail, PageJson.Info<T>(JsonOptions));

    /// <inheritdoc cref="Emit{T}(string, T)"/>
    /// <param name="name">The event's name.</param>
    /// <param name="detail">What listeners get.</param>
    /// <param name="detailInfo">How it is written.</param>
    public void Emit<T>(string name, T detail, JsonTypeInfo<T> detailInfo) => Send(name, Write(detail, detailInfo), null);

    /// <summary>Sends an event of which only the latest matters: one of the same name that has not been sent yet is replaced. For progress and sliders.</summary>
    /// <inheritdoc cref="Emit{T}(string, T)"/>
    public void EmitLatest<T>(string name, T detail) => EmitLatest(name, detail, PageJson.Info<T>(JsonOptions));

    /// <inheritdoc cref="EmitLatest{T}(string, T)"/>
    /// <param name="name">The event's name.</param>
    /// <param name="detail">What listeners get.</param>
    /// <param name="detailInfo">How it is written.</param>
    public void EmitLatest<T>(string name, T detail, JsonTypeInfo<T> detailInfo) => Send(name, Write(detail, detailInfo), name);

    /// <summary>Sends an event whose detail is JSON text already.</summary>
    /// <exception cref="ArgumentException">It is not one JSON value.</exception>
    /// <exception cref="BridgeException">It is nested deeper than 512 levels, or larger than <see cref="WebViewOptions.MaxMessageBytes"/>.</exception>
    /// <inheritdoc cref="Emit{T}(string, T)"/>
    public void EmitJson(string name, string json) => EmitJson(name, json, latest: false);

    internal void EmitJson(string name, string json, bool latest)
    {
        ArgumentNullException.ThrowIfNull(json);
        var utf8 = Encoding.UTF8.GetBytes(json);
        var flaw = JsonFlaw.Find(utf8);
        if (flaw is { Code: not BridgeErrorCode.TooDeep })
            throw new ArgumentException($"The detail {flaw.Reason}", nameof(json));
        Send(name, Copy(utf8, flaw), latest ? name : null);
    }

    private void Send(string name, PooledJson detail, string? latestKey)
    {
        PageName.Validate(name, nameof(name));
        var item = Outbound.Event(name, detail);
        try
        {
            _core.Push(item, latestKey);
        }
        catch
        {
            item.Recycle();
            throw;
        }
    }

    // The last look at what goes to the page: one that is not JSON would take the other events of its batch with it.
    private PooledJson Copy(ReadOnlySpan<byte> json, JsonFlaw? flaw)
    {
        if (json.Length > _core.MaxMessageBytes)
            throw new BridgeException(BridgeErrorCode.TooLarge, $"The detail has {json.Length} bytes; the limit is {_core.MaxMessageBytes}.");
        return flaw is null ? PooledJson.Copy(json) : throw new BridgeException(flaw.Code, $"The detail {flaw.Reason}");
    }

    private PooledJson Write<T>(T detail, JsonTypeInfo<T> info)
    {
        ArgumentNullException.ThrowIfNull(info);
        // Taken away while in use: a getter of the detail may send an event itself.
        var buffer = t_buffer ?? new PooledBuffer();
        t_buffer = null;
        try
        {
            ResultWriter.Write(detail, info, buffer);
            return Copy(buffer.Written, buffer.Length == 0 ? null : JsonFlaw.Find(buffer.Written));
        }
        finally
        {
            buffer.Clear();
            t_buffer = buffer;
        }
    }

    [ThreadStatic]
    private static PooledBuffer? t_buffer;
}
