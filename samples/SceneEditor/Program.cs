using SceneEditor;
using SceneEditor.Demo;

EditorOptions options;
try
{
    if (args is ["--help" or "-h", ..])
    {
        Console.WriteLine(EditorOptions.Usage);
        return 0;
    }

    options = EditorOptions.Parse(args);
}
catch (ArgumentException error)
{
    Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(EditorOptions.Usage);
    return 2;
}

using var editor = new EditorHost(options);
var demo = options.Auto ? DemoDriver.Start(editor, options) : null;
if (demo is null)
    editor.View.Ready += (_, _) => Console.WriteLine("The panel is open; close its window to end.");
editor.Run();

if (editor.CloseError is { } reason)
{
    Console.Error.WriteLine(reason);
    return 1;
}

return demo?.WaitForResult() ?? 0;
