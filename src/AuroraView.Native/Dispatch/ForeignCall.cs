using AuroraView.Native.Sessions;
using AuroraView.Threading.Dispatch;

namespace AuroraView.Native.Dispatch;

/// <summary>A client's function on its way to a thread.</summary>
internal sealed class ForeignCall(ForeignCallbacks callbacks, long token, string name) : INamedWork
{
    public string Name { get; } = name;

    internal int Run() => callbacks.Run(CallKind.Function, token);
}
