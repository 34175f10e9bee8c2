namespace AuroraView.PanelHost.Tests.Support;

/// <summary>Pins an environment variable for as long as a test runs; the suite runs one test at a time.</summary>
internal sealed class Pinned : IDisposable
{
    private readonly string _name;
    private readonly string? _before;

    public Pinned(string name, string? value)
    {
        _name = name;
        _before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
}
