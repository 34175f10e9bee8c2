namespace AuroraView.Threading.Shutdown;

/// <summary>The life of a gate; it only goes forward.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>from</term><description>to, by what</description></listheader>
/// <item><term>Open</term><description>Draining, by a shutdown while operations run; Drained, by one while none does</description></item>
/// <item><term>Draining</term><description>Drained, by the end of the last operation</description></item>
/// </list>
/// </remarks>
internal enum GateState
{
    /// <summary>Operations may begin.</summary>
    Open,

    /// <summary>None may begin; some are not over.</summary>
    Draining,

    /// <summary>None may begin; none is left. Final.</summary>
    Drained,
}
