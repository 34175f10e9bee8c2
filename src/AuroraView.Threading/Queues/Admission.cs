namespace AuroraView.Threading.Queues;

/// <summary>What became of a push.</summary>
internal enum Admission
{
    Queued,
    Replaced,
    Full,
    Refused,
}
