using System.Diagnostics;
using AuroraView.Backends.PanelHost;
using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using AuroraView.WebKit.Engine;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

/// <summary>How pages are drawn is chosen by what is there, and said.</summary>
public sealed class GraphicsTests
{
    [Theory]
    [InlineData("llvmpipe (LLVM 15.0.6, 256 bits)", false)]
    [InlineData("softpipe", false)]
    [InlineData("Software Rasterizer", false)]
    [InlineData("zink Vulkan 1.3(llvmpipe (LLVM 17.0.6, 256 bits) (MESA_LLVMPIPE))", false)]
    [InlineData("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (LLVM 10.0.0)), SwiftShader driver)", false)]
    [InlineData("", false)]
    [InlineData("Mesa Intel(R) UHD Graphics 630 (CFL GT2)", true)]
    [InlineData("AMD Radeon RX 6600 (radeonsi, navi23, LLVM 15.0.6, DRM 3.54)", true)]
    [InlineData("NVIDIA RTX A4000/PCIe/SSE2", true)]
    public void Decide_Auto_IsAcceleratedOnAGraphicsCardOnly(string renderer, bool accelerated)
    {
        GraphicsInfo chosen = Graphics.Decide(Acceleration.Auto, renderer, "there is no device");
        Assert.Equal(accelerated, chosen.Accelerated);
        Assert.Equal(renderer, chosen.Renderer);
        Assert.NotEmpty(chosen.Why);
    }

    [Theory]
    [InlineData("llvmpipe (LLVM 15.0.6, 256 bits)")]
    [InlineData("NVIDIA RTX A4000/PCIe/SSE2")]
    [InlineData("")]
    public void Decide_AlwaysAndNever_AreAsAsked(string renderer)
    {
        Assert.True(Graphics.Decide(Acceleration.Always, renderer, "").Accelerated);
        Assert.False(Graphics.Decide(Acceleration.Never, renderer, "").Accelerated);
    }

    [Theory]
    [InlineData("printf 'NVIDIA RTX A4000/PCIe/SSE2'", true, "NVIDIA RTX A4000/PCIe/SSE2")]
    [InlineData("printf 'llvm'; printf 'pipe'", false, "llvmpipe")]
    [InlineData("exit 1", false, "")]
    [InlineData("kill -SEGV $$", false, "")]
    // A driver that hangs; and one that says half of it.
    [InlineData("exec sleep 30", false, "")]
    [InlineData("printf 'NVIDIA'; exec sleep 30", false, "")]
    public void Choose_WhateverTheQuestionComesTo_EndsAndFallsBackToTheProcessor(string driver, bool accelerated, string renderer)
    {
        Graphics.Ask(["/bin/sh", "-c", driver]);
        GraphicsInfo chosen = Graphics.Choose(Acceleration.Auto);
        Assert.Equal((accelerated, renderer), (chosen.Accelerated, chosen.Renderer));
        Assert.Equal(chosen, Graphics.Choose(Acceleration.Auto));
    }

    [Fact]
    public void Choose_TheQuestionCannotBeAsked_SaysWhy()
    {
        Graphics.Ask(["/nonexistent/panelhost"]);
        Assert.Contains("/nonexistent/panelhost", Graphics.Choose(Acceleration.Auto).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_OnADisplayWithoutAGraphicsCard_DrawsByTheProcessorAndSaysWhy()
    {
        using var software = new Pinned("LIBGL_ALWAYS_SOFTWARE", "1");
        using TestView view = TestView.Show("<p>hi</p>");
        GraphicsInfo? graphics = view.Info.Graphics;
        Assert.NotNull(graphics);
        Assert.False(graphics.Accelerated, graphics.ToString());
        Assert.NotEmpty(graphics.Why);
    }

    [Fact]
    public void PanelHost_AskedForTheRenderer_NamesIt()
    {
        using var software = new Pinned("LIBGL_ALWAYS_SOFTWARE", "1");
        string[] command = PanelHostLocator.Find();
        using Process asked = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], Graphics.Argument]) { RedirectStandardOutput = true })!;
        string said = asked.StandardOutput.ReadToEnd();
        asked.WaitForExit();
        Assert.Contains("llvmpipe", said, StringComparison.Ordinal);
        Assert.False(Graphics.Decide(Acceleration.Auto, said, "").Accelerated);
    }
}
