using SceneEditor.Graph;

namespace SceneEditor.Simulation;

/// <summary>
/// Playback: turns the turntable a little with every tick of the host's main loop. Belongs to the scene's thread.
/// </summary>
internal sealed class SceneSimulation(Scene scene, TimeProvider time)
{
    /// <summary>Degrees a second.</summary>
    public const double Speed = 24;

    private long _last;

    /// <summary>Raised by <see cref="Tick"/> with the object's newest angle.</summary>
    public event Action<SimulationFrame>? Frame;

    public bool IsTurning { get; private set; }

    public void Turn(bool on)
    {
        if (on && !IsTurning)
            _last = time.GetTimestamp();
        IsTurning = on;
    }

    /// <summary>One step of playback; does nothing while nothing turns or after the turntable was deleted.</summary>
    public void Tick()
    {
        if (!IsTurning)
            return;
        var now = time.GetTimestamp();
        var elapsed = time.GetElapsedTime(_last, now);
        _last = now;
        if (scene.Find(StartScene.Turntable) is not { } table)
            return;
        var angle = Wrap(table.RotateY + Speed * elapsed.TotalSeconds);
        scene.Play(table.Id, angle);
        Frame?.Invoke(new SimulationFrame(table.Id, angle));
    }

    /// <summary>From -180 up to 180 degrees.</summary>
    private static double Wrap(double angle) => angle - 360 * Math.Floor((angle + 180) / 360);
}
