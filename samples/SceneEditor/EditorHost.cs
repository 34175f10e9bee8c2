using AuroraView;
using AuroraView.Threading;
using SceneEditor.Baking;
using SceneEditor.Graph;
using SceneEditor.Panel;
using SceneEditor.Simulation;

namespace SceneEditor;

/// <summary>The host application: a main thread with a loop of its own, the scene that belongs to it, and one panel.</summary>
internal sealed class EditorHost : IDisposable
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(16);
    private readonly SceneSimulation _simulation;
    private bool _closed;

    public EditorHost(EditorOptions options)
    {
        // A main thread that is away for half a second is worth a word to the page.
        Dispatcher = MainThreadDispatcher.CreateForCurrentThread(new ThreadSafetyOptions { StallAfter = TimeSpan.FromSeconds(0.5) });
        Scene = new Scene("courtyard.scene");
        StartScene.Fill(Scene);
        _simulation = new SceneSimulation(Scene, TimeProvider.System);
        var bake = new BakeJob(Scene, Dispatcher, options.BakePassTime);
        var file = new SceneFile(Path.Combine(options.SaveFolder, Scene.Name), options.SaveTime);

        View = new WebView(new WebViewOptions
        {
            Title = "Scene Editor",
            Width = options.Width,
            Height = options.Height,
            DccMode = true,
            Dispatcher = Dispatcher,
            Json = SceneJson.Default.Options,
            File = Path.Combine(AppContext.BaseDirectory, "page", "index.html"),
        });
        _ = new ScenePanel(View, Dispatcher, Scene, _simulation, bake, file);
        View.Closed += (_, closed) =>
        {
            CloseError = closed.Error?.Message;
            _closed = true;
        };
        View.Error += (_, error) => Console.Error.WriteLine(error.Message);
    }

    public MainThreadDispatcher Dispatcher { get; }

    public Scene Scene { get; }

    public WebView View { get; }

    /// <summary>Why the panel is gone, when nobody asked it to close.</summary>
    public string? CloseError { get; private set; }

    /// <summary>The main loop: playback sixty times a second, and in between whatever the panel asks for.</summary>
    public void Run()
    {
        View.Show();
        while (!_closed)
        {
            _simulation.Tick();
            if (_simulation.IsTurning)
                Dispatcher.RunUntil(() => _closed, s_frame);
            else
                Dispatcher.RunUntil(() => _closed || _simulation.IsTurning, WaitTime.Infinite);
        }
    }

    public void Dispose()
    {
        View.Dispose();
        Dispatcher.Dispose();
    }
}
