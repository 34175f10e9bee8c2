using System.Text.RegularExpressions;
using System.Xml.Linq;
using AuroraView.Rules.Tests.Il;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Rules.Tests.Rooms;

/// <summary>The table of rooms in ARCHITECTURE.md says which room uses which.</summary>
public sealed partial class RoomTableTests
{
    [Fact]
    public void Table_OfTheArchitecture_IsWhatTheProjectsReference()
    {
        var table = Table();
        var projects = Projects().ToDictionary(project => project.Name, project => References(project.File), StringComparer.Ordinal);
        Assert.Equal(table.Keys.Order(StringComparer.Ordinal), projects.Keys.Order(StringComparer.Ordinal));
        Assert.All(projects, project => Assert.Equal(table[project.Key], project.Value));
    }

    [Fact]
    public void Assemblies_AsBuilt_UseOnlyTheRoomsOfTheirRow()
    {
        var table = Table();
        var rooms = Projects().ToDictionary(project => AssemblyOf(project.File), project => project.Name, StringComparer.Ordinal);
        Assert.Equal(rooms.Keys.Order(StringComparer.Ordinal), ProductAssembly.Names.Order(StringComparer.Ordinal));
        Assert.All(rooms, room =>
        {
            using var assembly = ProductAssembly.Open(room.Key);
            var used = assembly.Metadata.AssemblyReferences
                .Select(handle => assembly.Metadata.GetString(assembly.Metadata.GetAssemblyReference(handle).Name))
                .Where(rooms.ContainsKey).Select(name => rooms[name]).ToList();
            Assert.Empty(used.Except(table[room.Value]));
        });
    }

    [Fact]
    public void Internals_OfARoom_AreVisibleOnlyToRoomsThatMayUseItAndToTestsAndBenches()
    {
        var table = Table();
        var rooms = Projects().ToDictionary(project => AssemblyOf(project.File), project => project.Name, StringComparer.Ordinal);
        foreach (var (room, file) in Projects())
        {
            var friends = XDocument.Load(file).Descendants("InternalsVisibleTo").Select(friend => friend.Attribute("Include")!.Value);
            Assert.All(friends.Where(rooms.ContainsKey), friend => Assert.Contains(room, table[rooms[friend]]));
        }
    }

    private static Dictionary<string, SortedSet<string>> Table() => File.ReadAllLines(Path.Combine(Repository.Root, "ARCHITECTURE.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 5 && cells[1].StartsWith("`src/", StringComparison.Ordinal))
        .ToDictionary(cells => cells[1].Trim('`')["src/".Length..], cells => Named(cells[3]), StringComparer.Ordinal);

    private static SortedSet<string> Named(string cell) =>
        new(Capitalised().Matches(cell.Replace("for Windows ", "", StringComparison.Ordinal)).Select(name => FullName(name.Value)), StringComparer.Ordinal);

    private static string FullName(string name) => name == "AuroraView" ? name : "AuroraView." + name;

    private static IEnumerable<(string Name, string File)> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file), file));

    private static SortedSet<string> References(string file) => new(XDocument.Load(file).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))), StringComparer.Ordinal);

    private static string AssemblyOf(string file) =>
        XDocument.Load(file).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Capitalised();
}
