using System.Diagnostics;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Guards;

/// <summary>The product's way to the host's trace listeners, which are the host's code and may throw: a report must not end the thread that makes it.</summary>
internal static class Log
{
    // A listener that reports in turn is heard; one that never stops must not fill the stack.
    private const int Deepest = 4;

    [ThreadStatic]
    private static int t_depth;

    internal static void Error(LogText message) => Write(TraceEventType.Error, message.ToString());

    internal static void Warning(LogText message) => Write(TraceEventType.Warning, message.ToString());

    internal static void Information(LogText message) => Write(TraceEventType.Information, message.ToString());

    private static void Write(TraceEventType type, string message)
    {
        ShortLock.MustNotBeHeld("a report is traced");
        if (t_depth == Deepest)
            return;
        t_depth++;
        try
        {
            message = $"AuroraView: {message}";
            switch (type)
            {
                case TraceEventType.Error:
                    Trace.TraceError(message);
                    break;
                case TraceEventType.Warning:
                    Trace.TraceWarning(message);
                    break;
                default:
                    Trace.TraceInformation(message);
                    break;
            }
        }
        catch (Exception)
        {
            // A full disk, a logger that is closed. There is nobody else to tell.
        }
        finally
        {
            t_depth--;
        }
    }
}
