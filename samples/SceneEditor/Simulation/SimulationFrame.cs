namespace SceneEditor.Simulation;

/// <summary>Where a turning object is now.</summary>
/// <param name="Id">The object.</param>
/// <param name="RotateY">Degrees.</param>
internal sealed record SimulationFrame(int Id, double RotateY);
