using AuroraView.PanelHost.Tests.Support;

namespace AuroraView.PanelHost.Tests.Engine;

public sealed class ContractTests41() : ContractTests("4.1");

public sealed class ContractTests40() : ContractTests("4.0");

/// <summary>The contract of every engine, kept by WebKitGTK in the panel host.</summary>
public abstract class ContractTests(string api) : EngineContract, IDisposable
{
    private readonly Pinned _api = new("AURORAVIEW_WEBKIT_API", api);

    protected override string Endless => "while (true);";

    public void Dispose()
    {
        _api.Dispose();
        GC.SuppressFinalize(this);
    }

    internal override RecordedView Open(TimeSpan? pingTimeout) => TestView.Start(start => pingTimeout is { } time ? start with { PingTimeout = time } : start);
}
