using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>An event of the panel on its way to the thread of the panel's events: raised there, or its sender is told that it will not be.</summary>
/// <param name="events">The panel's events.</param>
/// <param name="name">The event's name.</param>
/// <param name="raise">Calls the handlers.</param>
/// <param name="notRaised">Hears why it will not be raised.</param>
internal sealed class EventCall(PanelEvents events, string name, Action raise, Action<Exception> notRaised) : Call
{
    internal override object Work => name;

    internal override void Execute() => events.RaiseHere(name, raise);

    internal override bool Finish(Exception? error)
    {
        _ = error is null ? TryComplete() : TryFail();
        return error is null;
    }

    internal override bool Refuse(Exception error)
    {
        if (!TryCancel())
            return false;
        WaitGraph.Unlink(this);
        notRaised(error);
        return true;
    }
}
