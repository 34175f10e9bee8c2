namespace AuroraView.PanelHost.Tests.Support;

/// <summary>A suite that runs on both versions of the engine's API.</summary>
public abstract class OnBothApis : IDisposable
{
    private readonly Pinned _api;

    protected OnBothApis(string api) => _api = new Pinned("AURORAVIEW_WEBKIT_API", api);

    public virtual void Dispose()
    {
        _api.Dispose();
        GC.SuppressFinalize(this);
    }
}
