namespace AuroraView.Threading.Waiting;

/// <summary>How a wait ended, when it did not end in an exception.</summary>
internal enum WaitOutcome
{
    Completed,
    TimedOut,
    Cancelled,
}
