using System.Text.RegularExpressions;
using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Rules.Tests.Rooms;

/// <summary>The two trips of ARCHITECTURE.md name types and methods that exist, in at most 14 stations each.</summary>
public sealed partial class TripTests
{
    private static readonly string s_sources = Path.Combine(Repository.Root, "src");

    [Fact]
    public void Trips_OfTheArchitecture_AreTwoOfAtMostFourteenStations()
    {
        var trips = Trips();
        Assert.Equal(2, trips.Count);
        Assert.All(trips, static trip => Assert.Equal(Enumerable.Range(1, Math.Min(trip.Count, 14)), trip.Select(static row => int.Parse(row[0]))));
    }

    [Fact]
    public void Stations_OfTheArchitecture_NameWhatTheCodeHas()
    {
        var names = Trips().SelectMany(static trip => trip).SelectMany(static row => row.Skip(1)).SelectMany(static cell => Code().Matches(cell)).ToList();
        Assert.True(names.Count > 40);
        Assert.All(names, static name => Assert.True(Exists(name.Groups[1].Value), name.Value));
    }

    private static List<List<string[]>> Trips() => [.. File.ReadAllText(Path.Combine(Repository.Root, "ARCHITECTURE.md"))
        .Split("| | station | what happens |\n").Skip(1)
        .Select(static text => text.Split('\n').Skip(1).TakeWhile(static line => line.StartsWith('|'))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList())];

    // `Type`, `Type.Member`, `Type.Member<T>`, `file.js`, or `function` of a page script.
    private static bool Exists(string name)
    {
        if (name.EndsWith(".js", StringComparison.Ordinal))
            return Files(name).Any();
        if (char.IsLower(name[0]))
            return Files("*.js").Any(file => File.ReadAllText(file).Contains($"const {name} = ", StringComparison.Ordinal));
        var parts = name.Split('<')[0].Split('.');
        var files = Files($"{parts[0]}.cs").Concat(Files($"{parts[0]}.*.cs")).ToList();
        // A member may be the base class's: PageCall.TryStart is Call's.
        return files.Count > 0 && (parts.Length == 1 || files.Concat(files.SelectMany(BaseOf)).Any(file => HasMember(file, parts[1])));
    }

    private static IEnumerable<string> BaseOf(string file) =>
        Base().Match(File.ReadAllText(file)) is { Success: true } found ? Files($"{found.Groups[1].Value}.cs") : [];

    private static bool HasMember(string file, string member) => Regex.IsMatch(File.ReadAllText(file), $@"[\w>?\]] (\w+\.)?{member}(<\w+>)?(\(| =>| \{{|;|$)", RegexOptions.Multiline);

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(s_sources, pattern, SearchOption.AllDirectories);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"class \w+(?:\([^)]*\))? : (\w+)")]
    private static partial Regex Base();
}
