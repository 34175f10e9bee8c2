using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class PageTests41() : PageTests("4.1");

public sealed class PageTests40() : PageTests("4.0");

/// <summary>Scripts, batches and messages.</summary>
public abstract class PageTests(string api) : OnBothApis(api)
{
    private readonly string _api = api;

    [Fact]
    public void View_loads_evaluates_and_posts()
    {
        using TestView view = TestView.Show("<title>hello</title><p>hi</p>");
        Assert.Equal("HELLO", view.Eval("document.title.toUpperCase()"));
        Assert.Contains(_api, view.Info.EngineLibrary, StringComparison.Ordinal);
        Assert.NotEqual(0, view.Info.Window);
        view.Eval("post('ping \u2028 😀'); ''");
        Assert.Equal(new PageMessage("auroraview://app", "ping \u2028 😀"), view.Wait<PageMessage>());
        view.Wait<TitleChanged>(changed => changed.Title == "hello");
    }

    [Fact]
    public void Page_that_is_not_read_loses_events_and_no_call()
    {
        using var server = new PageServer([]);
        using TestView view = TestView.Show("<p>hi</p>");
        // Where a window is, is asked of the process that has been given the messages: it has had them when the answer is here.
        view.WithoutReading(() =>
        {
            view.Backend.Evaluate(view.NextCall(), $$"""
                const large = 'x'.repeat(8 << 20);
                for (let i = 0; i < 30; i++) post(`[1,["event","e","${large}"]]`);
                post('[1,["call",1,"late"]]');
                post('[1,["event","e","small"]]');
                window.screenX;
                new Image().src = '{{server.Origin}}/done';
                ''
                """, null);
            Assert.Equal("/done", server.WaitHung());
        });
        view.Wait<PageMessage>(message => message.Text == """[1,["call",1,"late"]]""");
        PageMessage lost = view.Wait<PageMessage>(message => message.Text.Contains("\"lost\"", StringComparison.Ordinal));
        Assert.Matches("""^\[1,\["report","lost","","",[0-9]+\]\]$""", lost.Text);
        Assert.DoesNotContain(view.All<PageMessage>(), message => message.Text.Contains("small", StringComparison.Ordinal));
    }

    [Fact]
    public void Deliver_calls_the_page_in_order_and_answers_each_call()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        long[] calls = [.. Enumerable.Range(0, 1000).Select(_ => view.NextCall())];
        foreach (long call in calls)
            view.Deliver(call, $"{call},'x{call}'");
        foreach (long call in calls)
            Assert.Equal(new Evaluated(call, EvaluationStatus.Completed, "doc"), view.WaitEvaluated(call));
        string expected = string.Join(",", calls.Select(call => $"{call},x{call}"));
        Assert.Equal(expected, view.Eval("got.join(',')"));
    }

    [Fact]
    public void Deliver_and_evaluate_keep_the_order_of_the_calls()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        long last = 0;
        for (int i = 0; i < 300; i++)
        {
            view.Deliver(view.NextCall(), $"'d{i}'");
            view.Backend.Evaluate(last = view.NextCall(), $"got.push('e{i}'); ''", null);
        }
        view.WaitEvaluated(last);
        Assert.Equal(string.Join(",", Enumerable.Range(0, 300).Select(i => $"d{i},e{i}")), view.Eval("got.join(',')"));
    }

    [Fact]
    public void Deliver_of_a_hundred_thousand_events_loses_none()
    {
        const int events = 100_000;
        using TestView view = TestView.Show("<script>let next = 0, wrong = 0; window.__count = item => { if (item !== next++) wrong++; }</script>",
            start => start with { DocumentScript = "window.__deliver = (...items) => { for (const item of items) __count(item); return 'doc'; };" });
        long last = 0;
        for (int i = 0; i < events; i++)
            view.Deliver(last = view.NextCall(), i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(EvaluationStatus.Completed, view.WaitEvaluated(last).Status);
        Assert.Equal($"{events} 0", view.Eval("next + ' ' + wrong"));
        Assert.Equal(events, view.All<Evaluated>().Count(evaluated => evaluated.Text == "doc"));
    }

    [Fact]
    public void Evaluate_a_throw_is_failed_with_the_engines_words_and_the_source_name()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        Evaluated thrown = view.Evaluate("\nthrow new TypeError('so wrong')", "tool.js");
        Assert.Equal(EvaluationStatus.Failed, thrown.Status);
        Assert.Contains("so wrong", thrown.Text, StringComparison.Ordinal);
        Assert.Contains("tool.js", thrown.Text, StringComparison.Ordinal);
        Evaluated syntax = view.Evaluate("this is not a program");
        Assert.Equal(EvaluationStatus.Failed, syntax.Status);
        Assert.Contains("SyntaxError", syntax.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("undefined")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("({a: 1})")]
    [InlineData("123n")]
    public void Evaluate_what_is_not_a_string_completes_with_nothing(string script)
    {
        using TestView view = TestView.Show("<p>hi</p>");
        Assert.Equal("", view.Eval(script));
    }

    [Fact]
    public void Evaluate_a_promise_is_answered()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        Assert.Contains(view.Evaluate("Promise.resolve(1)").Status, new[] { EvaluationStatus.Failed, EvaluationStatus.Completed });
    }

    [Fact]
    public void Evaluate_long_and_odd_strings_come_back_as_they_are()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        string odd = "a\u0000b\u2028c\u2029d😀</script>\"'\\\n";
        Assert.Equal(odd, view.Eval(@"'a\u0000b\u2028c\u2029d😀</script>""\'\\\n'"));
        string big = new('x', 10_000_000);
        // Half a pair cannot be told in UTF-8; the bridge escapes it. Here it must not break anything.
        Assert.StartsWith(big, view.Eval("'" + big + "😀'.slice(0, -1)"), StringComparison.Ordinal);
        Assert.Equal("10000000", view.Eval("'" + big + "'.length.toString()"));
        view.Eval("post('y'.repeat(10000000)); ''");
        Assert.Equal(10_000_000, view.Wait<PageMessage>().Text.Length);
    }

    [Fact]
    public void Page_message_longer_than_allowed_is_not_passed_on()
    {
        using TestView view = TestView.Show("<p>hi</p>", start => start with { MaxMessageBytes = 1000 });
        view.Eval("post('x'.repeat(1001)); post('fits'); ''");
        Assert.Equal("fits", view.Wait<PageMessage>().Text);
    }

    [Fact]
    public void Page_messages_without_the_token_are_dropped_there_and_told_as_numbers()
    {
        const int messages = 20_000;
        using TestView view = TestView.Show("<p>hi</p>", start => start with { MessageToken = "SECRET" });
        view.Eval($"for (let i = 0; i < {messages}; i++) post('garbage'); post('SECRETlast'); ''");
        view.Wait<PageMessage>(message => message.Text == "SECRETlast");
        view.Wait<PageMessage>(_ => Told() >= messages);
        Assert.Equal(messages, Told());
        Assert.DoesNotContain(view.All<PageMessage>(), message => message.Text == "garbage");

        long Told() => view.All<PageMessage>().Where(message => message.Text.StartsWith("SECRET[1,[\"report\",\"garbage\"", StringComparison.Ordinal))
            .Sum(message => long.Parse(message.Text.Split(',')[^1].TrimEnd(']'), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Title_that_changes_without_end_is_told_now_and_then_and_at_last()
    {
        const int changes = 3000;
        using TestView view = TestView.Show("<p>hi</p>");
        view.Eval($"for (let i = 1; i <= {changes}; i++) document.title = 'title ' + i; ''");
        view.Wait<TitleChanged>(changed => changed.Title == $"title {changes}");
        Assert.InRange(view.All<TitleChanged>().Length, 1, changes / 3);
    }

    [Fact]
    public void Page_message_that_is_no_string_is_not_passed_on()
    {
        using TestView view = TestView.Show("<p>hi</p>");
        view.Eval("webkit.messageHandlers.auroraview.postMessage({a: 1}); post('text'); ''");
        Assert.Equal("text", view.Wait<PageMessage>().Text);
    }

    [Fact]
    public void Document_script_runs_before_the_pages_own_in_every_document_of_the_top_frame_only()
    {
        using TestView view = TestView.Show("""
            <script>post('first ' + typeof __deliver)</script>
            <iframe srcdoc="<script>parent.post('frame ' + typeof __deliver)</script>"></iframe>
            """);
        Assert.Equal("first function", view.Wait<PageMessage>().Text);
        Assert.Equal("frame undefined", view.Wait<PageMessage>(message => message.Text.StartsWith("frame", StringComparison.Ordinal)).Text);
        int from = view.Count;
        view.Backend.Navigate(NavigationCommand.Reload);
        Assert.Equal("first function", view.Wait<PageMessage>(from: from).Text);
    }

    [Fact]
    public void Dialog_does_not_stop_the_view()
    {
        using TestView view = TestView.Show("<p>hi</p>", start => start with { PingTimeout = TimeSpan.FromSeconds(1) });
        using TestView clock = TestView.Show("<p>clock</p>");
        view.Eval("setTimeout(() => { post('asking'); alert('now what?'); }); ''");
        view.Wait<PageMessage>();
        int before = view.All<Crashed>().Length;
        view.Backend.Evaluate(view.NextCall(), "'waits for the user'", null);
        view.Backend.SetWindow(new WindowCommand(WindowAction.Resize, 500, 350));
        view.Wait<WindowChange>(change => change is { Kind: WindowChangeKind.Resized, A: 500, B: 350 });
        clock.Eval("setTimeout(() => post('later than the limit'), 3000); ''");
        clock.Wait<PageMessage>();
        Assert.Equal(before, view.All<Crashed>().Length);
    }
}
