using System.Runtime.CompilerServices;
using Xunit;

namespace AuroraView.Views.Tests;

/// <summary>What a panel has moved is not kept by it, nor by what it leaves in the process.</summary>
public class LargeValueTests
{
    private const int Size = 20 * 1024 * 1024;
    private const long MostKept = 12 * 1024 * 1024;

    [Theory]
    [InlineData("result")]
    [InlineData("parameter")]
    [InlineData("answer")]
    [InlineData("event")]
    [InlineData("script")]
    public void Close_LargeValue_IsNotKept(string what)
    {
        using var host = new HostLoop();
        Move(host, what, 1024);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var view = Move(host, what, Size);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(kept < MostKept, $"{kept} bytes are kept");
        GC.KeepAlive(view);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WebView Move(HostLoop host, string what, int size)
    {
        var view = host.Open();
        view.On("size", (string text) => text.Length);
        view.On("give", (int count) => new string('x', count));
        switch (what)
        {
            case "result":
                Assert.Equal(size, view.EvalJsSync<string>($"'x'.repeat({size})", HostLoop.Bound)!.Length);
                break;
            case "parameter":
                Assert.Equal(size, view.EvalJsSync<int>($"auroraview.call('size', ['x'.repeat({size})])", HostLoop.Bound));
                break;
            case "answer":
                Assert.Equal(size, view.EvalJsSync<int>($"auroraview.call('give', [{size}]).then(text => text.length)", HostLoop.Bound));
                break;
            case "event":
                view.Emit("e", new string('x', size));
                Assert.Equal(1, view.EvalJsSync<int>("1", HostLoop.Bound));
                break;
            default:
                Assert.Equal(size / 2, view.EvalJsSync<int>($"('{new string('x', size / 2)}').length", HostLoop.Bound));
                break;
        }

        host.Run(view.CloseAsync());
        return view;
    }
}
