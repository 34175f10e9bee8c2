using AuroraView.Tests.Contract;
using AuroraView.WebView2;
using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>The contract of every engine, kept by the WebView2 back end over the double.</summary>
[Collection(EngineCollection.Name)]
public sealed class ContractTests : EngineContract
{
    // The double runs no scripts; this one it does not answer.
    protected override string Endless => "double:never";

    internal override RecordedView Open(TimeSpan? pingTimeout)
    {
        var start = EngineView.Begin();
        return new RecordedView(new WebView2Backend(new WebView2Options { BrowserFolder = EngineDouble.Folder }),
            pingTimeout is { } time ? start with { PingTimeout = time } : start);
    }
}
