namespace AuroraView.Threading.Schedules.Running;

/// <summary>What a call of a scenario throws.</summary>
internal sealed class ScenarioError(int call) : Exception($"c{call}")
{
    internal int Call { get; } = call;
}
