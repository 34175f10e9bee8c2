using Xunit;

namespace SceneEditor.Tests;

public sealed class EditorOptionsTests
{
    [Fact]
    public void Parse_of_everything_takes_everything()
    {
        var options = EditorOptions.Parse(["--auto", "--size", "640x480", "--picture", "a.png", "--save-folder", "saves"]);
        Assert.True(options.Auto);
        Assert.Equal((640, 480), (options.Width, options.Height));
        Assert.Equal(Path.GetFullPath("a.png"), options.Picture);
        Assert.Equal(Path.GetFullPath("saves"), options.SaveFolder);
    }

    [Fact]
    public void Parse_of_nothing_waits_for_a_person() => Assert.False(EditorOptions.Parse([]).Auto);

    [Theory]
    [InlineData("--size")]
    [InlineData("--size", "big")]
    [InlineData("--size", "12x")]
    [InlineData("--size", "0x600")]
    [InlineData("--picture")]
    [InlineData("--save-folder")]
    [InlineData("--whatever")]
    public void Parse_of_something_wrong_says_what(params string[] arguments)
    {
        var error = Assert.Throws<ArgumentException>(() => EditorOptions.Parse(arguments));
        Assert.Contains(arguments[^1], error.Message, StringComparison.Ordinal);
    }
}
