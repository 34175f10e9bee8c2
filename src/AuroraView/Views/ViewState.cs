namespace AuroraView;

/// <summary>The life of a view. It only goes forward. The events that lead from one to the next are in docs/shutdown.md.</summary>
public enum ViewState
{
    /// <summary>Nothing has been started. Options, handlers and events that are set now count.</summary>
    Created,

    /// <summary>The engine is being started. What is asked of the view waits for it, in order.</summary>
    Starting,

    /// <summary>The engine runs.</summary>
    Open,

    /// <summary>New work is refused; what was accepted ends.</summary>
    Closing,

    /// <summary>The view is gone.</summary>
    Closed,
}
