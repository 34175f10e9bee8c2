using AuroraView.Threading.Locking;

namespace AuroraView.Threading.Reports;

/// <summary>An ordered lock that is held or waited for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Holders">Its holders, and where each took it. They are known only while lock order is verified (see <see cref="LockOrder"/>).</param>
/// <param name="Waiters">The threads that wait for it.</param>
public sealed record ReportedLock(string Name, LockLevel Level, IReadOnlyList<LockAcquisition> Holders, IReadOnlyList<string> Waiters);
