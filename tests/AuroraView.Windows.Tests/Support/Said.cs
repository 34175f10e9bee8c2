using AuroraView.Engine;

namespace AuroraView.Windows.Tests.Support;

/// <summary>One thing that a backend said.</summary>
internal sealed record Said(string What, long CallId = 0, string Text = "", LoadProgress? Load = null, WindowChange? Window = null, BackendInfo? Info = null,
    EvaluationStatus Status = default, CrashReason Crash = default, ClosedReason Closed = default, BackendError? Error = null, int Bytes = 0)
{
    internal ApartmentState Apartment { get; init; } = System.Threading.Thread.CurrentThread.GetApartmentState();

    internal int Thread { get; init; } = Environment.CurrentManagedThreadId;
}
