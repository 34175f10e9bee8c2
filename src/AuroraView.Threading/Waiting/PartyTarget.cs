namespace AuroraView.Threading.Waiting;

/// <summary>
/// An answer that a page owes a thread. Nobody can tell from outside which of its own requests the page needs for it, so there are two readings.
/// </summary>
/// <remarks>
/// <para>For serving, all that the page has asked for and not got counts: a request run nested too many does no harm, one left behind would.</para>
/// <para>For refusing, only requests made after this began count. An older one may be the very one on whose account the thread waits: a
/// handler of the page's that evaluates in the page would otherwise be refused always.</para>
/// </remarks>
internal abstract class PartyTarget(WaitParty party) : WaitTarget
{
    private readonly long _begun = WaitGraph.NextSequence();

    internal WaitParty Party { get; } = party;

    internal override void AddSuccessors(ref WaitWalk walk)
    {
        if (IsCompleted)
            return;
        if (walk.ThroughServable)
        {
            walk.Add(Party);
            return;
        }

        walk.LeftOut++;
        Party.AddRequestsSince(_begun, ref walk);
    }
}
