using System.Globalization;
using System.Text;
using AuroraView.Threading.Schedules.Running;
using AuroraView.Threading.Schedules.Scenarios;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AuroraView.Threading.Schedules;

/// <summary>Checks many random scenarios under random schedules. A failure names its seed; <c>AURORAVIEW_SEED</c> runs that one again.</summary>
internal static class Property
{
    private const int SchedulesPerScenario = 4;

    private static string? Replay => Environment.GetEnvironmentVariable("AURORAVIEW_SEED");

    private static string? Count => Environment.GetEnvironmentVariable("AURORAVIEW_RUNS");

    internal static void Holds(ScenarioShape shape, int runs, ulong firstSeed = 1)
    {
        var gen = ScenarioGen.Of(shape);
        if (Replay is { } replay)
        {
            Check(gen, ulong.Parse(replay, CultureInfo.InvariantCulture));
            return;
        }

        if (Count is { } count)
            runs = int.Parse(count, CultureInfo.InvariantCulture);
        for (var seed = firstSeed; seed < firstSeed + (ulong)runs; seed++)
            Check(gen, seed);
    }

    private static void Check(Gen<Scenario> gen, ulong seed)
    {
        var scenario = gen.Sample(1, new Rnd(seed / SchedulesPerScenario, 1), 20).First();
        var schedule = (int)seed;
        if (ScenarioRun.Execute(scenario, schedule) is not { } failure)
            return;
        var (smaller, smallerFailure, smallerSchedule) = Shrink(scenario, failure, schedule);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"AURORAVIEW_SEED={seed}: {failure}")
            .AppendLine(CultureInfo.InvariantCulture, $"{scenario}")
            .AppendLine(CultureInfo.InvariantCulture, $"smaller, schedule {smallerSchedule}: {smallerFailure}")
            .AppendLine(CultureInfo.InvariantCulture, $"{smaller}");
        foreach (var line in ScenarioRun.TraceOf(smaller, smallerSchedule))
            text.AppendLine(line);
        Assert.Fail(text.ToString());
    }

    private static (Scenario Scenario, string Failure, int Schedule) Shrink(Scenario scenario, string failure, int schedule)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var candidate in ScenarioShrink.Smaller(scenario))
            {
                for (var other = 0; other < 40 && !again; other++)
                {
                    if (ScenarioRun.Execute(candidate, schedule + other) is not { } its)
                        continue;
                    (scenario, failure, schedule, again) = (candidate, its, schedule + other, true);
                }

                if (again)
                    break;
            }
        }

        return (scenario, failure, schedule);
    }
}
