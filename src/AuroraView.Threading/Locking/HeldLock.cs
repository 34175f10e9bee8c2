using AuroraView.Threading.Waiting;

namespace AuroraView.Threading.Locking;

/// <summary>A lock that a thread holds and where it took it.</summary>
internal struct HeldLock
{
    internal LevelledLock? Lock;
    internal string Member;
    internal int Line;
    internal bool Shared;

    internal readonly LockAcquisition Describe(LevelledLock taken, ThreadNode thread) =>
        new(taken.Name, taken.Level, Shared, thread.Describe(), Member ?? "", Line);
}
