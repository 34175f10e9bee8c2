using AuroraView.Windows.Tests.Support;
using Xunit;

namespace AuroraView.Windows.Tests.Engine;

/// <summary>After each test: nothing of the engine is left, and no documented rule was broken.</summary>
[Collection(EngineCollection.Name)]
public abstract class EngineTests : IDisposable
{
    private static readonly string[] s_settings = ["controllerNever", "controllerFails", "environmentFails", "optionsMismatch", "oldRuntime"];
    private static readonly string[] s_broken = ["wrongThread", "releasedElsewhere", "afterClose", "notInDouble", "argumentsKept", "notClosed", "reentrancyRefused", "windowLost", "deferralTwice", "deferralsDropped", "engineDialogs"];

    protected EngineTests()
    {
        foreach (var name in s_settings.Concat(s_broken))
            EngineDouble.Set(name, 0);
        foreach (var name in (string[])["environments", "closed", "scripts", "bounds", "reparented", "permission", "ownScheme", "dialogs", "dialogsAccepted", "dialogsCancelled", "navigationsKept", "menusShown", "objects", "held", "controllers"])
            EngineDouble.Set(name, 0);
    }

    public void Dispose()
    {
        foreach (var name in s_settings)
            EngineDouble.Set(name, 0);
        // An answer goes ahead of its window's end.
        Worker.Until(static () => OpenDialog.All.Count == 0);
        Assert.All(s_broken, static name => Assert.True(EngineDouble.Get(name) == 0, $"{name}: {EngineDouble.Get(name)}"));
        Assert.Equal(0, EngineDouble.Get("controllers"));
        Assert.Equal(0, EngineDouble.Get("objects"));
        Assert.Equal(0, EngineDouble.Get("held"));
        GC.SuppressFinalize(this);
    }
}
