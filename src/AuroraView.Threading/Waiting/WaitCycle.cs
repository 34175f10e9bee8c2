using System.Text;

namespace AuroraView.Threading.Waiting;

/// <summary>A cycle of waits as data. Members are in the order in which each waits for the next; the last waits for the first.</summary>
public sealed class WaitCycle
{
    private WaitCycle(IReadOnlyList<WaitCycleMember> members) => Members = members;

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<WaitCycleMember> Members { get; }

    /// <summary>The cycle as text, a line a member.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var member in Members)
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append("  ").Append(member);
        }

        return text.ToString();
    }

    /// <summary>Reads the path that a walk has left in the nodes. Under the graph's lock.</summary>
    internal static WaitCycle Capture(WaitNode tail, WaitNode? last, long walk)
    {
        var path = new List<WaitNode>();
        for (var node = last; node is not null && !ReferenceEquals(node, tail) && node.Mark == walk; node = node.CameFrom)
            path.Add(node);
        path.Add(tail);
        path.Reverse();

        var members = new List<WaitCycleMember>(path.Count);
        for (var i = 0; i < path.Count; i++)
            members.Add(Member(path[i], path[(i + 1) % path.Count]));
        return new WaitCycle(members);
    }

    private static WaitCycleMember Member(WaitNode node, WaitNode next)
    {
        if (node is not ThreadNode thread)
            return new WaitCycleMember(node.Describe(), null, next.Describe(), null);
        var record = thread.Blocked;
        var elapsed = record is null ? (TimeSpan?)null : record.Clock.GetElapsedTime(record.Since);
        var what = record?.What is { } kind ? $"{kind}: {next.Describe()}" : next.Describe();
        return new WaitCycleMember(thread.Describe(), thread.Id, what, elapsed);
    }
}
