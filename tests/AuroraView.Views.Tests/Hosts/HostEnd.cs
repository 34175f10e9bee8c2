namespace AuroraView.Views.Tests.Hosts;

/// <summary>How a host process comes to its end.</summary>
public enum HostEnd
{
    /// <summary>Its <c>Main</c> returns.</summary>
    Returns,

    /// <summary>A handler of a page calls <see cref="Environment.Exit"/> on the main thread.</summary>
    ExitsInHandler,

    /// <summary>Another thread than the main one calls <see cref="Environment.Exit"/>, while the main thread waits for a page.</summary>
    ExitsOnAnotherThread,

    /// <summary>Somebody kills it.</summary>
    Killed,
}
