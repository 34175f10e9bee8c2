using AuroraView;
using AuroraView.Threading;

// The host: its main thread, the only one on which "the scene" may be touched.
using var main = MainThreadDispatcher.CreateForCurrentThread();
var scene = new List<string>();

using var panel = new WebView(new WebViewOptions
{
    Title = "Hello",
    DccMode = true, // handlers run on the main thread
    Dispatcher = main,
    Html = """
        <button onclick="make()">Make a cube</button> <output id="all"></output>
        <script>
          async function make() { all.value = await auroraview.call("create_cube", { size: 2 }); }
        </script>
        """,
});

panel.On("create_cube", (int size) =>
{
    scene.Add($"cube of {size}, made on thread {Environment.CurrentManagedThreadId}");
    return string.Join(", ", scene);
});

var closed = false;
panel.Closed += (_, _) => closed = true;
panel.Show();
main.RunUntil(() => closed, WaitTime.Infinite); // a host with a loop of its own pumps there instead
