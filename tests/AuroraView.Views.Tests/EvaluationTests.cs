using System.Text.Json;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>Every way to evaluate a script, in the engine itself: above all that none runs twice.</summary>
public class EvaluationTests
{
    private const string Page = "<!doctype html><meta http-equiv='Content-Security-Policy' content=\"script-src 'unsafe-inline'\"><title>t</title><body>x"
        + "<script>var runs = 0; function once() { return ++runs; } function boom() { throw new TypeError('from the page'); }</script>";

    private static readonly WebViewOptions _options = new() { Html = Page };

    [Fact]
    public void EvalJsSync_OfEveryForm_GivesTheValueAndRunsOnce()
    {
        (string Script, string Json)[] cases =
        [
            ("1 + 1", "2"), ("1 + 1;", "2"), ("1 + 1 // two", "2"), ("/* a */ 1 + 1 /* b */ ;;", "2"), ("({a: 1})", "{\"a\":1}"), ("{a: 1}", "{\"a\":1}"),
            ("(1, 2)", "2"), ("[1, 2]", "[1,2]"), ("`)${'))'}`", "\")))\""), ("'// not a comment'", "\"// not a comment\""),
            ("/[)}\\/]/.test('}')", "true"), ("var a1 = 20; a1 + 1", "21"), ("var a2 = 20\na2 + 1\n", "21"), ("let b1 = 3; const c1 = 4; b1 * c1;", "12"),
            ("function f1() { return 5 } f1()", "5"), ("function f2() { return 6 }\nf2()", "6"), ("for (var i = 0, s = 0; i < 4; i++) { s += i; } s", "6"),
            ("if (true) { 'x' } else { 'y' }\n'z'", "\"z\""), ("return 7", "7"), ("if (runs >= 0) { return 8; } return 9;", "8"), ("await Promise.resolve(10)", "10"),
            ("const r1 = await Promise.resolve(11); r1 + 1", "12"), ("(await Promise.resolve({x: 13})).x", "13"), ("Promise.resolve(14)", "14"),
            ("if (true) { await null; return 15 }", "15"), ("(async () => { await null; return 16 })()", "16"), ("async function g1() { await null; return 17 }; g1()", "17"),
            ("({ then(done) { done(18) } })", "18"), ("this === window", "true"), ("'use strict'; var sx = 1; (function () { return this === undefined })()", "true"),
            ("(function () { return this === window })()", "true"), ("document.title", "\"t\""), ("new Date(0)", "\"1970-01-01T00:00:00.000Z\""),
            ("new Map([['k', 1]])", "[[\"k\",1]]"), ("new Uint8Array([1, 2])", "[1,2]"), ("[NaN]", "[null]"), ("'\\ud83d\\ude00\\u2028\\'\"'", "\"😀\u2028'\\\"\""),
        ];
        using var host = new HostLoop();
        WebView view = host.Open(_options);
        foreach ((string script, string json) in cases)
        {
            JsonElement value = view.EvalJsSync<JsonElement>(script, HostLoop.Bound);
            Assert.True(json == value.GetRawText(), $"{script} gave {value.GetRawText()}");
        }

        // Each form once more with a side effect that is counted.
        string[] effects =
        [
            "once()", "var z1 = once(); z1", "once()\nonce() - 1", "return once()", "await once()", "const z2 = once(); await null; z2",
            "let z3 = once(); z3", "let z3 = once(); z3", "if (true) { once() }", "async function e1() { await null } e1(); once()", "`${once()}`",
        ];
        for (int i = 0, expected = 0; i < effects.Length; i++)
        {
            expected += effects[i].Contains("- 1", StringComparison.Ordinal) ? 2 : 1;
            view.EvalJsSync(effects[i], HostLoop.Bound);
            Assert.True(expected == view.EvalJsSync<int>("runs", HostLoop.Bound), effects[i]);
        }
    }

    [Fact]
    public void EvalJsSync_OfStatements_DeclaresGlobals()
    {
        using var host = new HostLoop();
        WebView view = host.Open(_options);
        view.EvalJsSync("function stays(n) { return n * 2 }\nvar kept = 21; let scoped = 1; class Shape {}", HostLoop.Bound);
        Assert.Equal(42, view.EvalJsSync<int>("stays(kept)", HostLoop.Bound));
        Assert.Equal("functionnumber", view.EvalJsSync<string>("typeof Shape + typeof scoped", HostLoop.Bound));
        Assert.Equal(2, view.EvalJsSync<int>("let scoped = 2; scoped", HostLoop.Bound));
        Assert.Equal(1, view.EvalJsSync<int>("scoped", HostLoop.Bound));
    }

    [Fact]
    public void EvalJsSync_OfAScriptThatFails_RunsOnceAndTellsWhereAndWhy()
    {
        using var host = new HostLoop();
        WebView view = host.Open(_options);

        JavaScriptException Failure(string script) => Assert.Throws<JavaScriptException>(() => view.EvalJsSync<JsonElement>(script, HostLoop.Bound));

        // A runtime SyntaxError is not a parse error: no second run.
        (string Script, string Name, int? Line)[] cases =
        [
            ("once(), JSON.parse('x')", "SyntaxError", 1), ("once();\nJSON.parse('x')", "SyntaxError", 2), ("once();\nJSON.parse('x');\nvar later", "SyntaxError", 2),
            ("once(); throw new RangeError('r')", "RangeError", 1), ("once();\n\n  undefinedName;", "ReferenceError", 3), ("await once(); JSON.parse('x')", "SyntaxError", 1),
            ("once(); throw { code: 1 }", "Uncaught", null), ("once(); return JSON.parse('x')", "SyntaxError", 1), ("once(); Promise.reject(new EvalError('e'))", "EvalError", 1),
            ("once();\nconst q = 1;\nq.a.b", "TypeError", 3), ("if (once()) {\n boom() }", "TypeError", null),
        ];
        for (int i = 0; i < cases.Length; i++)
        {
            JavaScriptException error = Failure(cases[i].Script);
            Assert.True(cases[i].Name == error.Name, $"{cases[i].Script}: {error}");
            if (cases[i].Line is { } line && error.Line is not null) Assert.True(line == error.Line, $"{cases[i].Script}: {error.Message}");
            Assert.True(i + 1 == view.EvalJsSync<int>("runs", HostLoop.Bound), cases[i].Script);
        }

        // A parse error: nothing runs.
        foreach (string script in (string[])["once(); var x = ;", "once() once()", "once(); (", "once()), (once()", "once(); }, () => { once()", "once(); `", "/* once()", "await once( ;", "}; once(); {"])
        {
            Assert.Equal("SyntaxError", Failure(script).Name);
            Assert.True(cases.Length == view.EvalJsSync<int>("runs", HostLoop.Bound), script);
        }

        Assert.Equal(3, Failure("1;\n2;\nvar x = ;").Line);
        Assert.Contains("boom", Failure("boom()").JsStack, StringComparison.Ordinal);
        Assert.DoesNotContain("runThunk", Failure("boom()").JsStack, StringComparison.Ordinal);
    }

    [Fact]
    public void EvalJsSync_OfWhatIsNotJson_HasADefinedOutcome()
    {
        using var host = new HostLoop();
        WebView view = host.Open(_options);
        Assert.Null(view.EvalJsSync<string>("undefined", HostLoop.Bound));
        Assert.Equal(JsonValueKind.Undefined, view.EvalJsSync<JsonElement>("", HostLoop.Bound).ValueKind);
        Assert.True(double.IsNaN(view.EvalJsSync<double>("NaN", HostLoop.Bound)));
        Assert.Equal(double.NegativeInfinity, view.EvalJsSync<double>("-1/0", HostLoop.Bound));
        Assert.Equal(long.MaxValue, view.EvalJsSync<long>("2n ** 63n - 1n", HostLoop.Bound));
        foreach ((string script, string kind) in ((string, string)[])
            [("window", "object"), ("document.body", "DOM node (BODY)"), ("() => 1", "function"), ("Symbol()", "symbol"), ("var o = {}; o.o = o; o", "not JSON"), ("5", "number 5"), ("undefined", "undefined")])
        {
            JavaScriptResultException error = Assert.Throws<JavaScriptResultException>(() => view.EvalJsSync<bool>(script, HostLoop.Bound));
            Assert.Contains(kind, error.Message, StringComparison.Ordinal);
            view.EvalJsSync(script, HostLoop.Bound);
        }
    }

    [Fact]
    public void EvalJsSync_OfLongTexts_IsExact()
    {
        using var host = new HostLoop();
        WebView view = host.Open(_options);
        string text = string.Concat(Enumerable.Repeat("aé€😀\u2028\0'\"\\</script>`${x}\r\n", 100_000));
        Assert.Equal(text, view.EvalJsSync<string>(JsonSerializer.Serialize(text), HostLoop.Bound));
        Assert.Equal(10_000_000, view.EvalJsSync<string>("'x'.repeat(1e7)", HostLoop.Bound)!.Length);
    }
}
