using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Schedules.Scheduling;

/// <summary>Parks in virtual time.</summary>
internal sealed class ScheduledParker(VirtualThread thread) : Parker
{
    internal override void Park(TimeSpan timeout) => thread.Scheduler.Park(thread, timeout, takesToken: true);

    internal override void Unpark()
    {
        thread.Scheduler.Point("unpark");
        thread.Token = true;
    }
}
