using System.Buffers;
using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Pages;
using AuroraView.WebKit.Native;

namespace AuroraView.WebKit.View;

/// <summary>Pictures of the visible page as PNG. The compressing happens off the WebView thread.</summary>
internal sealed unsafe class Snapshots(nint view, IWebViewBackendEvents events, bool transparent)
{
    private const int RegionVisible = 0;
    private const int TransparentBackground = 2;
    private readonly Dictionary<long, Request> _pending = [];

    /// <summary>Takes a picture for a call.</summary>
    public void Capture(long callId)
    {
        var request = new Request(this, callId);
        _pending[callId] = request;
        Native.WebKit.Snapshot(view, RegionVisible, transparent ? TransparentBackground : 0, 0, &OnDone, GCHandle.ToIntPtr(GCHandle.Alloc(request)));
    }

    /// <summary>Answers what is pending: the page is gone.</summary>
    public void AbandonAll()
    {
        long[] gone = [.. _pending.Keys];
        _pending.Clear();
        foreach (long callId in gone)
            events.OnCaptured(callId, default, PageEnd.Text);
    }

    private void DoneOrFailed(Request request, nint result)
    {
        try
        {
            Done(request, result);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            events.OnCaptured(request.CallId, default, $"The picture could not be taken: {error.Message}");
        }
    }

    private void Done(Request request, nint result)
    {
        GLib.Error* error = null;
        nint surface = Native.WebKit.FinishSnapshot(view, result, &error);
        string? why = error is null ? null : GObjects.Take(error);
        if (!_pending.Remove(request.CallId))
        {
            if (surface != 0)
                Cairo.Destroy(surface);
            return;
        }
        if (surface == 0)
        {
            events.OnCaptured(request.CallId, default, "The engine could not take the picture: " + (why ?? "unknown error"));
            return;
        }
        // Compressing a 4K picture takes a fifth of a second, which the page's window should not feel.
        ThreadPool.UnsafeQueueUserWorkItem(static state => state.Self.CompressOrFail(state.CallId, state.Surface),
            (Self: this, request.CallId, Surface: surface), preferLocal: false);
    }

    private void CompressOrFail(long callId, nint surface)
    {
        try
        {
            OnCapturedSurface(callId, surface);
        }
        catch (Exception error)
        {
            LastCatch.Report(error, () => events.OnCaptured(callId, default, $"The picture could not be compressed: {error.Message}"));
        }
    }

    private void OnCapturedSurface(long callId, nint surface)
    {
        var png = new ArrayBufferWriter<byte>(64 * 1024);
        GCHandle handle = GCHandle.Alloc(png);
        int status = Cairo.WritePng(surface, &OnBytes, GCHandle.ToIntPtr(handle));
        handle.Free();
        Cairo.Destroy(surface);
        if (status == 0)
            events.OnCaptured(callId, png.WrittenSpan, null);
        else
            events.OnCaptured(callId, default, $"The picture could not be compressed (cairo status {status}).");
    }

    [UnmanagedCallersOnly]
    private static int OnBytes(nint closure, byte* data, uint length)
    {
        try
        {
            GObjects.Target<ArrayBufferWriter<byte>>(closure).Write(new ReadOnlySpan<byte>(data, (int)length));
            return 0;
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
            return 1;
        }
    }

    [UnmanagedCallersOnly]
    private static void OnDone(nint source, nint result, nint data)
    {
        try
        {
            GCHandle handle = GCHandle.FromIntPtr(data);
            var request = (Request)handle.Target!;
            handle.Free();
            request.Owner.DoneOrFailed(request, result);
        }
        catch (Exception error)
        {
            LastCatch.Report(error);
        }
    }

    private sealed record Request(Snapshots Owner, long CallId);
}
