using System.Globalization;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>
/// What holds of a panel's life, whatever meets: an engine is told to end only when it has its start, every close and every start returns, the panel is told to be closed
/// once, after its engine has gone, and no event comes after that.
/// </summary>
public class LifeProperties
{
    private const int Runs = 3000;

    [Fact]
    public void View_StartsClosesAndFailuresMeet_EndsOnceAndTellsEverybody()
    {
        if (Environment.GetEnvironmentVariable("AURORAVIEW_SEED") is { } replay)
        {
            Check(int.Parse(replay, CultureInfo.InvariantCulture), trace: true);
            return;
        }

        var runs = Environment.GetEnvironmentVariable("AURORAVIEW_RUNS") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : Runs;
        for (var seed = 1; seed <= runs; seed++)
            Check(seed, trace: false);
    }

    private static void Check(int seed, bool trace)
    {
        var run = new LifeRun(seed, trace);
        if (run.Execute() is { } failure)
            Assert.Fail($"AURORAVIEW_SEED={seed}: {failure}{Environment.NewLine}{string.Join(Environment.NewLine, run.Trace)}");
    }

    private sealed class LifeRun
    {
        private const int Others = 4;

        private readonly Scheduler _scheduler;
        private readonly StartingEngine _engine;
        private readonly WebView _view;
        private readonly Lent<SerialThread> _handlers;
        private readonly Lent<Action> _close;
        private int _ended;
        private int _closed;
        private bool _wasRefused;

        internal LifeRun(int seed, bool trace)
        {
            _scheduler = new Scheduler(seed) { KeepTrace = trace };
            _scheduler.Describe = () => $"AURORAVIEW_SEED={seed}";
            _engine = new StartingEngine(_scheduler);
            _handlers = new Lent<SerialThread>(_scheduler, "handlers", static thread => thread.Run());
            _close = new Lent<Action>(_scheduler, "close", end =>
            {
                end();
                _engine.End();
            });
            _view = new WebView(new WebViewOptions
            {
                Html = "x",
                Backend = () => _engine,
                Clock = _scheduler.Clock,
                Safety = ThreadSafetyOptions.Default,
                StartHandlerThread = _handlers.Give,
                StartCloseThread = _close.Give,
            });
            _view.Ready += (_, _) => Handle("Ready");
            _view.Error += (_, _) => Handle("Error");
            _view.Closing += (_, args) =>
            {
                Handle("Closing");
                args.Cancel = _scheduler.OneIn(3);
                _wasRefused |= args.Cancel;
            };
            _view.Closed += (_, _) =>
            {
                Handle("Closed");
                _closed++;
                if (_engine.IsRunning)
                    _scheduler.Fail("the panel is closed and its engine runs");
            };
        }

        internal IEnumerable<string> Trace => _scheduler.Trace;

        internal string? Execute()
        {
            _engine.Thread = _scheduler.Add("engine", _engine.Run);
            for (var i = 0; i < Others; i++)
                _scheduler.Add($"user{i}", Use);
            _scheduler.Add("last", End);
            _scheduler.RunAll();
            WaitParties.Pages.Remove(_view.Core.Party);
            return _scheduler.Failure ?? (_closed == 1 ? null : $"Closed was raised {_closed} times");
        }

        private void Use()
        {
            for (var i = 0; i < 3; i++)
            {
                if (_scheduler.OneIn(2))
                    Start();
                else if (_scheduler.OneIn(4))
                    _engine.Die();
                else
                    Close(force: _scheduler.OneIn(3));
            }

            _ended++;
        }

        private void Start()
        {
            try
            {
                _view.Show();
            }
            catch (ShutdownInProgressException)
            {
                if (_view.State < ViewState.Closing)
                    _scheduler.Fail($"a start was refused while the panel was {_view.State}");
            }
        }

        private void Close(bool force)
        {
            if (_view.Close(TimeSpan.FromSeconds(1), force))
                return;
            if (force || !_wasRefused)
                _scheduler.Fail("a close says that a handler refused, and none did");
        }

        private void Handle(string name)
        {
            if (_closed > 0)
                _scheduler.Fail($"{name} was raised after Closed");
            // Would wait for itself.
            if (_scheduler.OneIn(4))
                _ = _view.Close(WaitTime.Infinite, force: name == "Closed");
        }

        private void End()
        {
            while (_ended < Others)
                _scheduler.Sleep(TimeSpan.FromSeconds(1));
            if (!_view.Close(WaitTime.Infinite, force: true))
                _scheduler.Fail("a forced close was refused");
            if (_view.State != ViewState.Closed)
                _scheduler.Fail($"a close without a limit has left the panel {_view.State}");
        }
    }

    /// <summary>A thread that is there before it is asked for.</summary>
    private sealed class Lent<T>
        where T : class
    {
        private readonly Scheduler _scheduler;
        private readonly VirtualThread _thread;
        private T? _work;

        internal Lent(Scheduler scheduler, string name, Action<T> run)
        {
            _scheduler = scheduler;
            _thread = scheduler.Add(name, () =>
            {
                while (_work is null)
                    _scheduler.Park(_thread!, Timeout.InfiniteTimeSpan, takesToken: true);
                run(_work);
            });
        }

        internal void Give(T work)
        {
            if (_work is not null)
                _scheduler.Fail($"{_thread} was asked for twice");
            _work = work;
            _thread.Parker.Unpark();
        }
    }
}
