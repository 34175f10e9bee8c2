namespace SceneEditor;

/// <summary>How the editor is started.</summary>
internal sealed record EditorOptions
{
    public int Width { get; init; } = 1200;

    public int Height { get; init; } = 800;

    /// <summary>How long one pass of a bake takes at least.</summary>
    public TimeSpan BakePassTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the disk keeps the main thread waiting when the scene is saved.</summary>
    public TimeSpan SaveTime { get; init; } = TimeSpan.FromSeconds(1);

    public string SaveFolder { get; init; } = Path.Combine(Path.GetTempPath(), "scene-editor");

    /// <summary>Whether the demo drives the page itself and then ends.</summary>
    public bool Auto { get; init; }

    /// <summary>Where the demo writes its picture.</summary>
    public string Picture { get; init; } = Path.GetFullPath("demo.png");

    public const string Usage = """
        SceneEditor [--auto] [--size WIDTHxHEIGHT] [--picture FILE] [--save-folder FOLDER]

          --auto         drives the page with real pointer and key events, prints what happened, and ends
          --size         the panel's inner size (1200x800)
          --picture      where --auto writes its picture (demo.png)
          --save-folder  where Save writes the scene
        """;

    /// <exception cref="ArgumentException">An argument is unknown or incomplete; the message says which.</exception>
    public static EditorOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new EditorOptions();
        for (var at = 0; at < arguments.Count; at++)
        {
            var name = arguments[at];
            options = name switch
            {
                "--auto" => options with { Auto = true },
                "--size" => options.Sized(Value()),
                "--picture" => options with { Picture = Path.GetFullPath(Value()) },
                "--save-folder" => options with { SaveFolder = Path.GetFullPath(Value()) },
                _ => throw new ArgumentException($"Unknown argument '{name}'."),
            };

            string Value() => ++at < arguments.Count ? arguments[at] : throw new ArgumentException($"{name} needs a value.");
        }

        return options;
    }

    private EditorOptions Sized(string text)
    {
        var parts = text.Split('x');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var width) || !int.TryParse(parts[1], out var height) || width < 100 || height < 100)
            throw new ArgumentException($"--size is WIDTHxHEIGHT, such as 1200x800; not '{text}'.");
        return this with { Width = width, Height = height };
    }
}
