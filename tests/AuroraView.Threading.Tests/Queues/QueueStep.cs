namespace AuroraView.Threading.Tests.Queues;

/// <summary>What can be done to a queue.</summary>
public enum QueueAction
{
    Push,
    PushLatest,
    PushAlways,
    PushControl,
    Take,
    TakeMany,
    Complete,
    Shutdown,
    Close,
}

/// <summary>One step of a program that a property runs against a queue.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Key">Which of three keys, or how many.</param>
public sealed record QueueStep(QueueAction Action, int Key);
