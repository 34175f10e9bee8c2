using SceneEditor.Demo;
using Xunit;

namespace SceneEditor.Tests;

public sealed class TranscriptTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public void Step_prints_each_answered_call_once()
    {
        var transcript = new Transcript(_output);
        var first = new CallRecord(1, "get_scene", 1, "ok", "main", 1, "19 objects", 3);
        transcript.Step("one", [first]);
        transcript.Step("two", [first, new CallRecord(2, "set_property", 64, "ok", "main", 1, "scale 2.00", 2)]);
        var lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Matches(@"^  get_scene +main 1 +19 objects +3$", lines[1]);
        Assert.Matches(@"^  set_property x64 +main 1 +scale 2\.00 +2$", lines[3]);
    }

    [Fact]
    public void Step_leaves_a_pending_call_for_the_step_that_sees_its_answer()
    {
        var transcript = new Transcript(_output);
        var bake = new CallRecord(1, "bake", 1, "pending", "main", 1, "", 0);
        var cancel = new CallRecord(2, "cancel_bake", 1, "ok", "view", 7, "asked to stop", 2);
        transcript.Step("one", [bake, cancel]);
        Assert.DoesNotContain("  bake ", _output.ToString(), StringComparison.Ordinal);
        transcript.Step("two", [bake with { State = "ok", Result = "cancelled after 20 passes", Ms = 500 }, cancel]);
        Assert.Contains("  bake ", _output.ToString(), StringComparison.Ordinal);
        Assert.Single(_output.ToString().Split("cancel_bake").Skip(1));
    }

    [Fact]
    public void Note_stands_once_below_the_calls_of_its_step()
    {
        var transcript = new Transcript(_output);
        transcript.Note("measured");
        transcript.Step("one", [new CallRecord(1, "undo", 1, "ok", "main", 1, "done", 1)]);
        transcript.Step("two", []);
        var lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["* one", "    measured", "* two"], [lines[0], lines[2], lines[3]]);
    }

    [Fact]
    public void Step_cuts_a_long_result_and_names_a_handler_that_never_ran()
    {
        new Transcript(_output).Step("one", [new CallRecord(1, "nothing", 1, "failed", "", 0, new string('x', 500), 1)]);
        var line = _output.ToString().Split(Environment.NewLine)[1];
        Assert.Contains("not run", line, StringComparison.Ordinal);
        Assert.Contains("x…", line, StringComparison.Ordinal);
        Assert.True(line.Length < 120);
    }
}
