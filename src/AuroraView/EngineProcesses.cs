using AuroraView.Backends.PanelHost;
using AuroraView.Engine;
using AuroraView.Threading.Guards;

namespace AuroraView;

/// <summary>What <see cref="WebViewBackends"/> knows of the engine's processes: when they are there.</summary>
/// <remarks>Every member may be called from any thread.</remarks>
public static class EngineProcesses
{
    extension(WebViewBackends)
    {
        /// <summary>
        /// Makes a panel host ready in the background, with an idle view: the first panel then appears much sooner. Returns at once. The process is kept until a panel has
        /// used it, or this process ends. A second call, while one is ready, does nothing. Linux only; elsewhere it does nothing.
        /// </summary>
        /// <param name="options">Options of the panels to come. <see cref="WebViewOptions.DataFolder"/>, <see cref="WebViewOptions.Acceleration"/> and
        /// <see cref="WebViewOptions.Debug"/> count: they say which panels can share the process.</param>
        public static void Prewarm(WebViewOptions? options = null)
        {
            if (WebViewBackends.Registered is not null || !OperatingSystem.IsLinux())
                return;
            options ??= new WebViewOptions();
            var start = new BackendStart
            {
                DataFolder = options.DataFolder,
                Acceleration = options.Acceleration,
                DevTools = options.Debug,
                DocumentScript = "",
                DeliverFunction = "",
            };
            Background.Always("AuroraView prewarm", () => _ = PanelHostPrewarm.Begin(start));
        }

        /// <summary>
        /// How long a panel host is kept after its last panel has closed, so that a panel that is opened again soon finds it. The default is zero: it ends at once, and nothing
        /// is left running. Linux only.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">Less than zero or more than an hour.</exception>
        public static TimeSpan KeepWarm
        {
            get => TimeSpan.FromMilliseconds(SharedPanelHost.KeepWarm);
            set
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
                SharedPanelHost.KeepWarm = (int)value.TotalMilliseconds;
            }
        }
    }
}
