using AuroraView.Engine;

namespace AuroraView.Views;

/// <summary>A load or a reload that was asked for. It stands in the order of everything for the page, and may leave it early: see <see cref="LoadLane"/>.</summary>
/// <param name="id">The load's number.</param>
/// <param name="source">What is loaded, or <see langword="null"/> for what is there already.</param>
/// <param name="command">How it is loaded again, where <paramref name="source"/> is <see langword="null"/>.</param>
/// <param name="askedAt">When, by the view's clock.</param>
internal sealed class WaitingLoad(long id, PageSource? source, NavigationCommand command, long askedAt)
{
    internal long Id { get; } = id;

    internal PageSource? Source { get; } = source;

    internal NavigationCommand Command { get; } = command;

    internal long AskedAt { get; } = askedAt;

    /// <summary>It went to the engine. The sender's own.</summary>
    internal bool IsIssued { get; set; }
}
