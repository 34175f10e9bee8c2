using AuroraView.Engine;
using AuroraView.Engine.Pages;

namespace AuroraView.Tests.Seam;

/// <summary>Loads of an engine that does nothing: it keeps what it is asked for, and a test says what comes of it.</summary>
internal sealed class FakeLoads(IWebViewBackendEvents events, AppPages pages) : PageLoads(events, pages, fileAccess: false)
{
    /// <summary>What was asked of the engine, in order.</summary>
    internal List<string> Asked { get; } = [];

    internal bool IsEnding { get; set; }

    public override bool Can(NavigationCommand command) => true;

    internal void Committed() => Commit();

    internal bool ProcessGone(bool fromSource = false) => BeginAgain(fromSource);

    protected override bool IsPageEnding => IsEnding;

    protected override void Go(string url) => Asked.Add(url);

    protected override void Reload(bool ignoreCache) => Asked.Add(ignoreCache ? "reload all" : "reload");

    protected override void Stop() => Asked.Add("stop");

    protected override void Step(NavigationCommand command) => Asked.Add(command.ToString());
}
