using AuroraView.Threading.Schedules.Scheduling;
using AuroraView.Views;
using Xunit;

namespace AuroraView.Threading.Schedules.Views;

/// <summary>
/// What holds of the way to the page, whatever becomes of its documents: each event arrives at least once and in its sender's order, no script runs twice, each
/// evaluation is answered once, and the load that was asked for last is shown.
/// </summary>
public class DeliveryProperties
{
    [Fact]
    public void Link_LoadsFailHangAndCrash_LosesDoublesAndReordersNothing() => ViewRun.Hold(static (seed, trace) => new DeliveryRun(seed, trace));

    private sealed class DeliveryRun : ViewRun
    {
        private const int Senders = 3;
        private const int OpsOfEach = 8;
        private const int Sentinel = 999_999;
        private const int MostWaits = 1000;
        private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(2);

        private readonly EngineModel _engine;
        private readonly WebView _view;
        private readonly List<int> _sent = [];
        private readonly Dictionary<int, int> _answers = [];
        private int _ending;

        internal DeliveryRun(int seed, bool trace) : base(seed, trace)
        {
            _engine = new EngineModel(Scheduler);
            // Nobody serves the handlers' thread: the panel's events are not looked at here.
            _view = new WebView(new WebViewOptions
            {
                Html = "the first",
                Backend = () => _engine,
                Clock = Scheduler.Clock,
                Safety = ThreadSafetyOptions.Default,
                StartHandlerThread = static _ => { },
            });
        }

        protected override WebView Prepare()
        {
            _engine.Thread = Scheduler.Add("engine", _engine.Run);
            for (var i = 1; i <= Senders; i++)
            {
                var first = i * 1000;
                Scheduler.Add($"sender{i}", () => Send(first));
            }

            var last = Scheduler.Add("last", End);
            _engine.OnReceived = last.Parker.Unpark;
            return _view;
        }

        private void Send(int first)
        {
            _view.Show();
            for (var number = first; number < first + OpsOfEach; number++)
            {
                if (Scheduler.OneIn(3))
                    Evaluate(number);
                else if (Scheduler.OneIn(3))
                    Navigate();
                else if (Scheduler.OneIn(8))
                    _engine.Crash();
                else
                    Emit(number);
                if (Scheduler.OneIn(3))
                    Scheduler.Sleep(TimeSpan.FromMilliseconds(300));
            }

            _ending++;
        }

        private void Navigate()
        {
            if (Scheduler.OneIn(3))
                _view.Reload();
            else
                _view.LoadHtml("another");
        }

        private void Emit(int number)
        {
            Scheduler.Note($"sends event{number}");
            _sent.Add(number);
            _view.Emit($"event{number}");
        }

        private void Evaluate(int number)
        {
            _answers[number] = 0;
            _view.Core.Push(Outbound.Evaluate(_view.Core.Evaluations.Add($"number{number}", _ => _answers[number]++)));
        }

        private void End()
        {
            while (_ending < Senders)
                Scheduler.Sleep(TimeSpan.FromSeconds(1));
            _engine.IsCalm = true;
            _view.LoadHtml("the last");
            Evaluate(Sentinel);
            Emit(Sentinel);
            // Time may pass while another thread is in the middle of something, so it takes many times to be sure that nothing comes.
            for (var times = 0; times < MostWaits && !_engine.Received.Contains(Sentinel); times++)
                Scheduler.Park(Scheduler.Current, s_bound, takesToken: true);
            _engine.End();
        }

        protected override string? Verdict()
        {
            foreach (var number in _sent)
            {
                if (!_engine.Received.Contains(number))
                    return $"event {number} was lost";
            }

            foreach (var (number, times) in _answers)
            {
                if (times != 1)
                    return $"evaluation {number} was answered {times} times";
            }

            var firsts = _engine.Received.Distinct().GroupBy(static number => number / 1000);
            foreach (var line in firsts)
            {
                if (!line.SequenceEqual(line.Order()))
                    return $"events came in another order than they were sent: {string.Join(' ', line)}";
            }

            return null;
        }
    }
}
