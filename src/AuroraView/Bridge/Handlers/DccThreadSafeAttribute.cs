namespace AuroraView;

/// <summary>
/// Says on which thread a bound method runs: with <see langword="true"/> (the default) on the host's main
/// thread, as the RFC's <c>@dcc_thread_safe</c> does; with <see langword="false"/> on the view's handler thread, also in DCC mode.
/// </summary>
/// <remarks>On a class it holds for all its methods that say nothing themselves.</remarks>
/// <param name="onMainThread">Whether it runs on the main thread.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, Inherited = true)]
public sealed class DccThreadSafeAttribute(bool onMainThread = true) : Attribute
{
    /// <summary>Whether it runs on the main thread.</summary>
    public bool OnMainThread { get; } = onMainThread;
}
