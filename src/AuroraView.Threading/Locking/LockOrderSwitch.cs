namespace AuroraView.Threading.Locking;

/// <summary>Where the default of <see cref="ThreadSafetyOptions.LockOrder"/> comes from.</summary>
internal static class LockOrderSwitch
{
    internal const string Variable = "AURORAVIEW_LOCK_ORDER";
    internal const string AppContextSwitch = "AuroraView.LockOrder";

    internal static LockOrderMode Default { get; } = Read(Environment.GetEnvironmentVariable(Variable), AppContext.GetData(AppContextSwitch) as string);

    internal static LockOrderMode Read(string? variable, string? setting)
    {
        if (Parse(variable) is { } fromVariable)
            return fromVariable;
        if (Parse(setting) is { } fromSetting)
            return fromSetting;
#if DEBUG
        return LockOrderMode.Throw;
#else
        return LockOrderMode.Off;
#endif
    }

    private static LockOrderMode? Parse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "off" or "0" or "false" => LockOrderMode.Off,
        "report" => LockOrderMode.Report,
        "throw" or "1" or "true" or "on" => LockOrderMode.Throw,
        _ => null,
    };
}
