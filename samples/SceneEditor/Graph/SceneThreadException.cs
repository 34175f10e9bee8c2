namespace SceneEditor.Graph;

/// <summary>The scene was touched from a thread that is not its own: in a real DCC the process would be dying now.</summary>
internal sealed class SceneThreadException(string action, int owner, int caller, string? callerName)
    : InvalidOperationException(
        $"The scene belongs to thread {owner} (the host's main thread); thread {caller}{Named(callerName)} tried to {action}. "
        + "Run the handler on the main thread: DccMode = true for the panel, or DccThreadSafe for the handler.")
{
    public int Owner { get; } = owner;

    public int Caller { get; } = caller;

    private static string Named(string? name) => string.IsNullOrEmpty(name) ? "" : $" ({name})";
}
