using AuroraView.Bridge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class ScriptScannerTests
{
    private static string Tail(string script)
    {
        ScriptScan scan = ScriptScanner.Scan(script);
        return script[scan.TailStart..scan.TailEnd];
    }

    [Theory]
    [InlineData("1 + 1")]
    [InlineData("foo(1, ';')")]
    [InlineData("`a;\n${f(`;${1}`)};\nb`")]
    [InlineData("/;[/;]\\/;/.test(x)")]
    [InlineData("a / b / c")]
    [InlineData("x = /;/g")]
    [InlineData("{a: 1, b: [2]}")]
    [InlineData("(function () { var a = 1; return a; })()")]
    [InlineData("a\n  .b()\n  .c()")]
    [InlineData("a +\n b")]
    [InlineData("a\n ? b\n : c")]
    [InlineData("f\n(1)")]
    [InlineData("a // ;\n + b")]
    [InlineData("a /* ;\n */ + b")]
    [InlineData("async () => { await x; }")]
    [InlineData("a instanceof\nB")]
    [InlineData("new Promise(r => setTimeout(() => r(5), 1))")]
    [InlineData("'it\\'s; \\\n continued'")]
    [InlineData("x\n in y")]
    public void Scan_sees_one_expression(string script)
    {
        ScriptScan scan = ScriptScanner.Scan(script);
        Assert.True(scan is { IsBalanced: true, IsEmpty: false, IsSingle: true, TailIsExpression: true }, scan.ToString());
        Assert.Equal(script, Tail(script));
    }

    [Theory]
    [InlineData("var x = 1; x + 1", "x + 1")]
    [InlineData("var x = 1; x + 1;", "x + 1")]
    [InlineData("f();;; // done", "f()")]
    [InlineData("let a = 1\nlet b = 2\na + b", "a + b")]
    [InlineData("function f() { return 1 } f()", "f()")]
    [InlineData("function f() { return 1 }\nf()\n", "f()")]
    [InlineData("class A { m() {} } new A()", "new A()")]
    [InlineData("for (let i = 0; i < 3; i++) { g(i); } total", "total")]
    [InlineData("if (a) { b } else { c }\nd", "d")]
    [InlineData("try { a } catch (e) { b } finally { c } d", "d")]
    [InlineData("a = 1\n++b", "++b")]
    [InlineData("a\n!b", "!b")]
    [InlineData("'use strict'; x", "x")]
    [InlineData("do { a } while (b)\nc", "c")]
    [InlineData("var o = { a: 1 }\no", "o")]
    [InlineData("x => x\n[1].map(f)", "x => x\n[1].map(f)")]
    public void Scan_finds_the_last_expression(string script, string tail)
    {
        ScriptScan scan = ScriptScanner.Scan(script);
        Assert.True(scan is { IsBalanced: true, TailIsExpression: true });
        Assert.Equal(tail, Tail(script));
    }

    [Theory]
    [InlineData("function f() { return 1 }")]
    [InlineData("async function f() {}")]
    [InlineData("class A {}")]
    [InlineData("let x = 1")]
    [InlineData("if (a) b; else c")]
    [InlineData("for (;;) { }")]
    [InlineData("throw new Error('x')")]
    [InlineData("a; { b }")]
    [InlineData("return 5")]
    public void Scan_sees_no_value_at_the_end(string script) => Assert.False(ScriptScanner.Scan(script).TailIsExpression);

    [Theory]
    [InlineData("1), alert(2), (() => 3")]
    [InlineData("a } , async () => { b")]
    [InlineData("(1")]
    [InlineData("[1)")]
    [InlineData("'open")]
    [InlineData("\"open\n\"")]
    [InlineData("`open")]
    [InlineData("`${a`")]
    [InlineData("/* open")]
    [InlineData("x = /open")]
    [InlineData("`}`}`")]
    public void Scan_of_what_could_escape_a_wrapper_says_so_and_no_wrapper_is_planned(string script)
    {
        ScriptScan scan = ScriptScanner.Scan(script);
        Assert.False(scan.IsBalanced);
        Assert.Equal([EvalVariant.Program, EvalVariant.Query], EvalScript.Plan(scan));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("// nothing")]
    [InlineData("/* nothing */ ;;")]
    public void Scan_of_nothing_is_empty(string script) => Assert.True(ScriptScanner.Scan(script).IsEmpty);

    [Theory]
    [InlineData("await x", true, false)]
    [InlineData("f(await x)", true, false)]
    [InlineData("if (a) { await b }", false, true)]
    [InlineData("a.await", false, false)]
    [InlineData("'await'", false, false)]
    [InlineData("awaiting", false, false)]
    [InlineData("// await", false, false)]
    public void Scan_finds_await_where_it_is_one(string script, bool top, bool inner)
    {
        ScriptScan scan = ScriptScanner.Scan(script);
        Assert.Equal((top, inner), (scan.HasTopLevelAwait, scan.HasInnerAwait));
    }

    [Theory]
    [InlineData("1", "Expression Program Body Query")]
    [InlineData("await f()", "AsyncExpression AsyncBody Expression Program Body Query")]
    [InlineData("const r = await f(); r.x", "AsyncBodyWithValue AsyncBody ProgramWithValue Program BodyWithValue Body Query")]
    [InlineData("var a = 1; a", "ProgramWithValue Program BodyWithValue Body Query")]
    [InlineData("function f() {}", "Program Body Query")]
    [InlineData("return 5", "Body Program Query")]
    [InlineData("async function f() { await a }; f()", "ProgramWithValue Program BodyWithValue Body AsyncBodyWithValue AsyncBody Query")]
    public void Plan_tries_the_likeliest_way_first_and_ends_with_the_query(string script, string expected) =>
        Assert.Equal(expected, string.Join(' ', EvalScript.Plan(ScriptScanner.Scan(script))));

    [Fact]
    public void Scan_of_any_text_ends_and_stays_inside_it()
    {
        Gen<string> scripts = Gen.ListOf(Gen.Elements(
            "a", "await ", "'", "\"", "`", "${", "}", "{", "(", ")", "[", "]", "/", "//", "/*", "*/", "\\", ";", "\n", "\r\n", "\u2028", "=", "=>", ".", "++", "1",
            "if", "function ", "return ", "😀", "\ud800", "#", "@")).Select(parts => string.Concat(parts));
        Prop.ForAll(scripts.ToArbitrary(), script =>
        {
            ScriptScan scan = ScriptScanner.Scan(script);
            EvalVariant[] plan = EvalScript.Plan(scan);
            foreach (EvalVariant variant in plan) EvalScript.Build(script, scan, variant, 1, 2, 3);
            return scan.TailStart >= 0 && scan.TailStart <= scan.TailEnd && scan.TailEnd <= script.Length && plan[^1] == EvalVariant.Query;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
