using System.Reflection;
using System.Text.Json;
using AuroraView.Bridge;
using Xunit;

namespace AuroraView.Tests.Bridge;

public class BridgeErrorMapTests
{
    [Fact]
    public void From_an_ordinary_exception_tells_type_and_message_and_no_stack()
    {
        BridgeError error = BridgeErrorMap.From(Thrown(new IOException("disk full")), debug: false);
        Assert.Equal(("HandlerFailed", "disk full", "System.IO.IOException", null), (error.Code, error.Message, error.RemoteType, error.RemoteStack));
    }

    [Fact]
    public void From_another_languages_handler_is_what_was_written_there_with_its_stack_in_debug_only()
    {
        var error = new BridgeError("NameTaken", "There is a 'cube'.", "ValueError", "Traceback");
        Assert.Equal(error, BridgeErrorMap.From(Thrown(new ForeignHandlerException(error)), debug: true));
        Assert.Equal(error with { RemoteStack = null }, BridgeErrorMap.From(Thrown(new ForeignHandlerException(error)), debug: false));
    }

    [Fact]
    public void From_in_debug_tells_the_stack() =>
        Assert.Contains(nameof(Thrown), BridgeErrorMap.From(Thrown(new IOException("disk full")), debug: true).RemoteStack, StringComparison.Ordinal);

    [Fact]
    public void From_a_chosen_error_keeps_code_message_and_data()
    {
        JsonElement data = JsonDocument.Parse("{\"id\":5}").RootElement;
        BridgeError own = BridgeErrorMap.From(new BridgeException("NameTaken", "There is a 'cube'.", data), debug: false);
        Assert.Equal(("NameTaken", "There is a 'cube'.", 5), (own.Code, own.Message, own.ErrorData!.Value.GetProperty("id").GetInt32()));
        Assert.Equal("TooLarge", BridgeErrorMap.From(new BridgeException(BridgeErrorCode.TooLarge, "m"), debug: false).Code);
    }

    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(TaskCanceledException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(DeadlockDetectedException))]
    [InlineData(typeof(DivideByZeroException))]
    public void CodeOf_an_exception_that_is_not_our_own_is_a_failed_handler(Type type) =>
        Assert.Equal(BridgeErrorCode.HandlerFailed, BridgeErrorMap.CodeOf((Exception)Activator.CreateInstance(type)!));

    [Fact]
    public void CodeOf_our_own_exceptions_is_theirs()
    {
        Assert.Equal(BridgeErrorCode.ShutdownInProgress, BridgeErrorMap.CodeOf(new AuroraView.Threading.ShutdownInProgressException("the panel")));
        Assert.Equal(BridgeErrorCode.MainThreadUnavailable, BridgeErrorMap.CodeOf(new AuroraView.Threading.MainThreadUnavailableException("why")));
    }

    [Fact]
    public void From_unwraps_what_only_carries_another()
    {
        var inner = new InvalidDataException("inner");
        Assert.Equal("inner", BridgeErrorMap.From(new TargetInvocationException(new AggregateException(inner)), debug: false).Message);
        BridgeError two = BridgeErrorMap.From(new AggregateException(inner, new IOException("other")), debug: false);
        Assert.Equal("System.AggregateException", two.RemoteType);
    }

    [Theory]
    [InlineData("x = '😀'", "x = '😀'")]
    [InlineData(null, null)]
    public void Excerpt_of_a_short_script_is_the_script(string? script, string? expected) =>
        Assert.Equal(expected, JavaScriptException.Excerpt(script));

    [Fact]
    public void Excerpt_is_never_cut_inside_a_surrogate_pair()
    {
        Assert.Equal(new string('x', 99) + "…", JavaScriptException.Excerpt(new string('x', 99) + "😀 and more"));
        Assert.Equal(new string('x', 98) + "😀…", JavaScriptException.Excerpt(new string('x', 98) + "😀 and more"));
    }

    private static Exception Thrown(Exception exception)
    {
        try
        {
            throw exception;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    // An application's own, of the same name.
    private sealed class DeadlockDetectedException : Exception;
}
