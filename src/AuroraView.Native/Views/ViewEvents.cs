using System.Text.Json;
using AuroraView.Native.Sessions;

namespace AuroraView.Native.Views;

/// <summary>Passes a panel's events on to its client: where handlers run, or on the client's service thread where that cannot be reached any more.</summary>
internal sealed class ViewEvents
{
    private readonly NativeView _view;
    private readonly long _token;
    private int _wanted;

    internal ViewEvents(NativeView view, long token)
    {
        _view = view;
        _token = token;
        var source = view.View;
        source.Ready += (_, _) => Raise(ViewEvent.Ready);
        source.Loading += (_, args) => Raise(ViewEvent.Loading, json => WriteLoad(json, args));
        source.Loaded += (_, args) => Raise(ViewEvent.Loaded, json => WriteLoad(json, args));
        source.TitleChanged += (_, _) => Raise(ViewEvent.TitleChanged, json => json.WriteString("title", source.PageTitle));
        source.Resized += (_, args) => Raise(ViewEvent.Resized, json =>
        {
            json.WriteNumber("width", args.Width);
            json.WriteNumber("height", args.Height);
        });
        source.Focused += (_, _) => Raise(ViewEvent.Focused);
        source.Blurred += (_, _) => Raise(ViewEvent.Blurred);
        source.Closed += (_, args) => Raise(ViewEvent.Closed, json =>
        {
            json.WriteString("reason", args.Reason.ToString());
            json.WriteString("code", args.Error?.Code);
            json.WriteString("message", args.Error?.Message);
            json.WriteNumber("abandoned", args.Abandoned);
        });
        source.Error += (_, args) => Raise(ViewEvent.Error, json => json.WriteString("message", args.Message));
    }

    internal void Listen(ViewEvent what, bool on)
    {
        if (!Enum.IsDefined(what))
            throw new ArgumentException($"There is no event {(int)what}.", nameof(what));
        var bit = 1 << (int)what;
        var before = on ? Interlocked.Or(ref _wanted, bit) : Interlocked.And(ref _wanted, ~bit);
        if ((before & bit) != 0 == on)
            return;
        // What a panel does by itself where no handler is there: it closes without asking, and tells the user of a failure.
        switch (what)
        {
            case ViewEvent.ParentLost when on:
                _view.View.ParentLost += OnParentLost;
                break;
            case ViewEvent.ParentLost:
                _view.View.ParentLost -= OnParentLost;
                break;
            case ViewEvent.Closing when on:
                _view.View.Closing += OnClosing;
                break;
            case ViewEvent.Closing:
                _view.View.Closing -= OnClosing;
                break;
            case ViewEvent.LoadFailed when on:
                _view.View.LoadFailed += OnLoadFailed;
                break;
            case ViewEvent.LoadFailed:
                _view.View.LoadFailed -= OnLoadFailed;
                break;
            case ViewEvent.Crashed when on:
                _view.View.Crashed += OnCrashed;
                break;
            case ViewEvent.Crashed:
                _view.View.Crashed -= OnCrashed;
                break;
        }
    }

    private void OnLoadFailed(object? sender, PageLoadEventArgs args) => Raise(ViewEvent.LoadFailed, json => WriteLoad(json, args));

    private void OnCrashed(object? sender, PanelCrashedEventArgs args) => Raise(ViewEvent.Crashed, json =>
    {
        json.WriteString("reason", args.Reason.ToString());
        json.WriteString("detail", args.Detail);
        json.WriteBoolean("is_reloading", args.IsReloading);
    });

    private static void WriteLoad(Utf8JsonWriter json, PageLoadEventArgs args)
    {
        json.WriteString("url", args.Url);
        json.WriteString("error", args.Error);
    }

    private void OnParentLost(object? sender, ParentLostEventArgs args) =>
        args.KeepOpen |= _view.Session.Callbacks.Run(CallKind.Event, _token, (long)ViewEvent.ParentLost, JsonBytes.Object(null)) == 1;

    private void OnClosing(object? sender, PanelClosingEventArgs args)
    {
        var refused = _view.Session.Callbacks.Run(
            CallKind.Event, _token, (long)ViewEvent.Closing, JsonBytes.Object(json => json.WriteBoolean("by_user", args.ByUser)));
        args.Cancel |= refused == 1;
    }

    private void Raise(ViewEvent what, Action<Utf8JsonWriter>? write = null)
    {
        if ((Volatile.Read(ref _wanted) & (1 << (int)what)) == 0)
            return;
        var session = _view.Session;
        var json = JsonBytes.Object(write);
        if (!session.IsOnClientThread(_view.View.Core.HandlerThread))
            session.RunOnService(CallKind.Event, _token, (long)what, json);
        else if (!session.Callbacks.IsClosed)
            session.Callbacks.Run(CallKind.Event, _token, (long)what, json);
    }
}
