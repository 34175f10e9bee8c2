using Xunit.Sdk;

namespace AuroraView.Tests.Aot;

/// <summary>Runs each test of this program once, one after the other, and ends with the line that test.sh counts.</summary>
internal static class Program
{
    private static int Main(string[] names)
    {
        // xUnit finds its comparison of sequences by reflection; for sequences of values there must be native code.
        _ = CollectionTrackerExtensions.AsTracker<int>([]);
        _ = CollectionTrackerExtensions.AsTracker<long>([]);
        _ = CollectionTrackerExtensions.AsTracker<bool>([]);
        // Lines end as test.sh reads them.
        Console.Out.NewLine = "\n";
        var passed = 0;
        var failed = 0;
        foreach (var test in TestCase.All().Where(test => names.Length == 0 || names.Any(test.Name.Contains)))
        {
            if (test.Run() is not { } error)
            {
                passed++;
                continue;
            }

            failed++;
            Console.WriteLine($"{test.Name} [FAIL]\n{error}");
        }

        Console.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}
