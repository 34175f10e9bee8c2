using AuroraView.Packages.Tests.Support;
using Xunit;

namespace AuroraView.Packages.Tests.NuGet;

/// <summary>One reference, and it runs: projects of their own, restored from the folder feed, built, and run.</summary>
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Panel = """
        using AuroraView;
        using AuroraView.Threading;

        public static class Panel
        {
            public static void Run()
            {
                using var main = MainThreadDispatcher.CreateForCurrentThread();
                var scene = new List<string>();
                int mainThread = Environment.CurrentManagedThreadId;
                using var panel = new WebView(new WebViewOptions { Title = "Packaged", DccMode = true, Dispatcher = main, Html = "<p>page</p>" });
                panel.On("create_cube", (Cube cube) => { scene.Add(cube.Name); return new { count = scene.Count, onMain = Environment.CurrentManagedThreadId == mainThread }; });
                panel.Show();
                Task<string?> work = Task.Run(() => panel.ThreadSafe().EvalJsSync<string>("auroraview.call('create_cube', { name: 'cube' }).then(r => document.title + JSON.stringify(r))"));
                main.RunUntil(() => work.IsCompleted, TimeSpan.FromSeconds(60));
                Console.WriteLine($"{work.Result} {string.Join(",", scene)} {panel.EvalJsSync<int>("40 + 2")}");
                panel.Close();
                main.RunUntil(() => panel.State == ViewState.Closed, TimeSpan.FromSeconds(60));
                Console.WriteLine("closed");
            }

            private sealed record Cube(string Name);
        }
        """;

    private const string Expected = "{\"count\":1,\"onMain\":true} cube 42\nclosed\n";

    [Fact]
    public void Project_With_one_reference_opens_a_panel_calls_and_closes()
    {
        using var consumer = new Consumer(feed);
        consumer.Project("Tool", "net10.0", "<OutputType>Exe</OutputType>");
        consumer.Source("Tool/Panel.cs", Panel);
        consumer.Source("Tool/Program.cs", "Panel.Run();");
        consumer.Dotnet("build", "Tool", "-o", consumer.Path("built"));
        consumer.AssertUnpackedHere();
        Assert.Equal(Expected, consumer.Run("dotnet", consumer.Path("built", "Tool.dll")));
    }

    [Fact]
    public void Plugin_In_a_folder_of_its_own_finds_its_panel_host_there()
    {
        using var consumer = new Consumer(feed);
        consumer.Project("Plugin", "net10.0", "<EnableDynamicLoading>true</EnableDynamicLoading>");
        consumer.Source("Plugin/Panel.cs", Panel);
        consumer.Project("Host", "net10.0", "<OutputType>Exe</OutputType>", references: "");
        consumer.Source("Host/Program.cs", """
            using System.Runtime.Loader;
            var plugins = new PluginContext(args[0]);
            plugins.LoadFromAssemblyPath(args[0]).GetType("Panel")!.GetMethod("Run")!.Invoke(null, null);

            internal sealed class PluginContext(string path) : AssemblyLoadContext("plugin")
            {
                private readonly AssemblyDependencyResolver _resolver = new(path);
                protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName name) =>
                    _resolver.ResolveAssemblyToPath(name) is { } found ? LoadFromAssemblyPath(found) : null;
            }
            """);
        consumer.Dotnet("build", "Plugin", "-o", consumer.Path("plug-ins", "tool"));
        consumer.Dotnet("build", "Host", "-o", consumer.Path("host"));
        consumer.AssertUnpackedHere();
        Assert.Equal(Expected, consumer.Run("dotnet", consumer.Path("host", "Host.dll"), consumer.Path("plug-ins", "tool", "Plugin.dll")));
    }

    [Fact]
    public void Project_Compiled_ahead_of_time_answers_every_kind_of_handler()
    {
        using var consumer = new Consumer(feed);
        consumer.Project("AotPanel", "net8.0", "<OutputType>Exe</OutputType><PublishAot>true</PublishAot>");
        foreach (string source in Directory.EnumerateFiles(Tree.Path("samples", "AotPanel"), "*.cs"))
            consumer.Source($"AotPanel/{Path.GetFileName(source)}", File.ReadAllText(source));
        consumer.Dotnet("publish", "AotPanel", "-c", "Release", "-r", "linux-x64", "-o", consumer.Path("published"));
        consumer.AssertUnpackedHere();
        Assert.Equal(
            """
            evaluated Progress { Done = 1, Total = 2 }, title Ahead of time
            {"id":1,"name":"cube","size":2.5}
            {"id":2,"name":"ball","size":1}
            [{"id":1,"name":"cube","size":2.5},{"id":2,"name":"sphere","size":1}]
            sum 42
            HandlerFailed System.Collections.Generic.KeyNotFoundException There is no object 9.
            InvalidArguments: name
            exported 2 objects to scene.usd
            progress 2 of 2

            """,
            System.Text.RegularExpressions.Regex.Replace(consumer.Run(consumer.Path("published", "AotPanel"), "--auto"), @"InvalidArguments .*\$\.name.*", "InvalidArguments: name"));
    }
}
