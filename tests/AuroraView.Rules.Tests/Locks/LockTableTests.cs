using AuroraView.Threading.Tests;
using Xunit;

namespace AuroraView.Rules.Tests.Locks;

/// <summary>The table of locks in docs/locks.md says what is in the code.</summary>
public class LockTableTests
{
    [Fact]
    public void Table_OfTheDocs_HasEveryLockOfTheProductAndNoOther()
    {
        var found = LockFields.Find().Select(field => $"{field.Field}: {field.Kind}").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(found);
        var documented = Rows().Select(row => $"{row[0].Trim('`')}: {row[1]}").Order(StringComparer.Ordinal).ToList();
        Assert.True(
            found.SequenceEqual(documented),
            $"Not in the table: {string.Join("; ", found.Except(documented))}\nNot in the code: {string.Join("; ", documented.Except(found))}");
    }

    [Fact]
    public void Table_OfTheDocs_SaysWhatEachGuardsAndWhoTakesIt() =>
        Assert.All(Rows(), row => Assert.True(row.Length == 4 && row[2].Length > 10 && row[3].Length > 5, string.Join(" | ", row)));

    private static List<string[]> Rows()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "locks.md"));
        return lines.SkipWhile(line => !line.StartsWith("| lock |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
    }
}
