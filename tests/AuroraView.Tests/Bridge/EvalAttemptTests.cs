using System.Numerics;
using System.Text;
using System.Text.Json;
using AuroraView.Bridge;
using AuroraView.Engine;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class EvalAttemptTests
{
    private static readonly JsonSerializerOptions _options = PageJson.CreateOptions();

    private static EvalStep Completed(EvalAttempt attempt, string text) => attempt.OnEvaluated(EvaluationStatus.Completed, Encoding.UTF8.GetBytes(text));

    private static EvalStep Failed(EvalAttempt attempt, string text) => attempt.OnEvaluated(EvaluationStatus.Failed, Encoding.UTF8.GetBytes(text));

    private static EvalResult Result(string outcome, string script = "x")
    {
        var attempt = new EvalAttempt(1, 2, script);
        Assert.Equal(EvalStep.Done, Completed(attempt, outcome));
        return attempt.Result!;
    }

    private static T? Read<T>(string outcome) => Result(outcome).Read(PageJson.Info<T>(_options));

    [Fact]
    public void Program_of_an_expression_stands_on_its_own_line()
    {
        Assert.Equal("__auroraview_eval(0,5,77,1,()=>(\n1 + 1\n))", new EvalAttempt(5, 77, "1 + 1; // two").Program);
        Assert.Equal("__auroraview_eval(1,5,0,1);\nvar a;__auroraview_eval(2,5,0,1,()=>(\na\n))".Replace("\n\n", "\n", StringComparison.Ordinal),
            new EvalAttempt(5, 0, "var a; a").Program.Replace("; ;", ";", StringComparison.Ordinal).Replace("(a\n", "(\na\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Strict_mode_stays_in_front()
    {
        Assert.StartsWith("'use strict';__auroraview_eval(1,", new EvalAttempt(5, 0, "'use strict'; var a = 1; a").Program, StringComparison.Ordinal);
    }

    [Fact]
    public void OnEvaluated_of_refused_variants_tries_each_once_then_reports_the_syntax_error()
    {
        var attempt = new EvalAttempt(1, 2, "a b");
        var programs = new HashSet<string> { attempt.Program };
        while (!attempt.Program.StartsWith("typeof", StringComparison.Ordinal))
        {
            Assert.Equal(EvalStep.Again, Failed(attempt, $"auroraview:eval:2: SyntaxError: Unexpected identifier 'b' {programs.Count}"));
            Assert.True(programs.Add(attempt.Program));
        }

        Assert.Equal(EvalStep.Done, Completed(attempt, "q"));
        JavaScriptException error = Assert.Throws<JavaScriptException>(() => attempt.Result!.ThrowIfFailed());
        Assert.Equal(("SyntaxError", 1, null), (error.Name, error.Line, error.SourceName));
        Assert.Equal("Unexpected identifier 'b' 2", error.JsMessage);
        Assert.Equal("a b", error.Script);
    }

    [Fact]
    public void OnEvaluated_of_a_program_that_had_begun_reports_its_own_failure()
    {
        var attempt = new EvalAttempt(1, 2, "var x = 1;\nJSON.parse('x')");
        Assert.Equal(EvalStep.Again, Failed(attempt, "auroraview:eval:3:12: SyntaxError: JSON Parse error"));
        Assert.Equal(EvalStep.Done, Completed(attempt, "s1"));
        JavaScriptException error = Assert.Throws<JavaScriptException>(() => attempt.Result!.ThrowIfFailed());
        Assert.Equal(("SyntaxError", "JSON Parse error"), (error.Name, error.JsMessage));
        Assert.Equal(2, error.Line);
    }

    [Fact]
    public void OnEvaluated_of_a_lost_page_or_another_document_says_so()
    {
        var gone = new EvalAttempt(1, 2, "1");
        Assert.Equal(EvalStep.Done, gone.OnEvaluated(EvaluationStatus.PageGone, default));
        foreach (EvalResult result in (EvalResult[])[gone.Result!, Result("g")])
            Assert.Equal(BridgeErrorCode.CancelledByNavigation, Assert.Throws<BridgeException>(result.ThrowIfFailed).Code);
    }

    [Fact]
    public void OnEvaluated_without_a_bridge_says_so()
    {
        var attempt = new EvalAttempt(1, 2, "1");
        while (!attempt.Program.StartsWith("typeof", StringComparison.Ordinal)) Failed(attempt, "ReferenceError: Can't find variable: __auroraview_eval");
        Assert.Equal(EvalStep.Done, Completed(attempt, "a"));
        Assert.Equal("BridgeMissing", Assert.Throws<BridgeException>(() => attempt.Result!.ThrowIfFailed()).CodeName);
    }

    [Fact]
    public void OnEvaluated_of_a_promise_waits_for_its_outcome()
    {
        var attempt = new EvalAttempt(1, 2, "fetch('x')");
        Assert.Equal(EvalStep.Wait, Completed(attempt, "p"));
        Assert.Null(attempt.Result);
        Assert.Equal(EvalStep.Done, attempt.Settle(new EvalOutcome(EvalKind.Value, "5"u8.ToArray())));
        Assert.Equal(5, attempt.Result!.Read(PageJson.Info<int>(_options)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s99")]
    [InlineData("s")]
    [InlineData("z")]
    [InlineData("7642159491305793")]
    [InlineData("e")]
    [InlineData("e5")]
    [InlineData("e{\"name\":5,\"line\":\"x\",\"stack\":{}}")]
    [InlineData("vnot json")]
    [InlineData("n5")]
    [InlineData("b5")]
    [InlineData("b\"\"")]
    [InlineData("b\"1e5\"")]
    [InlineData("x")]
    [InlineData("l")]
    public void Read_of_an_answer_that_a_page_forged_throws_one_of_ours(string outcome)
    {
        Exception? error = Record.Exception(() => Read<int>(outcome));
        Assert.True(error is JavaScriptException or JavaScriptResultException or BridgeException, error?.ToString() ?? "nothing thrown");
    }

    [Fact]
    public void Read_gives_every_kind_as_what_was_asked()
    {
        Assert.Equal(42, Read<int>("v42"));
        Assert.Equal("a\u2028", Read<string>("v\"a\u2028\""));
        Assert.True(Read<bool>("vtrue"));
        Assert.Equal(double.NegativeZero, Read<double>("v-0"));
        Assert.True(double.IsNegative(Read<double>("v-0")));
        Assert.Equal(1e21, Read<double>("v1e+21"));
        Assert.Null(Read<string>("vnull"));
        Assert.Null(Read<int?>("vnull"));
        Assert.Equal(JsonValueKind.Null, Read<JsonElement>("vnull").ValueKind);
        Assert.Equal(new PageBatchWriterTests.Lens(2), Read<PageBatchWriterTests.Lens>("v{\"fov\":2}"));
        Assert.Null(Read<string>("u"));
        Assert.Null(Read<int?>("u"));
        Assert.Equal(JsonValueKind.Undefined, Read<JsonElement>("u").ValueKind);
        Assert.True(double.IsNaN(Read<double>("n\"NaN\"")));
        Assert.Equal(float.NegativeInfinity, Read<float>("n\"-Infinity\""));
        Assert.Equal(double.PositiveInfinity, Read<double?>("n\"Infinity\""));
        Assert.Equal(JsonValueKind.Null, Read<JsonElement>("n\"NaN\"").ValueKind);
        Assert.Equal(BigInteger.Pow(10, 30), Result("b\"1000000000000000000000000000000\"").Read(BigIntegerInfo()));
        Assert.Equal(long.MaxValue, Read<long>("b\"9223372036854775807\""));
        Assert.Equal("12", Read<string>("b\"12\""));
        Assert.Equal(4503599627370496.0, Read<double>("b\"4503599627370496\""));
        Assert.Equal("123456789012345678901", Read<JsonElement>("b\"123456789012345678901\"").GetRawText());
        Result("x\"function\"").ThrowIfFailed();
        Result("l99999999").ThrowIfFailed();
    }

    [Theory]
    [InlineData("v\"5\"", "The script gave the string \"5\", which is not integer (Int32).")]
    [InlineData("v1.5", "The script gave the number 1.5, which is not integer (Int32).")]
    [InlineData("vnull", "The script gave null, which is not integer (Int32).")]
    [InlineData("v{}", "The script gave an object, which is not integer (Int32).")]
    [InlineData("u", "The script gave undefined, which is not integer (Int32).")]
    [InlineData("n\"NaN\"", "The script gave NaN, which is not integer (Int32).")]
    [InlineData("b\"99999999999\"", "The script gave the number 99999999999, which is not integer (Int32).")]
    [InlineData("x\"function\"", "The script gave function, which is not integer (Int32). It cannot leave the page")]
    public void Read_of_another_type_says_what_came_and_what_was_asked(string outcome, string message)
    {
        JavaScriptResultException error = Assert.Throws<JavaScriptResultException>(() => Read<int>(outcome));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(typeof(int), error.TargetType);
    }

    [Fact]
    public void Read_refuses_a_BigInt_that_a_double_would_round() =>
        Assert.Throws<JavaScriptResultException>(() => Read<double>("b\"9007199254740993\""));

    [Fact]
    public void Read_of_a_value_above_the_limit_says_so() =>
        Assert.Equal(BridgeErrorCode.TooLarge, Assert.Throws<BridgeException>(() => Read<string>("l70000000")).Code);

    [Fact]
    public void An_error_has_the_script_s_positions_and_no_frame_of_ours()
    {
        const string Thrown = """
            e{"name":"RangeError","message":"r","stack":"f@auroraview:eval:3:35\nrunThunk@user-script:1:741:26\nevaluate@user-script:1:770:29\nglobal code@auroraview:eval:1:18","line":3,"column":35,"source":"auroraview:eval"}
            """;
        JavaScriptException error = Assert.Throws<JavaScriptException>(Result(Thrown, "(() => {\nthrow new RangeError('r') })()").ThrowIfFailed);
        Assert.Equal(("RangeError", "r", 2, 35, null, "f@auroraview:eval:2:35"), (error.Name, error.JsMessage, error.Line, error.Column, error.SourceName, error.JsStack));
        Assert.Equal("RangeError: r (at the script:2:35)\nScript: (() => {\nthrow new RangeError('r') })()", error.Message);
    }

    [Fact]
    public void An_error_in_a_page_s_own_source_keeps_its_position()
    {
        JavaScriptException error = Assert.Throws<JavaScriptException>(
            Result("e{\"name\":\"TypeError\",\"message\":\"m\",\"line\":120,\"column\":7,\"source\":\"auroraview://app/app.js\"}").ThrowIfFailed);
        Assert.Equal(("auroraview://app/app.js", 120, 7), (error.SourceName, error.Line, error.Column));
    }

    [Fact]
    public void An_error_in_the_last_expression_of_a_line_has_the_script_s_column()
    {
        const string Script = "var a = 1; a.b.c";
        var attempt = new EvalAttempt(1, 2, Script);
        int column = attempt.Program.Split('\n')[1].IndexOf("a.b.c", StringComparison.Ordinal) + 1;
        Completed(attempt, $"e{{\"name\":\"TypeError\",\"message\":\"m\",\"line\":2,\"column\":{column},\"source\":\"auroraview:eval\"}}");
        Assert.Equal((1, Script.IndexOf("a.b.c", StringComparison.Ordinal) + 1), Position(attempt));

        static (int?, int?) Position(EvalAttempt attempt)
        {
            JavaScriptException error = Assert.Throws<JavaScriptException>(() => attempt.Result!.ThrowIfFailed());
            return (error.Line, error.Column);
        }
    }

    [Theory]
    [InlineData("auroraview:eval:2:5: ReferenceError: Can't find variable: foo", "ReferenceError", "Can't find variable: foo", 2, 5)]
    [InlineData("auroraview:eval:2: SyntaxError: Unexpected keyword 'var'", "SyntaxError", "Unexpected keyword 'var'", 2, null)]
    [InlineData("SyntaxError: Can't create duplicate variable: 'zz'", "SyntaxError", "Can't create duplicate variable: 'zz'", null, null)]
    [InlineData("auroraview:eval:1:12: [object Object]", "Uncaught", "[object Object]", 1, 12)]
    [InlineData("something\nelse: here", "Uncaught", "something\nelse: here", null, null)]
    [InlineData("", "Uncaught", "The engine gave no reason.", null, null)]
    public void FromEngine_takes_an_engine_s_text_apart(string text, string name, string message, int? line, int? column)
    {
        ScriptError error = ScriptError.FromEngine(text);
        Assert.Equal((name, message, line, column), (error.Name, error.Message, error.Line, error.Column));
    }

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<BigInteger> BigIntegerInfo() => PageJson.Info<BigInteger>(_options);

    [Fact]
    public void ScriptError_StackThatIsMadeToBeSlow_HasNoPosition()
    {
        byte[] slow = Encoding.UTF8.GetBytes($$"""{"name":"E","message":"m","stack":"{{string.Concat(Enumerable.Repeat("at ", 300_000))}}"}""");
        ScriptError error = ScriptError.FromPage(slow);
        Assert.Equal("m", error.Message);
        Assert.Null(error.Line);
    }
}
