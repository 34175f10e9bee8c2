using AuroraView.Native.Errors;
using AuroraView.Native.Sessions;
using AuroraView.Threading.Dispatch;

namespace AuroraView.Native.Dispatch;

/// <summary>A client's function on its way to a thread.</summary>
internal sealed class ForeignCall(Session session, long token, string name) : INamedWork, IRefusableWork
{
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void OnRefused(Exception error) => session.RunOnService(CallKind.Release, token, 0, ErrorText.Write(error));

    internal int Run() => session.Callbacks.Run(CallKind.Function, token);
}
