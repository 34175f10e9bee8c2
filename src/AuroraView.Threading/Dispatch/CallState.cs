namespace AuroraView.Threading.Dispatch;

/// <summary>The life of a call. Every step is one compare-and-swap.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>from</term><description>to, by whom</description></listheader>
/// <item><term>Pending</term><description>Running, by the thread that owns the queue</description></item>
/// <item><term>Pending</term><description>Cancelled, by the caller (timeout, cancellation, a refused wait) or by a shutdown</description></item>
/// <item><term>Running</term><description>Completed or Failed, by the thread that ran it</description></item>
/// <item><term>Running</term><description>Abandoned, by the caller (timeout, cancellation); what it still yields is dropped</description></item>
/// </list>
/// </remarks>
internal enum CallState
{
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
    Abandoned,
}
