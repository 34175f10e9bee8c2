namespace AuroraView.Threading.Reports;

/// <summary>Calls for one thread: a host's main thread, or the handlers' thread of a panel.</summary>
/// <param name="Name">The thread's name among ours, with that of the adapter.</param>
/// <param name="ThreadId">The managed id of the thread; <see langword="null"/> until it is known.</param>
/// <param name="QueuedCalls">How many calls are queued.</param>
/// <param name="OldestCallAge">For how long the oldest of them has been.</param>
/// <param name="LastTaken">How long ago the thread last took a call; <see langword="null"/> if it never did.</param>
/// <param name="Running">The call that it runs; of nested calls the innermost.</param>
/// <param name="Calls">The oldest queued calls, at most <see cref="HangReport.MostCalls"/>.</param>
public sealed record ReportedDispatcher(
    string Name, int? ThreadId, int QueuedCalls, TimeSpan? OldestCallAge, TimeSpan? LastTaken, ReportedCall? Running, IReadOnlyList<ReportedCall> Calls);
