using Xunit;

namespace AuroraView.Packages.Tests.Support;

/// <summary>
/// A plug-in author's project outside the source tree: it knows the packages' folder and nothing else, and has a folder of its own for unpacked packages, so that
/// neither the tree nor what was unpacked earlier can make it work.
/// </summary>
internal sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Consumer(PackageFeed feed)
    {
        foreach (string name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            _folder.Write(name, "<Project />");
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{feed.Folder}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="tree" value="{PackageFeed.TreesPackages}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>A path in its folder.</summary>
    public string Path(params string[] parts) => System.IO.Path.Combine([_folder.Path, .. parts]);

    /// <summary>Writes a project that references the package AuroraView and nothing else.</summary>
    /// <param name="name">Its name and folder.</param>
    /// <param name="framework">The target framework.</param>
    /// <param name="properties">More properties, as XML.</param>
    /// <param name="references">References; the package unless said otherwise.</param>
    public void Project(string name, string framework, string properties = "", string? references = null) => _folder.Write($"{name}/{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <InvariantGlobalization>true</InvariantGlobalization>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {references ?? $"""<PackageReference Include="AuroraView" Version="{Tree.Version}" />"""}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Writes a file of a project.</summary>
    public void Source(string name, string text) => _folder.Write(name, text);

    /// <summary>Builds or publishes a project, and checks that it got its packages from the feed.</summary>
    public void Dotnet(string verb, string project, params string[] arguments)
    {
        new Command("dotnet", [verb, project, "-v", "quiet", "--nologo", "-nodeReuse:false", .. arguments])
        {
            Folder = _folder.Path,
            Environment = new Dictionary<string, string?> { ["NUGET_PACKAGES"] = Path("unpacked"), ["MSBUILDDISABLENODEREUSE"] = "1" },
        }.Run();
    }

    /// <summary>Fails unless all packages were unpacked into the project's own folder.</summary>
    public void AssertUnpackedHere()
    {
        foreach (string id in PackageFeed.Ids)
            Assert.True(Directory.Exists(Path("unpacked", id.ToLowerInvariant(), Tree.Version)), $"{id} came from {PackageFeed.TreesPackages}; delete it there.");
    }

    /// <summary>Runs what was built, on the suite's display.</summary>
    public string Run(string program, params string[] arguments) => new Command(program, arguments)
    {
        Folder = _folder.Path,
        Environment = new Dictionary<string, string?> { ["DISPLAY"] = Display.Name, ["AURORAVIEW_PANEL_HOST"] = null },
    }.Run();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
