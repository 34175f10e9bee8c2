using AuroraView.Threading.Locking;

namespace AuroraView.Threading.Reports;

/// <summary>A thread that waits, holds a verified lock, or runs the calls of a queue.</summary>
/// <param name="Id">Its managed id.</param>
/// <param name="Name">Its name, or what it is to us.</param>
/// <param name="Role">Its role for AuroraView, such as <c>main thread</c>, if it has one.</param>
/// <param name="IsHostMain">Whether it is a host's main thread.</param>
/// <param name="Waits">Its waits, innermost first. All but the first are suspended.</param>
/// <param name="Locks">The verified locks that it holds, innermost last.</param>
public sealed record ReportedThread(
    int Id, string Name, string? Role, bool IsHostMain, IReadOnlyList<ReportedWait> Waits, IReadOnlyList<LockAcquisition> Locks);
