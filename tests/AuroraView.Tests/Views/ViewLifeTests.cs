using AuroraView.Engine;
using AuroraView.Threading.Tests;
using AuroraView.Views;
using Xunit;

namespace AuroraView.Tests.Views;

/// <summary>The table of a view's life: the code's and the document's are one.</summary>
public sealed class ViewLifeTests
{
    [Fact]
    public void Next_EveryStepAndEvent_IsWhatTheDocumentSays()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "shutdown.md"))
            .Where(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .SkipWhile(static cells => cells[0] != "step")
            .ToList();
        var events = rows[0].Skip(1).Select(Enum.Parse<ViewLife.Event>).ToList();
        Assert.Equal(Enum.GetValues<ViewLife.Event>().Order(), events.Order());
        var steps = rows.Skip(2).TakeWhile(static cells => Enum.TryParse<ViewLife.Step>(cells[0], out _)).ToList();
        Assert.Equal(Enum.GetNames<ViewLife.Step>(), steps.Select(static cells => cells[0]));
        foreach (var cells in steps)
        {
            var at = Enum.Parse<ViewLife.Step>(cells[0]);
            for (var i = 0; i < events.Count; i++)
                Assert.Equal(cells[i + 1], ViewLife.Next(at, events[i])?.ToString() ?? "");
        }
    }

    [Fact]
    public void Next_AnyEvent_NeverGoesBack()
    {
        foreach (var at in Enum.GetValues<ViewLife.Step>())
        {
            foreach (var what in Enum.GetValues<ViewLife.Event>())
                Assert.False(ViewLife.Next(at, what) <= at, $"{what} at {at}");
        }
    }

    [Fact]
    public void TryClose_Twice_TheFirstReasonCounts()
    {
        var life = new ViewLife();
        var first = new ViewLife.Ending(ClosedReason.HostDied, new BackendError("Died", "gone"));
        Assert.True(life.TryClose(first, out var before));
        Assert.Equal(ViewLife.Step.Created, before);
        Assert.False(life.TryClose(new ViewLife.Ending(ClosedReason.Requested, null), out _));
        Assert.Same(first, life.Why);
        Assert.Equal(ViewState.Closing, life.State);
    }
}
