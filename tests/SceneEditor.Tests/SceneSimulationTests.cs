using SceneEditor.Graph;
using SceneEditor.Simulation;
using Xunit;

namespace SceneEditor.Tests;

public sealed class SceneSimulationTests
{
    private readonly Scene _scene = new("test.scene");
    private readonly StubTime _time = new();
    private readonly SceneSimulation _simulation;
    private readonly List<SimulationFrame> _frames = [];

    public SceneSimulationTests()
    {
        StartScene.Fill(_scene);
        _simulation = new SceneSimulation(_scene, _time);
        _simulation.Frame += _frames.Add;
    }

    [Fact]
    public void Tick_while_still_does_nothing()
    {
        _time.Advance(1);
        _simulation.Tick();
        Assert.Empty(_frames);
        Assert.Equal(0, _scene.Find(StartScene.Turntable)!.RotateY);
    }

    [Fact]
    public void Tick_while_turning_follows_the_clock_and_not_the_number_of_ticks()
    {
        _simulation.Turn(true);
        _time.Advance(0.25);
        _simulation.Tick();
        _time.Advance(0.75);
        _simulation.Tick();
        Assert.Equal(SceneSimulation.Speed, _scene.Find(StartScene.Turntable)!.RotateY, 6);
        Assert.Equal([SceneSimulation.Speed / 4, SceneSimulation.Speed], _frames.Select(frame => Math.Round(frame.RotateY, 6)));
        Assert.False(_scene.IsDirty);
    }

    [Fact]
    public void Tick_past_a_half_turn_stays_between_minus_180_and_180()
    {
        _simulation.Turn(true);
        for (var step = 0; step < 100; step++)
        {
            _time.Advance(1);
            _simulation.Tick();
        }

        Assert.All(_frames, frame => Assert.InRange(frame.RotateY, -180, 180));
        Assert.Contains(_frames, frame => frame.RotateY < 0);
    }

    [Fact]
    public void Turn_after_a_pause_does_not_catch_up()
    {
        _simulation.Turn(true);
        _simulation.Turn(false);
        _time.Advance(50);
        _simulation.Turn(true);
        _time.Advance(0.5);
        _simulation.Tick();
        Assert.Equal(SceneSimulation.Speed / 2, Assert.Single(_frames).RotateY, 6);
    }

    [Fact]
    public void Tick_after_the_turntable_was_deleted_does_nothing()
    {
        _simulation.Turn(true);
        _scene.Delete(_scene.Find(StartScene.Turntable)!.Id);
        _time.Advance(1);
        _simulation.Tick();
        Assert.Empty(_frames);
    }

    private sealed class StubTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(double seconds) => _now += TimeSpan.FromSeconds(seconds).Ticks;

        public override long GetTimestamp() => _now;
    }
}
