namespace AuroraView;

/// <summary>The life of a view. Every step is one compare-and-swap.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>from</term><description>to, when</description></listheader>
/// <item><term>Created</term><description>Open, with the first call that needs the engine</description></item>
/// <item><term>Created, Open</term><description>Closing, with a close, or when the engine is gone</description></item>
/// <item><term>Closing</term><description>Closed, when window and processes are gone</description></item>
/// </list>
/// </remarks>
public enum ViewState
{
    /// <summary>Nothing has been started. Options, handlers and events that are set now count.</summary>
    Created,

    /// <summary>The engine is starting or running.</summary>
    Open,

    /// <summary>New work is refused; what was accepted ends.</summary>
    Closing,

    /// <summary>The view is gone.</summary>
    Closed,
}
