using AuroraView.Engine;
using AuroraView.Engine.Windows;
using Xunit;

namespace AuroraView.Tests.Seam;

/// <summary>Which window commands are carried out, for every engine.</summary>
public sealed class WindowRulesTests
{
    private static readonly WindowAction[] s_topLevelOnly =
        [WindowAction.Minimize, WindowAction.Maximize, WindowAction.Restore, WindowAction.FullScreen, WindowAction.AlwaysOnTop];

    [Fact]
    public void Refuse_Embedded_IsForTopLevelCommandsAlone()
    {
        foreach (WindowAction action in Enum.GetValues<WindowAction>())
        {
            var command = new WindowCommand(action, 1000, 1000);
            Assert.Null(WindowRules.Refuse(command, embedded: false, devTools: true));
            Assert.Equal(s_topLevelOnly.Contains(action), WindowRules.Refuse(command, embedded: true, devTools: true) is not null);
        }
    }

    [Theory]
    [InlineData(WindowAction.Zoom, 99, 0, "thousandths")]
    [InlineData(WindowAction.Zoom, 10_001, 0, "thousandths")]
    [InlineData(WindowAction.Resize, 0, 10, "0 x 10")]
    [InlineData(WindowAction.Resize, 10, 32_768, "10 x 32768")]
    [InlineData(WindowAction.OpenDevTools, 0, 0, "DevTools")]
    [InlineData((WindowAction)99, 0, 0, "unknown")]
    public void Refuse_OutOfBoundsOrNotAllowed_SaysWhy(WindowAction action, int a, int b, string why) =>
        Assert.Contains(why, WindowRules.Refuse(new WindowCommand(action, a, b), embedded: false, devTools: false), StringComparison.Ordinal);
}
