namespace AuroraView.Threading.Locking;

/// <summary>Two locks that were taken one inside the other, as they were the first time.</summary>
/// <param name="First">The outer one.</param>
/// <param name="Second">The inner one.</param>
/// <param name="Stack">The stack of the thread when it took the inner one.</param>
public sealed record LockOrderStep(LockAcquisition First, LockAcquisition Second, string Stack)
{
    /// <summary>The step as text.</summary>
    public override string ToString() => $"{First}\n  then {Second}\n{Stack}";
}
