using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuroraView.Bridge;
using AuroraView.Native.Abi;
using AuroraView.Threading;

namespace AuroraView.Native.Errors;

/// <summary>An exception as a code and as the JSON of <c>av_last_error</c>: name, message, and what is known besides.</summary>
internal static class ErrorText
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ErrorCode CodeOf(Exception error) => error switch
    {
        ThreadDispatchTimeoutException or WaitTimeoutException => ErrorCode.Timeout,
        DeadlockDetectedException => ErrorCode.Deadlock,
        ShutdownInProgressException => ErrorCode.Shutdown,
        MainThreadUnavailableException => ErrorCode.MainThreadUnavailable,
        QueueFullException => ErrorCode.QueueFull,
        LockOrderException => ErrorCode.LockOrder,
        ThreadSafetyException => ErrorCode.ThreadSafety,
        JavaScriptException => ErrorCode.JavaScript,
        JavaScriptResultException => ErrorCode.JavaScriptResult,
        BridgeException => ErrorCode.Bridge,
        BadHandleException => ErrorCode.BadHandle,
        VersionException => ErrorCode.Version,
        FileNotFoundException or DirectoryNotFoundException => ErrorCode.FileNotFound,
        PlatformNotSupportedException => ErrorCode.Platform,
        ArgumentException or FormatException or NotSupportedException => ErrorCode.Argument,
        OperationCanceledException => ErrorCode.Cancelled,
        WrongThreadException => ErrorCode.WrongThread,
        InvalidOperationException => ErrorCode.Failed,
        _ => ErrorCode.Internal,
    };

    internal static byte[] Write(Exception error)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, s_options);
        var code = CodeOf(error);
        json.WriteStartObject();
        json.WriteNumber("status", (int)code);
        json.WriteString("code", error is BridgeException bridge ? bridge.CodeName : code.ToString());
        json.WriteString("name", error is JavaScriptException script ? script.Name : error.GetType().Name);
        json.WriteString("message", code == ErrorCode.Internal ? ErrorMessage.WithStack(error) : ErrorMessage.Of(error));
        ErrorData.Write(json, error);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

/// <summary>What only the main thread may do was tried on another one.</summary>
internal sealed class WrongThreadException(string message) : InvalidOperationException(message);

/// <summary>The caller's header is not this library's.</summary>
internal sealed class VersionException(int theirs, int ours)
    : Exception($"The caller was written for version {theirs} of AuroraView's C interface; this library has version {ours}. Take both from one release.");
