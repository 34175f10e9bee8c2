using AuroraView;
using AuroraView.Threading;
using SceneEditor.Baking;
using SceneEditor.Graph;
using SceneEditor.Simulation;

namespace SceneEditor.Panel;

/// <summary>
/// The glue between the editor and its page: each button of the page is one handler here, each change of the scene one
/// event. The view is in DCC mode, so handlers run on the main thread unless they say otherwise.
/// </summary>
internal sealed class ScenePanel
{
    private readonly WebView _view;
    private readonly MainThreadDispatcher _dispatcher;

    public ScenePanel(WebView view, MainThreadDispatcher dispatcher, Scene scene, SceneSimulation simulation, BakeJob bake, SceneFile file)
    {
        _view = view;
        _dispatcher = dispatcher;

        Bind("get_scene", () => SceneSnapshot.Of(scene));
        Bind("create_object", (CreateRequest request) => scene.Create(request.Kind, request.Parent, Drop));
        Bind("rename_object", (RenameRequest request) => scene.Rename(request.Id, request.Name));
        Bind("delete_object", (NodeRequest request) => new DeleteReply(scene.Delete(request.Id)));
        Bind("duplicate_object", (NodeRequest request) => scene.Duplicate(request.Id));
        Bind("set_visible", (VisibleRequest request) => scene.SetVisible(request.Id, request.Visible));
        Bind("set_property", (PropertyRequest request) => scene.Set(request.Id, request.Property, request.Value, request.Gesture));
        Bind("undo", () => new StepReply(scene.Undo()));
        Bind("redo", () => new StepReply(scene.Redo()));
        Bind("save_scene", () => file.Save(scene));
        Bind("set_turning", (TurningRequest request) =>
        {
            simulation.Turn(request.On);
            return new TurningReply(simulation.IsTurning);
        });

        view.On("bake", (CancellationToken pageGone) =>
        {
            Trace("bake");
            return bake.RunAsync(pageGone);
        });

        // These two run on the view's own thread. The first may: it only sets a flag, and answers while main is busy.
        // The second may not, and is here to show what happens then.
        Bind("cancel_bake", () => new CancelReply(bake.Cancel()), HandlerThread.View);
        Bind("touch_from_view_thread", () => scene.Create(NodeKind.Cube, 0), HandlerThread.View);

        // A page needs the newest state only, so a burst of changes may arrive as its last one.
        scene.Changed += () => Tell("scene_changed", SceneSnapshot.Of(scene));
        simulation.Frame += frame => Tell("frame", frame);
        bake.Progress += progress => Tell("bake_progress", progress);
    }

    private void Bind<TResult>(string name, Func<TResult> handler, HandlerThread thread = HandlerThread.Default) =>
        _view.On(name, () =>
        {
            Trace(name);
            return handler();
        }, thread);

    private void Bind<TRequest, TResult>(string name, Func<TRequest, TResult> handler) =>
        _view.On(name, (TRequest request) =>
        {
            Trace(name);
            return handler(request);
        });

    private void Bind<TRequest>(string name, Action<TRequest> handler) =>
        _view.On(name, (TRequest request) =>
        {
            Trace(name);
            handler(request);
        });

    /// <summary>Sends the newest state to the page. The scene lives on when the panel closes; then there is nobody to tell.</summary>
    private void Tell<T>(string name, T state)
    {
        try
        {
            _view.EmitLatest(name, state);
        }
        catch (ShutdownInProgressException)
        {
            // The panel is closing, maybe on another thread this very moment: a look at its state before would not help.
        }
    }

    /// <summary>Tells the page's strip on which thread a handler runs.</summary>
    private void Trace(string method) =>
        _view.Emit("call_trace", new CallTrace(method, _dispatcher.IsMainThread ? "main" : "view", Environment.CurrentManagedThreadId));

    /// <summary>A place for a new object: around the middle, each some way further.</summary>
    private static SceneNode Drop(SceneNode node)
    {
        var (sin, cos) = Math.SinCos(node.Id * 2.4);
        var height = node.Kind switch { NodeKind.Light => 2.6, NodeKind.Camera => 1.6, NodeKind.Group => 0, _ => 0.4 };
        return node with
        {
            TranslateX = Math.Round(3.4 * cos, 2),
            TranslateY = height,
            TranslateZ = Math.Round(3.4 * sin, 2),
            Scale = node.IsMesh ? 0.8 : 1,
        };
    }
}
