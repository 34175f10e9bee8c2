using System.Text;

namespace AuroraView.Threading.Waiting;

/// <summary>A cycle of waits as data. Members are in the order in which each waits for the next; the last waits for the first.</summary>
public sealed class WaitCycle
{
    private readonly List<Link> _links;
    private IReadOnlyList<WaitCycleMember>? _members;

    private WaitCycle(List<Link> links) => _links = links;

    /// <summary>The members of the cycle.</summary>
    public IReadOnlyList<WaitCycleMember> Members => _members ??= _links.ConvertAll(static link => link.Named());

    /// <summary>The cycle as text, one line per member.</summary>
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

        var links = new List<Link>(path.Count);
        for (var i = 0; i < path.Count; i++)
        {
            var thread = path[i] as ThreadNode;
            var record = thread?.Blocked;
            links.Add(new Link(path[i].Describe(), thread?.Id, path[(i + 1) % path.Count].Describe(), record?.What, record?.Begun));
        }

        return new WaitCycle(links);
    }

    // What was seen under the graph's lock. Names and clocks are asked after it.
    private readonly record struct Link(Description Name, int? Thread, Description Next, string? What, ClockTime? Since)
    {
        internal WaitCycleMember Named() => new(Name.ToString(), Thread, What is null ? Next.ToString() : $"{What}: {Next}", Since?.Elapsed);
    }
}
