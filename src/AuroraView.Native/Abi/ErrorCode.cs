namespace AuroraView.Native.Abi;

/// <summary>What an export returns besides 0. The header's <c>AV_E_*</c>; the numbers never change.</summary>
internal enum ErrorCode
{
    Internal = -1,
    Argument = -2,
    FileNotFound = -3,
    BadHandle = -4,
    Version = -5,
    WrongThread = -6,
    Cancelled = -7,
    Platform = -8,
    Failed = -9,
    Timeout = -10,
    Deadlock = -11,
    Shutdown = -12,
    MainThreadUnavailable = -13,
    QueueFull = -14,
    LockOrder = -15,
    ThreadSafety = -16,
    JavaScript = -20,
    JavaScriptResult = -21,
    Bridge = -22,
}
