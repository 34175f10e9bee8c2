using AuroraView.Threading;

namespace AuroraView.Native.Exports;

/// <summary>The callers' time limits: milliseconds, -1 for none, -2 for the default.</summary>
internal static class Limits
{
    private const long None = -1;
    private const long Default = -2;

    internal static TimeSpan? Optional(long milliseconds) => milliseconds switch
    {
        Default => null,
        None => WaitTime.Infinite,
        < 0 or > int.MaxValue => throw new ArgumentException($"A time limit of {milliseconds} ms: use 0 or more, at most {int.MaxValue} (24 days), -1 for none, -2 for the default."),
        _ => TimeSpan.FromMilliseconds(milliseconds),
    };

    internal static TimeSpan Of(long milliseconds, TimeSpan otherwise) => Optional(milliseconds) ?? otherwise;

    /// <exception cref="ArgumentException">It is not a bound.</exception>
    internal static TimeSpan Bounded(long milliseconds) =>
        milliseconds >= 0 ? Of(milliseconds, default) : throw new ArgumentException("This time limit must be 0 ms or more.");
}
