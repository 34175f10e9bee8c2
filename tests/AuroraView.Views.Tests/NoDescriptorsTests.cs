using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Threading;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>A host that has used up its descriptors gets no thread and no process. A panel says so and ends; nothing stays half open.</summary>
public partial class NoDescriptorsTests
{
    private const int Descriptors = 7;

    [Fact]
    public void Show_NoDescriptorsLeft_IsRefusedAndThePanelEnds()
    {
        using var host = new HostLoop();
        // What a first panel loads and starts for good is there before.
        host.Open().Close(TimeSpan.Zero);
        var closed = new TaskCompletionSource<PanelClosedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        var view = host.Make();
        view.Closed += (_, args) => closed.TrySetResult(args);
        _ = GetLimit(Descriptors, out var before);
        Exception? refusal;
        _ = SetLimit(Descriptors, before with { Soft = 3 });
        try
        {
            refusal = Record.Exception(view.Show);
        }
        finally
        {
            _ = SetLimit(Descriptors, before);
        }

        Assert.IsType<ShutdownInProgressException>(refusal);
        host.Run(closed.Task);
        Assert.Equal(ClosedReason.StartFailed, closed.Task.Result.Reason);
        Assert.Equal(ViewState.Closed, view.State);
        Assert.True(view.Close());
    }

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private record struct Limit(nuint Soft, nuint Hard);
}
