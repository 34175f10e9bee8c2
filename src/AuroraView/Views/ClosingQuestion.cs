namespace AuroraView.Views;

/// <summary>One question to the <c>Closing</c> handlers. Everyone who asks for a close while it is open gets its answer.</summary>
internal sealed class ClosingQuestion
{
    private readonly TaskCompletionSource<bool> _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answer;

    private enum Answer
    {
        None,
        Agreed,
        Refused,
    }

    internal bool IsRefused => (Answer)Volatile.Read(ref _answer) == Answer.Refused;

    /// <summary>Ends with whether a handler refused.</summary>
    internal Task<bool> Refused => _refused.Task;

    /// <summary>The answer. The first one counts. From any thread.</summary>
    internal void Set(bool refused)
    {
        if (Interlocked.CompareExchange(ref _answer, (int)(refused ? Answer.Refused : Answer.Agreed), (int)Answer.None) == (int)Answer.None)
            _refused.TrySetResult(refused);
    }
}
