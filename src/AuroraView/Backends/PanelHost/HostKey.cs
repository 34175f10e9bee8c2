using AuroraView.Engine;

namespace AuroraView.Backends.PanelHost;

/// <summary>Which views can share a panel host: those with the same data folder, or with none and otherwise the same settings of a process.</summary>
/// <param name="Folder">The data folder, as <see cref="DataFolders.Prepare"/> returned it, or <see langword="null"/>.</param>
/// <param name="Settings">What has to be the same without a folder: how pages are drawn, the inspector, the environment. Two engines in one folder lose what the other
/// stored, so there the folder alone counts.</param>
/// <param name="IsIsolated">Whether the view wants a panel host to itself.</param>
internal sealed record HostKey(string? Folder, string Settings, bool IsIsolated)
{
    /// <summary>The key of a view that is to be started with the environment of now.</summary>
    /// <exception cref="BackendFailureException">The data folder cannot be made.</exception>
    public static HostKey Of(BackendStart start)
    {
        if (DataFolders.Prepare(start.DataFolder) is { } folder)
            return new HostKey(folder, "", start.Isolated);
        IEnumerable<string> environment = PanelHostEnvironment.Create().Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal);
        return new HostKey(null, $"{start.Acceleration} {start.DevTools}\n{string.Join('\n', environment)}", start.Isolated);
    }

    /// <summary>The name under which the panel host is found; <see langword="null"/> for one that no other view finds.</summary>
    public string? Name => Folder ?? (IsIsolated ? null : Settings);
}
