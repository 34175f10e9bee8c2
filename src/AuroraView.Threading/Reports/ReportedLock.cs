using AuroraView.Threading.Locking;

namespace AuroraView.Threading.Reports;

/// <summary>An ordered lock that is held or waited for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Level">Its level.</param>
/// <param name="Holders">Who holds it, and where they took it. Known only while lock order is verified (see <see cref="LockOrder"/>).</param>
/// <param name="Waiters">Who waits for it.</param>
public sealed record ReportedLock(string Name, LockLevel Level, IReadOnlyList<LockAcquisition> Holders, IReadOnlyList<string> Waiters);
