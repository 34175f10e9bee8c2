using System.Reflection;
using WebView2Bindings;

// Without arguments it writes the files; with --check it says whether they are what it would write.
var metadata = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(static item => item.Key, static item => item.Value!);
var header = new Header(File.ReadAllText(metadata["WebView2Header"]));
var root = Path.GetFullPath(metadata["Root"]);
var isCheck = args is ["--check"];
var stale = 0;
Emit("src/AuroraView.WebView2/Interop/WebView2.g.cs", CSharpWriter.Write(header));
Emit("tests/WebView2Double/stubs.g.h", CppWriter.Write(header));
return stale == 0 ? 0 : 1;

void Emit(string path, string text)
{
    var full = Path.Combine(root, path);
    if (!isCheck)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return;
    }

    if (File.Exists(full) && File.ReadAllText(full) == text)
        return;
    Console.Error.WriteLine($"{path} is not what the header says; run: dotnet run --project eng/WebView2Bindings");
    stale++;
}
