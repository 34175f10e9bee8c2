using System.Diagnostics.Metrics;

namespace AuroraView.Threading.Queues;

/// <summary>
/// The meter <c>AuroraView.Threading</c>. With no listener each instrument costs the look at a flag; a clock is read only when
/// somebody listens to the latency.
/// </summary>
internal static class QueueMetrics
{
    internal const string MeterName = "AuroraView.Threading";
    internal const string QueueTag = "auroraview.queue";

    private static readonly Meter s_meter = new(MeterName);

    internal static readonly Counter<long> Sent = Messages("auroraview.queue.sent", "Messages accepted.");
    internal static readonly Counter<long> Received = Messages("auroraview.queue.received", "Messages taken by the consumer.");
    internal static readonly Counter<long> Failed = Messages("auroraview.queue.failed", "Pushes that ended in an error.");
    internal static readonly Counter<long> Dropped = Messages("auroraview.queue.dropped", "Accepted messages that never reached the consumer.");
    internal static readonly Counter<long> Coalesced = Messages("auroraview.queue.coalesced", "Accepted messages replaced by a later one of their key.");
    internal static readonly Counter<long> Retried = Messages("auroraview.queue.retried", "Retries of a push to a full queue.");

    internal static readonly Histogram<double> Latency =
        s_meter.CreateHistogram<double>("auroraview.queue.latency", "s", "From the push to the take.");

    private static readonly ObservableGauge<int> s_depth =
        s_meter.CreateObservableGauge("auroraview.queue.depth", () => Gauge(static statistics => statistics.Depth), "{message}", "Messages queued now.");

    private static readonly ObservableGauge<int> s_peak =
        s_meter.CreateObservableGauge("auroraview.queue.peak", () => Gauge(static statistics => statistics.Peak), "{message}", "The greatest depth so far.");

    internal static void Count(Counter<long> counter, long by, KeyValuePair<string, object?> queue)
    {
        if (by > 0 && counter.Enabled)
            counter.Add(by, queue);
    }

    private static Counter<long> Messages(string name, string description) => s_meter.CreateCounter<long>(name, "{message}", description);

    private static IEnumerable<Measurement<int>> Gauge(Func<QueueStatistics, int> value)
    {
        foreach (var queue in MessageQueues.All.Snapshot())
            yield return new Measurement<int>(value(queue.Statistics), new KeyValuePair<string, object?>(QueueTag, queue.Name));
    }
}
