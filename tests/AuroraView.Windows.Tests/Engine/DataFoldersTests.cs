using System.Diagnostics;
using AuroraView.WebView2.View;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

public class DataFoldersTests
{
    [Fact]
    public void Sweep_DeletesWhatProcessesThatAreGoneHaveLeft_AndNothingElse()
    {
        using var me = Process.GetCurrentProcess();
        var own = DataFolders.NameOf(me);
        // A process that had this one's number before it, one that there is not, and what nobody of ours has made.
        var gone = new[] { $"{me.Id}-1", "999999999-638000000000000000" };
        var kept = new[] { own, "notes", "12345", "x-1" };
        var root = Directory.CreateTempSubdirectory("auroraview").FullName;
        foreach (var name in gone.Concat(kept))
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(root, name)).FullName, "file"), "x");
        DataFolders.Sweep(root);
        Assert.Equal(kept.Order(StringComparer.Ordinal), Directory.GetDirectories(root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Directory.Delete(root, recursive: true);
        DataFolders.Sweep(root);
    }

    [Fact]
    public void For_TheNearestNameCounts()
    {
        Assert.Equal("view", DataFolders.For("view", "process"));
        Assert.Equal("process", DataFolders.For(null, "process"));
        using var me = Process.GetCurrentProcess();
        Assert.EndsWith(DataFolders.NameOf(me), DataFolders.For(null, null), StringComparison.Ordinal);
        Assert.Same(DataFolders.For(null, null), DataFolders.For(null, null));
    }
}
