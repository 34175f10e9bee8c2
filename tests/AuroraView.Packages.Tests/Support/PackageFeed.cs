using System.Text.Json;
using Xunit;

[assembly: AssemblyFixture(typeof(AuroraView.Packages.Tests.Support.PackageFeed))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AuroraView.Packages.Tests.Support;

/// <summary>The packages, made once for the suite, in a folder feed.</summary>
public sealed class PackageFeed
{
    /// <summary>The packages' ids.</summary>
    public static readonly string[] Ids = ["AuroraView", "AuroraView.Engine", "AuroraView.Threading"];

    public PackageFeed() => new Command("bash", Tree.Path("eng", "pack.sh")).Run();

    /// <summary>The folder.</summary>
    public string Folder { get; } = Tree.Path("artifacts", "packages");

    /// <summary>A package of the version that the tree has.</summary>
    /// <param name="id">Which.</param>
    /// <param name="extension"><c>nupkg</c> or <c>snupkg</c>.</param>
    public string Path(string id, string extension = "nupkg") => System.IO.Path.Combine(Folder, $"{id}.{Tree.Version}.{extension}");

    /// <summary>The folder from which the tree itself takes packages: the SDK's own compilers are there, so a project of a test needs no registry.</summary>
    public static string TreesPackages
    {
        get
        {
            using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Tree.Path("artifacts", "obj", "AuroraView.PanelHost", "project.assets.json")));
            return assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        }
    }
}
