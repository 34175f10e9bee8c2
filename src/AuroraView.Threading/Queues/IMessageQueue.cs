namespace AuroraView.Threading.Queues;

/// <summary>A queue as reports and gauges see it. From any thread.</summary>
internal interface IMessageQueue
{
    string Name { get; }

    int Capacity { get; }

    QueueState State { get; }

    QueueStatistics Statistics { get; }
}
