using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Reports;

/// <summary>What a report says of the wait graph. Read under the graph's lock, so that it is one moment's truth.</summary>
internal sealed class WaitSurvey
{
    private readonly List<(string Id, WaitNodeKind Kind, Description Text)> _nodes = [];
    private readonly List<(string From, string To, string? Operation, ClockTime? Since, bool IsSuspended)> _edges = [];
    private readonly Dictionary<object, string> _ids = [];
    private readonly HashSet<(string, string)> _drawn = [];

    // Requests beyond those that are listed, and their calls: a page that floods must not make a report that nobody can read.
    private readonly HashSet<WaitNode> _leftOut = [];

    private WaitSurvey()
    {
    }

    /// <summary>Each thread's waits, its innermost first.</summary>
    internal List<Wait> Waits { get; } = [];

    internal List<(WaitParty Page, int Open, List<ReportedRequest> Requests)> Pages { get; } = [];

    internal static WaitSurvey Read(WaitRecord? first, IReadOnlyList<(WaitNode From, WaitNode To)> edges, IReadOnlyList<WaitParty> pages)
    {
        var survey = new WaitSurvey();
        for (var record = first; record is not null; record = record.Next)
            survey.Add(record);
        foreach (var page in pages)
            survey.Add(page);
        if (survey._leftOut.Count > 0)
        {
            foreach (var (from, to) in edges)
            {
                if (to.Kind == WaitNodeKind.Call && survey._leftOut.Contains(from))
                    survey._leftOut.Add(to);
            }
        }

        foreach (var (from, to) in edges)
        {
            // A wait of a thread is drawn already, with what is known of it.
            if (from is not ThreadNode and not OneShot && !survey._leftOut.Contains(from) && !survey._leftOut.Contains(to))
                survey.Draw(from, to, null, null, false);
        }

        return survey;
    }

    // What follows is asked under no lock: names come from reflection, and clocks may be the user's.
    internal List<ReportedNode> Nodes() => _nodes.ConvertAll(static node => new ReportedNode(node.Id, node.Kind, node.Text.ToString()));

    internal List<ReportedEdge> Edges() => _edges.ConvertAll(static edge => new ReportedEdge(edge.From, edge.To, edge.Operation, edge.Since?.Elapsed, edge.IsSuspended));

    private void Add(WaitRecord record)
    {
        var target = record.Target!;
        var suspended = record.Thread.Blocked != record;
        Waits.Add(new Wait(record.Thread, target, record.What!, target.Describe(), record.Begun, suspended));
        Draw(record.Thread, target, record.What, record.Begun, suspended);
    }

    private void Add(WaitParty page)
    {
        var open = 0;
        for (var request = page.FirstRequest; request is not null; request = request.NextOfParty)
            open++;
        // The youngest come first, and the oldest are listed.
        var newer = open;
        var requests = new List<ReportedRequest>(Math.Min(open, HangReport.MostCalls));
        for (var request = page.FirstRequest; request is not null; request = request.NextOfParty)
        {
            if (newer-- > HangReport.MostCalls)
                _leftOut.Add(request);
            else
                requests.Add(new ReportedRequest(request.What, TimeSpan.FromMilliseconds(Math.Max(0, Environment.TickCount64 - request.OpenedAt))));
        }

        requests.Reverse();
        Pages.Add((page, open, requests));
    }

    private void Draw(WaitNode from, WaitNode to, string? operation, ClockTime? since, bool suspended)
    {
        if (ReferenceEquals(from.Subject, to.Subject))
            return;
        var (tail, head) = (IdOf(from), IdOf(to));
        if (_drawn.Add((tail, head)) || operation is not null)
            _edges.Add((tail, head, operation, since, suspended));
    }

    private string IdOf(WaitNode node)
    {
        if (_ids.TryGetValue(node.Subject, out var id))
            return id;
        id = $"n{_ids.Count}";
        _ids.Add(node.Subject, id);
        _nodes.Add((id, node.Kind, node.Describe()));
        return id;
    }

    internal readonly record struct Wait(ThreadNode Thread, WaitTarget Target, string What, Description Text, ClockTime Begun, bool IsSuspended)
    {
        internal ReportedWait Reported() => new(What, Text.ToString(), Begun.Elapsed, IsSuspended);
    }
}
