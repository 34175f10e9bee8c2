using Xunit;

namespace AuroraView.Windows.Tests.Support;

/// <summary>The double counts for the whole process: its tests run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EngineCollection
{
    public const string Name = "WebView2 double";
}
