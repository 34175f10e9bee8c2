namespace AuroraView.Packages.Tests.Support;

/// <summary>A folder of its own outside the source tree, so that nothing of the tree reaches into it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("auroraview packages ").FullName;

    /// <summary>Writes a text file into it.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
