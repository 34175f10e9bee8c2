using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Schedules.Scheduling;
using Xunit;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>
/// What holds of a panel's life, whatever meets: an engine is told to end only when it has its start, every close and every start returns, the panel is told to be closed
/// once, after its engine has gone, and no event comes after that.
/// </summary>
public class LifeProperties
{
    [Fact]
    public void View_StartsClosesAndFailuresMeet_EndsOnceAndTellsEverybody() => ViewRun.Hold(static (seed, trace) => new LifeRun(seed, trace));

    private sealed class LifeRun : ViewRun
    {
        private const int Others = 4;

        private readonly StartingEngine _engine;
        private readonly WebView _view;
        private readonly Lent<SerialThread> _handlers;
        private readonly Lent<Action> _close;
        private int _ended;
        private int _closed;
        private bool _wasRefused;

        internal LifeRun(int seed, bool trace) : base(seed, trace)
        {
            _engine = new StartingEngine(Scheduler);
            _handlers = new Lent<SerialThread>(Scheduler, "handlers", static thread => thread.Run());
            _close = new Lent<Action>(Scheduler, "close", end =>
            {
                end();
                _engine.End();
            });
            _view = new WebView(new WebViewOptions
            {
                Html = "x",
                Backend = () => _engine,
                Clock = Scheduler.Clock,
                Safety = ThreadSafetyOptions.Default,
                StartHandlerThread = _handlers.Give,
                StartCloseThread = _close.Give,
            });
            _view.Ready += (_, _) => Handle("Ready");
            _view.Error += (_, _) => Handle("Error");
            _view.Closing += (_, args) =>
            {
                Handle("Closing");
                args.Cancel = Scheduler.OneIn(3);
                _wasRefused |= args.Cancel;
            };
            _view.Closed += (_, _) =>
            {
                Handle("Closed");
                _closed++;
                if (_engine.IsRunning)
                    Scheduler.Fail("the panel is closed and its engine runs");
            };
        }

        protected override WebView Prepare()
        {
            _engine.Thread = Scheduler.Add("engine", _engine.Run);
            for (var i = 0; i < Others; i++)
                Scheduler.Add($"user{i}", Use);
            Scheduler.Add("last", End);
            return _view;
        }

        protected override string? Verdict() => _closed == 1 ? null : $"Closed was raised {_closed} times";

        private void Use()
        {
            for (var i = 0; i < 3; i++)
            {
                if (Scheduler.OneIn(2))
                    Start();
                else if (Scheduler.OneIn(4))
                    _engine.Die();
                else
                    Close(force: Scheduler.OneIn(3));
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
                    Scheduler.Fail($"a start was refused while the panel was {_view.State}");
            }
        }

        private void Close(bool force)
        {
            if (_view.Close(TimeSpan.FromSeconds(1), force))
                return;
            if (force || !_wasRefused)
                Scheduler.Fail("a close says that a handler refused, and none did");
        }

        private void Handle(string name)
        {
            if (_closed > 0)
                Scheduler.Fail($"{name} was raised after Closed");
            // Would wait for itself.
            if (Scheduler.OneIn(4))
                _ = _view.Close(WaitTime.Infinite, force: name == "Closed");
        }

        private void End()
        {
            while (_ended < Others)
                Scheduler.Sleep(TimeSpan.FromSeconds(1));
            if (!_view.Close(WaitTime.Infinite, force: true))
                Scheduler.Fail("a forced close was refused");
            if (_view.State != ViewState.Closed)
                Scheduler.Fail($"a close without a limit has left the panel {_view.State}");
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
