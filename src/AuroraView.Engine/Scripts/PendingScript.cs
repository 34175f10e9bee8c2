namespace AuroraView.Engine.Scripts;

/// <summary>A script that the engine has not answered.</summary>
/// <param name="queue">The queue that it is of.</param>
/// <param name="callIds">The calls it answers: one for an evaluation, all merged ones for a batch, none for a ping.</param>
/// <param name="isBatch">Whether it is a batch for the page's bridge.</param>
/// <param name="since">When it was sent, in milliseconds of the queue's clock.</param>
internal sealed class PendingScript(ScriptQueue queue, long[] callIds, bool isBatch, long since)
{
    /// <summary>The calls it answers.</summary>
    public long[] CallIds { get; } = callIds;

    /// <summary>Whether it is a batch for the page's bridge.</summary>
    public bool IsBatch { get; } = isBatch;

    /// <summary>When it was sent, in milliseconds of the queue's clock.</summary>
    public long Since { get; } = since;

    /// <summary>Whether it was answered already: the page is gone, and what the engine says later is ignored.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Answers it, once. On the WebView thread.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="text">UTF-8: the completion value if it is a string, or the error's text.</param>
    public void Answer(EvaluationStatus status, ReadOnlySpan<byte> text) => queue.Answer(this, status, text);
}
