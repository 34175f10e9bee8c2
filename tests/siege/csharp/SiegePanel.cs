using System.Collections.Concurrent;
using System.Text.Json;
using AuroraView.Threading;

namespace AuroraView.Siege;

/// <summary>A panel and what is known of it: which of its page's calls ran, which awaits are out, how often it said that it was closed.</summary>
internal sealed class SiegePanel
{
    private const string Page = """
        <!doctype html><title>siege</title><script>
        const here = String(Math.random()), wrong = [];
        let number = 0, open = 0;
        const ask = (method, value) => {
          open++;
          let ended = false;
          const end = (code) => {
            open--;
            if (ended) wrong.push(method + ' was answered twice');
            ended = true;
            if (code === 'UnknownMethod') wrong.push(method + ' was not known');
          };
          return auroraview.call(method, value).then(() => end(), (error) => end(error.code));
        };
        const flood = (count) => { for (let i = 0; i < count; i++) ask('once', here + ':' + number++); };
        const settled = async () => { while (open > 0) await new Promise((done) => setTimeout(done, 20)); return wrong.join(); };
        auroraview.on('fine', () => 0);
        auroraview.on('bad', () => { throw new Error('a listener of the siege'); });
        </script><body>siege
        """;

    private readonly Ledger _ledger;
    private readonly ConcurrentDictionary<string, bool> _ran = [];
    private readonly TaskCompletionSource _late = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lateBegun;
    private int _lateEnded;
    private int _closed;

    public SiegePanel(int number, SiegeHost host, Ledger ledger, Random plan)
    {
        Number = number;
        _ledger = ledger;
        CloseIn = plan.Next(20);
        View = new WebView(new WebViewOptions
        {
            Title = $"siege {number}",
            Width = 200,
            Height = 120,
            Html = Page,
            DccMode = plan.Next(2) == 0,
            Dispatcher = host.Dispatcher,
            // One in sixteen can never be written: the panel fails to start, or works without; the host lives.
            DataFolder = plan.Next(16) == 0 ? "/proc/self/exe/siege" : null,
            PingTimeout = TimeSpan.FromSeconds(2),
            Safety = host.Dispatcher.Options with { WhenQueueFull = FullQueuePolicy.Fail, DrainTimeout = Drain },
        });
        Register();
        Listen();
    }

    public static TimeSpan Drain { get; } = TimeSpan.FromMilliseconds(500);

    public int Number { get; }

    public WebView View { get; }

    /// <summary>In which of its handlers the panel closes itself; most have none.</summary>
    public int CloseIn { get; }

    public bool RefusesToClose { get; set; }

    /// <summary>Whether something was done to its processes or its page, so that its page's calls may stay open.</summary>
    public bool IsDisturbed { get; set; }

    public string? NotAsPromised =>
        _closed != 1 && View.Engine is not null ? $"panel {Number} said {_closed} times that it was closed"
        : _lateBegun != _lateEnded ? $"panel {Number}: {_lateBegun} handlers waited for something that came late, {_lateEnded} of them ended"
        : null;

    public void Release() => _late.TrySetResult();

    /// <summary>Registers the handlers, also again: what was accepted runs.</summary>
    public void Register()
    {
        View.On("once", (string id) =>
        {
            if (!_ran.TryAdd(id, true))
                _ledger.Wrong($"panel {Number}: the page's call {id} ran twice");
        });
        View.On("big", (JsonElement value) => value.GetProperty("data").GetString()!.Length);
        View.On("throws", () => throw new InvalidOperationException("a handler of the siege"));
        View.On("late", () => AwaitLate(stays: true));
        View.On("late_elsewhere", () => AwaitLate(stays: false));
        View.On("late_main", () => AwaitLate(stays: true), HandlerThread.Main);
        View.On("back", () => _ledger.Call($"eval of {Number} in its handler", TimeSpan.FromSeconds(1), () => View.EvalJsSync<int>("1 + 1", TimeSpan.FromSeconds(1))));
        View.On("close", () => Close("a handler"));
    }

    public void Close(string where) => _ledger.Call($"close of {Number} in {where}", TimeSpan.FromMilliseconds(250), () => View.Close(Drain));

    private async Task AwaitLate(bool stays)
    {
        Interlocked.Increment(ref _lateBegun);
        try
        {
            await _late.Task.ConfigureAwait(stays);
        }
        finally
        {
            Interlocked.Increment(ref _lateEnded);
        }
    }

    private void Listen()
    {
        View.Ready += (_, _) => CloseIf(1, "Ready");
        View.Loaded += (_, _) => CloseIf(2, "Loaded");
        View.LoadFailed += (_, _) => CloseIf(3, "LoadFailed");
        View.Crashed += (_, _) =>
        {
            IsDisturbed = true;
            CloseIf(3, "Crashed");
        };
        View.Error += (_, args) =>
        {
            _ledger.Note($"error of {Number}: {args.Message.Split('\n')[0]}");
            CloseIf(4, "Error");
        };
        View.Closing += (_, args) => args.Cancel = RefusesToClose;
        View.Closed += (_, args) =>
        {
            Interlocked.Increment(ref _closed);
            _ledger.Note($"closed {Number}: {args.Reason}, {args.Error?.Code}, {args.Abandoned} abandoned");
            if (CloseIn == 5)
                Close("Closed");
        };
    }

    private void CloseIf(int which, string where)
    {
        if (CloseIn == which)
            Close(where);
    }
}
