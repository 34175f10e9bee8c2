namespace AuroraView.Threading.Dispatch;

/// <summary>Work that has begun on a queue's thread and awaits something. It ends with its own outcome, or by name when the thread takes no more.</summary>
internal interface IOpenWork
{
    /// <summary>The queue takes no more: what the work still yields is dropped. From any thread.</summary>
    /// <returns>Whether this ended it.</returns>
    bool End(Exception error);
}
