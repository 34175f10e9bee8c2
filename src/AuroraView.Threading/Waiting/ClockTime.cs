namespace AuroraView.Threading.Waiting;

/// <summary>A moment on a clock, which may be the user's: what has passed since is asked under no short lock.</summary>
internal readonly record struct ClockTime(TimeProvider Clock, long At)
{
    internal TimeSpan Elapsed => Clock.GetElapsedTime(At);
}
