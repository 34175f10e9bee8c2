using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using AuroraView.Packages.Tests.Support;
using Xunit;

namespace AuroraView.Packages.Tests.NuGet;

/// <summary>What lies in the packages.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Ids => [.. PackageFeed.Ids, "AuroraView.WebView2"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_Says_what_it_is_and_under_which_license(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Path(id));
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal((id, Tree.Version, "MIT", "README.md"), (Value("id"), Value("version"), Value("license"), Value("readme")));
        Assert.NotEmpty(Value("description"));
        Assert.StartsWith($"# {id}\n", Text(package, "README.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_Has_documentation_and_symbols_and_its_version_for_every_framework(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Path(id));
        using ZipArchive symbols = ZipFile.OpenRead(feed.Path(id, "snupkg"));
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            Assert.NotNull(package.GetEntry($"lib/{framework}/{id}.xml"));
            Assert.NotNull(symbols.GetEntry($"lib/{framework}/{id}.pdb"));
            Assert.Equal(Tree.Version, AssemblyVersion(package.GetEntry($"lib/{framework}/{id}.dll")!));
        }
    }

    [Fact]
    public void AuroraView_Brings_the_panel_host_and_the_page_types()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Path("AuroraView"));
        using Stream packed = package.GetEntry("runtimes/linux-x64/native/auroraview-panelhost")!.Open();
        using var copy = new MemoryStream();
        packed.CopyTo(copy);
        Assert.Equal(File.ReadAllBytes(Tree.Path("artifacts", "panelhost", "auroraview-panelhost")), copy.ToArray());
        Assert.Contains("auroraview", Text(package, "types/auroraview.d.ts"), StringComparison.Ordinal);
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string AssemblyVersion(ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        using (Stream packed = entry.Open())
            packed.CopyTo(copy);
        copy.Position = 0;
        using var file = new PEReader(copy);
        return file.GetMetadataReader().GetAssemblyDefinition().Version.ToString(3);
    }
}
