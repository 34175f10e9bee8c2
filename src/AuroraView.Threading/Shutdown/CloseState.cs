namespace AuroraView.Threading.Shutdown;

/// <summary>How far the close of a panel has got; it only goes forward.</summary>
internal enum CloseState
{
    /// <summary>In use.</summary>
    Open,

    /// <summary>New work is refused, accepted work is drained, up to a bound.</summary>
    Closing,

    /// <summary>The native view is gone; everybody who waited has been told.</summary>
    Closed,
}
