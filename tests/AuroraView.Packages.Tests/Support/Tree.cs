namespace AuroraView.Packages.Tests.Support;

/// <summary>The source tree that this build lies in.</summary>
internal static class Tree
{
    /// <summary>Its root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The version that every package carries.</summary>
    public static string Version { get; } = typeof(Tree).Assembly.GetName().Version!.ToString(3);

    /// <summary>A path below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AuroraView.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no source tree.");
    }
}
