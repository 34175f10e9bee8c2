namespace AuroraView.Threading.Schedules.Scenarios;

/// <summary>Which scenarios are made.</summary>
internal sealed record ScenarioShape
{
    internal int MostHosts { get; init; } = 2;

    internal int MostWorkers { get; init; } = 3;

    internal int MostPages { get; init; }

    internal int MostOps { get; init; } = 4;

    internal int MostDepth { get; init; } = 2;

    internal bool Limits { get; init; } = true;

    internal bool Tokens { get; init; }

    internal bool Joins { get; init; }

    internal bool Shutdowns { get; init; }

    internal int MostLocks { get; init; }

    internal bool Loops { get; init; }

    internal LoopKind[] LoopKinds { get; init; } = [LoopKind.Prompt, LoopKind.Explicit];
}
