using System.Runtime.CompilerServices;

namespace AuroraView.WebKit.Native;

/// <summary>
/// What a callback of GLib's, GTK's or the engine's does with an exception. It must not leave the callback: that would end this process, and with it the panels of all views in it.
/// </summary>
internal static class LastCatch
{
    /// <summary>Reports the exception, and then answers whatever waits for the callback. Throws nothing.</summary>
    /// <param name="error">What was caught.</param>
    /// <param name="answer">The answer, if one is owed.</param>
    /// <param name="where">The callback.</param>
    public static void Report(Exception error, Action? answer = null, [CallerMemberName] string where = "")
    {
        Write($"{where} failed: {error}");
        try
        {
            answer?.Invoke();
        }
        catch (Exception second)
        {
            Write($"the answer of {where} failed: {second}");
        }
    }

    // The host keeps the last lines, for what it tells of a process that ends.
    private static void Write(string line)
    {
        try
        {
            Console.Error.WriteLine($"AuroraView: {line}");
        }
        catch (Exception)
        {
            // The host does not read any more.
        }
    }
}
