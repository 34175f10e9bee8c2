namespace AuroraView.Siege;

/// <summary>What besiegers do, each on a thread of its own, all at once.</summary>
internal static class Steps
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(300);

    /// <summary>The steps with how often they are chosen.</summary>
    public static (string Name, int Weight, Action<Siege, SiegePanel> Run)[] All { get; } =
    [
        ("eval", 6, static (siege, panel) => Eval(siege, panel, "1 + 1", s_second)),
        ("eval that calls", 6, static (siege, panel) => Eval(siege, panel, "await ask('once', here + ':' + number++)", s_second)),
        ("eval that calls back", 3, static (siege, panel) => Eval(siege, panel, "await ask('back')", s_second)),
        ("eval that never ends", 3, static (siege, panel) => Eval(siege, panel, "await new Promise(() => {})", s_short)),
        ("eval that is cancelled", 2, Cancelled),
        ("eval on main", 3, static (siege, panel) => siege.Host.Do(() => Eval(siege, panel, "await ask('once', here + ':' + number++)", s_short))),
        ("evals", 3, static (siege, panel) => Many(siege, panel, 20, static view => view.EvalJsAsync<int>("new Promise(done => setTimeout(() => done(1), 5))"))),
        ("evals that never end", 2, static (siege, panel) => Many(siege, panel, 5, static view => view.EvalJsAsync<int>("new Promise(() => {})"))),
        ("picture", 2, static (siege, panel) => Many(siege, panel, 1, static view => view.CaptureScreenshotAsync())),
        ("emit", 5, static (siege, panel) => Emit(siege, panel, "fine", 50, 10)),
        ("emit much", 3, static (siege, panel) => Emit(siege, panel, "fine", 10, 1_000_000)),
        ("emit flood", 2, static (siege, panel) => Emit(siege, panel, "fine", 5_000, 100)),
        ("emit to one that throws", 2, static (siege, panel) => Emit(siege, panel, "bad", 5, 1)),
        ("flood", 4, static (siege, panel) => Script(siege, panel, "flood(500)")),
        ("large calls", 2, static (siege, panel) => Script(siege, panel, "for (let i = 0; i < 5; i++) ask('big', { data: 'x'.repeat(1e6) })")),
        ("calls that throw", 2, static (siege, panel) => Script(siege, panel, "for (let i = 0; i < 5; i++) ask('throws')")),
        ("late", 3, static (siege, panel) => Script(siege, panel, "ask('late'); ask('late_elsewhere'); ask('late_main')")),
        ("release", 1, static (_, panel) => panel.Release()),
        ("register again", 3, static (siege, panel) => siege.Ledger.Call($"register again {panel.Number}", s_short, panel.Register)),
        ("invoke", 4, static (siege, panel) => siege.Ledger.Call("invoke", s_second, () => panel.View.GetProxy().CallOnDccMainThread(static () => 1, s_second))),
        ("posts", 3, static (siege, _) => Posts(siege)),
        ("load", 3, static (siege, panel) => siege.Ledger.Call($"load {panel.Number}", s_short, () => panel.View.LoadHtml("<title>other</title><script>auroraview.call('once', String(Math.random()))</script>"))),
        ("load what is refused", 2, static (siege, panel) => siege.Ledger.Call($"load {panel.Number}", s_short, () => panel.View.LoadUrl("http://127.0.0.1:25/"))),
        ("load what hangs", 2, static (siege, panel) => Disturb(siege, panel, "load that hangs", () => panel.View.LoadUrl(siege.SilentServer))),
        ("reload", 3, static (siege, panel) => siege.Ledger.Call($"reload {panel.Number}", s_short, () => panel.View.Reload())),
        ("stop", 1, static (siege, panel) => siege.Ledger.Call($"stop {panel.Number}", s_short, panel.View.Stop)),
        ("hang", 2, static (siege, panel) => Disturb(siege, panel, "hang", () => panel.View.EvalJs("while (true) {}"))),
        ("kill panel host", 1, static (siege, panel) => siege.Strike(panel, "auroraview", ProcessTree.Kill)),
        ("kill web process", 2, static (siege, panel) => siege.Strike(panel, "WebKitWeb", ProcessTree.Kill)),
        ("kill network process", 1, static (siege, panel) => siege.Strike(panel, "WebKitNetwork", ProcessTree.Kill)),
        ("stop panel host", 1, static (siege, panel) => siege.Strike(panel, "auroraview", ProcessTree.Stop)),
        ("stop web process", 1, static (siege, panel) => siege.Strike(panel, "WebKitWeb", ProcessTree.Stop)),
        ("stop network process", 1, static (siege, panel) => siege.Strike(panel, "WebKitNetwork", ProcessTree.Stop)),
        ("continue", 2, static (siege, panel) => siege.Strike(panel, "", ProcessTree.Continue)),
        ("resize", 2, static (siege, panel) => siege.Ledger.Call($"resize {panel.Number}", s_short, () => panel.View.Resize(150 + (panel.Number * 10), 100))),
        ("refuse to close", 1, static (_, panel) => panel.RefusesToClose = true),
        ("close", 2, static (siege, panel) => siege.Close(panel, force: false)),
        ("close in a handler", 1, static (siege, panel) => Script(siege, panel, "ask('close')")),
        ("close on main", 1, static (siege, panel) => siege.Host.Do(() => siege.Close(panel, force: false))),
    ];

    private static void Eval(Siege siege, SiegePanel panel, string script, TimeSpan limit) =>
        siege.Ledger.Call($"eval {script} in {panel.Number}", limit, () => panel.View.EvalJsSync(script, limit));

    private static void Script(Siege siege, SiegePanel panel, string script) =>
        siege.Ledger.Call($"script {script} in {panel.Number}", s_short, () => panel.View.EvalJs(script));

    private static void Cancelled(Siege siege, SiegePanel panel)
    {
        using var cancellation = new CancellationTokenSource(50);
        siege.Ledger.Call($"cancelled eval in {panel.Number}", s_short, () => panel.View.EvalJsSync("await new Promise(() => {})", s_second, cancellation.Token));
    }

    private static void Many(Siege siege, SiegePanel panel, int count, Func<WebView, Task> begin)
    {
        for (var i = 0; i < count; i++)
            siege.Ledger.Track($"task {i} of {panel.Number}", () => begin(panel.View));
    }

    private static void Emit(Siege siege, SiegePanel panel, string name, int count, int size)
    {
        var detail = new string('x', size);
        siege.Ledger.Call($"{count} {name} of {size} to {panel.Number}", s_second, () =>
        {
            for (var i = 0; i < count; i++)
                panel.View.Emit(name, detail);
        });
    }

    private static void Posts(Siege siege)
    {
        for (var i = 0; i < 50; i++)
        {
            var ran = new TaskCompletionSource();
            siege.Ledger.Track("post", () =>
            {
                // The second time throws, and that is told.
                siege.Host.Dispatcher.Post(static ran => ran.SetResult(), ran);
                return ran.Task;
            });
        }
    }

    // From here on there may be no page that answers.
    private static void Disturb(Siege siege, SiegePanel panel, string what, Action act)
    {
        panel.IsDisturbed = true;
        siege.Ledger.Call($"{what} {panel.Number}", s_short, act);
    }
}
