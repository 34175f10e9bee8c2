using System.Diagnostics;
using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Guards;

/// <summary>The product's way to the host's trace listeners, which are the host's code and may throw: a report must not end the thread that makes it.</summary>
internal static class Log
{
    internal static void Error(string message) => Write(TraceEventType.Error, message);

    internal static void Warning(string message) => Write(TraceEventType.Warning, message);

    internal static void Information(string message) => Write(TraceEventType.Information, message);

    private static void Write(TraceEventType type, string message)
    {
        ShortLock.MustNotBeHeld("a report is traced");
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
    }
}
