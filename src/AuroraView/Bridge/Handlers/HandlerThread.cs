namespace AuroraView;

/// <summary>Where a handler runs.</summary>
public enum HandlerThread
{
    /// <summary>The view's rule: the main thread in DCC mode, else the view's handler thread.</summary>
    Default,

    /// <summary>The view's handler thread: one a view, in order, never the engine's.</summary>
    View,

    /// <summary>The host's main thread.</summary>
    Main,
}
