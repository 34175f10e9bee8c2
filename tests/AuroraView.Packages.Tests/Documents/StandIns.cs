namespace AuroraView.Packages.Tests.Documents;

/// <summary>What the documents' C# takes for granted: the application's own things, and as much of the hosts' libraries as it uses.</summary>
internal static class StandIns
{
    /// <summary>A source file.</summary>
    public const string Source = """
        global using System.Runtime.InteropServices;
        global using System.Text.Json;
        global using System.Text.Json.Serialization;
        global using AuroraView;
        global using AuroraView.Hosting;
        global using AuroraView.Threading;
        global using AuroraView.Threading.Locking;
        global using AuroraView.WebView2;

        // The application.
        public sealed record CubeRequest(int Size);
        public sealed record ExportRequest(string Path);
        public sealed record ExportResult(int Objects);
        public sealed record SceneInfo(string Name);
        public sealed record SceneObject(string Name);

        public sealed class Scene
        {
            public SceneObject Selected { get; } = new("cube");
            public string CreateCube(CubeRequest request) => $"cube of {request.Size}";
            public string CreateCube(int size) => $"cube of {size}";
            public void Redraw() { }
        }

        public abstract class Given
        {
            protected static readonly Scene scene = new();
            protected static readonly List<string> s_all = [];
            protected static readonly TextWriter log = TextWriter.Null;
            protected static readonly string asset = "", html = "";
            protected static readonly nint hwnd = 0;
            protected static bool done = false;
            protected static ExportResult Export(ExportRequest request) => new(request.Path.Length);
            protected static SceneInfo GetSceneInfo() => new("scene");
        }

        // 3ds Max.
        public abstract class CuiActionCommandAdapter
        {
            public abstract string ActionText { get; }
            public abstract string Category { get; }
            public abstract string InternalActionText { get; }
            public abstract string InternalCategory { get; }
            public abstract void Execute(object parameter);
        }

        public sealed class GlobalInterface
        {
            public static GlobalInterface Instance { get; } = new();
            public GlobalInterface COREInterface => this;
            public nint MAXHWnd => 0;
            public int SelNodeCount => 0;
        }

        // Maya.
        public interface IMPxCommand { void doIt(MArgList arguments); }
        public abstract class MPxCommand { public abstract void doIt(MArgList arguments); }
        public sealed class MArgList { }

        public static class MGlobal
        {
            public static string executeCommandStringResult(string command) => command;
            public static void executeCommand(string command) { }
        }

        // Revit.
        public interface IExternalEventHandler { void Execute(UIApplication application); string GetName(); }
        public sealed class UIApplication { }

        public sealed class ExternalEvent
        {
            public static ExternalEvent Create(IExternalEventHandler handler) => new();
            public int Raise() => 0;
        }

        // Rhino.
        public abstract class Command
        {
            public abstract string EnglishName { get; }
            protected abstract Result RunCommand(RhinoDoc document, RunMode mode);
        }

        public enum Result { Success }
        public enum RunMode { Interactive }
        public sealed record Circle(double Radius);
        public static class RhinoApp { public static nint MainWindowHandle() => 0; }

        public sealed class RhinoDoc
        {
            public RhinoDoc Objects => this;
            public RhinoDoc Views => this;
            public Guid AddCircle(Circle circle) => Guid.Empty;
            public void Redraw() { }
        }

        // Unity.
        public sealed class InitializeOnLoadAttribute : Attribute { }
        public static class EditorApplication { public static Action? update; }
        public static class AssemblyReloadEvents { public static Action? beforeAssemblyReload; }
        """;
}
