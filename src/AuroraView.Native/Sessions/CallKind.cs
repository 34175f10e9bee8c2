namespace AuroraView.Native.Sessions;

/// <summary>What a callback is asked to do. The header's <c>AV_RUN_*</c>.</summary>
internal enum CallKind
{
    /// <summary>Run the function of <c>av_invoke</c> or <c>av_post</c>.</summary>
    Function = 1,

    /// <summary>Run a handler of the page and answer it.</summary>
    Handler = 2,

    /// <summary>A panel's event; for <c>closing</c> a result of 1 refuses.</summary>
    Event = 3,

    /// <summary>The outcome of an asynchronous evaluation.</summary>
    Result = 4,

    /// <summary>Whether the condition of <c>av_pump_until</c> holds: 1, 0, or -1 to end the pump.</summary>
    Condition = 5,

    /// <summary>Ask the host to pump.</summary>
    Wake = 6,

    /// <summary>Make a thread and call <c>av_serve</c> on it.</summary>
    Serve = 7,

    /// <summary>The main thread stopped taking calls, or takes them again.</summary>
    Stall = 8,

    /// <summary>A handler of the page is not needed any more.</summary>
    Release = 9,
}
