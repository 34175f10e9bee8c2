using System.Diagnostics.Metrics;
using AuroraView.Threading.Queues;
using AuroraView.Threading.Tests.Locking;
using Xunit;

namespace AuroraView.Threading.Tests.Queues;

/// <summary>What a listener of the meter hears. Alone, since a listener is heard by every queue of the process.</summary>
[Collection(LockOrderCollection.Name)]
public sealed class QueueMetricsTests : IDisposable
{
    private const string Name = "queue of the metrics' test";

    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, Instrument> _instruments = [];
    private readonly Dictionary<string, double> _sums = [];
    private readonly Dictionary<string, List<double>> _values = [];
    private readonly object _gate = new();

    public QueueMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "AuroraView.Threading")
                return;
            _instruments.Add(instrument.Name, instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        // The instruments are made with the first queue.
        GC.KeepAlive(new MessageQueue<int>("another queue"));
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(QueueMetrics).TypeHandle);
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("auroraview.queue.sent", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.received", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.failed", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.dropped", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.coalesced", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.retried", "{message}", typeof(Counter<long>))]
    [InlineData("auroraview.queue.latency", "s", typeof(Histogram<double>))]
    [InlineData("auroraview.queue.depth", "{message}", typeof(ObservableGauge<int>))]
    [InlineData("auroraview.queue.peak", "{message}", typeof(ObservableGauge<int>))]
    public void Meter_Instrument_IsThereWithItsUnitAndSaysWhatItIs(string name, string unit, Type type)
    {
        var instrument = _instruments[name];
        Assert.Equal(unit, instrument.Unit);
        Assert.IsType(type, instrument);
        Assert.False(string.IsNullOrWhiteSpace(instrument.Description));
    }

    [Fact]
    public void Meter_Documented_IsEveryInstrument()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "queues.md"));
        Assert.Equal(9, _instruments.Count);
        Assert.All(_instruments.Values, instrument => Assert.Contains($"| `{instrument.Name}` |", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Meter_QueueIsUsed_CountsEachKind()
    {
        var clock = new ManualClock();
        var options = new ThreadSafetyOptions { QueueCapacity = 3, MaxRetries = 2, RetryDelay = TimeSpan.FromMilliseconds(10) };
        var queue = new MessageQueue<int>(Name, options, clock: clock);
        queue.Push(1);
        clock.Advance(TimeSpan.FromMilliseconds(250));
        queue.PushLatest("key", 2, out _);
        queue.PushLatest("key", 3, out _);
        queue.PushControl(4);
        queue.Push(5);
        _listener.RecordObservableInstruments();
        Assert.Equal(4, _values["auroraview.queue.depth"][^1]);

        var full = Worker.Start(() => queue.Push(6));
        // The clock stands still, so the waiting push tries again when it is moved.
        while (queue.Statistics.Failed == 0)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            Thread.Yield();
        }

        Assert.IsType<QueueFullException>(full.JoinError());
        var batch = new int[2];
        Assert.Equal(2, queue.TakeBatch(batch));
        Assert.Equal([4, 1], batch);
        queue.Close();
        Assert.Throws<ShutdownInProgressException>(() => queue.Push(7));

        Assert.Equal(5, _sums["auroraview.queue.sent"]);
        Assert.Equal(2, _sums["auroraview.queue.received"]);
        Assert.Equal(2, _sums["auroraview.queue.failed"]);
        Assert.Equal(2, _sums["auroraview.queue.dropped"]);
        Assert.Equal(1, _sums["auroraview.queue.coalesced"]);
        Assert.Equal(2, _sums["auroraview.queue.retried"]);
        var latencies = _values["auroraview.queue.latency"];
        Assert.Equal(2, latencies.Count);
        Assert.Equal(0.25, latencies[1] - latencies[0], 6);
    }

    [Fact]
    public void Meter_QueueIsClosed_GaugesForgetIt()
    {
        var queue = new MessageQueue<int>(Name);
        queue.Push(1);
        queue.Push(2);
        queue.TryTake(out _);
        _listener.RecordObservableInstruments();
        Assert.Equal(1, Assert.Single(_values["auroraview.queue.depth"]));
        Assert.Equal(2, Assert.Single(_values["auroraview.queue.peak"]));
        queue.Close();
        _listener.RecordObservableInstruments();
        Assert.Single(_values["auroraview.queue.depth"]);
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var mine = false;
        foreach (var tag in tags)
            mine |= tag.Key == "auroraview.queue" && Equals(tag.Value, Name);
        if (!mine)
            return;
        lock (_gate)
        {
            _sums[instrument.Name] = _sums.GetValueOrDefault(instrument.Name) + value;
            if (!_values.TryGetValue(instrument.Name, out var values))
                _values.Add(instrument.Name, values = []);
            values.Add(value);
        }
    }
}
