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
    [InlineData(typeof(TimeoutException), BridgeErrorCode.Timeout)]
    [InlineData(typeof(TaskCanceledException), BridgeErrorCode.Cancelled)]
    [InlineData(typeof(OperationCanceledException), BridgeErrorCode.Cancelled)]
    [InlineData(typeof(DeadlockDetectedException), BridgeErrorCode.Deadlock)]
    [InlineData(typeof(DerivedShutdown), BridgeErrorCode.ShutdownInProgress)]
    [InlineData(typeof(DivideByZeroException), BridgeErrorCode.HandlerFailed)]
    public void CodeOf_is_that_of_the_nearest_known_type(Type type, BridgeErrorCode expected) =>
        Assert.Equal(expected, BridgeErrorMap.CodeOf((Exception)Activator.CreateInstance(type)!));

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

    private class DeadlockDetectedException : Exception;

    private class ShutdownInProgressException : Exception;

    private sealed class DerivedShutdown : ShutdownInProgressException;
}
