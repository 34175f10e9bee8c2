namespace AuroraView.Threading;

/// <summary>
/// The call was refused because nothing would ever run it on the main thread. It never runs on the caller's thread instead.
/// </summary>
public sealed class MainThreadUnavailableException : ThreadSafetyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="reason">Why, and what to do, such as <c>Maya runs in batch mode: pump on its main thread with RunUntil</c>.</param>
    public MainThreadUnavailableException(string reason)
        : base(reason, "docs/threading.md")
    {
    }
}
