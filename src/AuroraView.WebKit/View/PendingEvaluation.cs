using System.Runtime.InteropServices;

namespace AuroraView.WebKit.View;

/// <summary>One evaluation that the engine has not answered. A link of the list of all, oldest first.</summary>
internal sealed class PendingEvaluation
{
    /// <summary>Who is told.</summary>
    public required ScriptRunner Runner { get; init; }

    /// <summary>The calls it answers: one for a script, all merged ones for a batch, none for a ping.</summary>
    public required long[] CallIds { get; init; }

    /// <summary>Whether it is a batch for the page's bridge.</summary>
    public bool IsBatch { get; init; }

    /// <summary>When it was sent, in milliseconds of the system's clock.</summary>
    public long Since { get; init; }

    /// <summary>Whether it was answered already, because the page is gone; a late callback of the engine is then ignored.</summary>
    public bool Answered { get; set; }

    /// <summary>Keeps this alive while the engine holds a pointer to it.</summary>
    public GCHandle Handle { get; set; }

    /// <summary>Its place in the list of pending ones.</summary>
    public LinkedListNode<PendingEvaluation>? Node { get; set; }
}
