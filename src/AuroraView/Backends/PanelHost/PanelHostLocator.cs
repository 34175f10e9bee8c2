using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AuroraView.Engine;
using AuroraView.Engine.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>Finds the panel host's program.</summary>
internal static unsafe partial class PanelHostLocator
{
    /// <summary>The variable that names the program, before everything else.</summary>
    public const string Variable = "AURORAVIEW_PANEL_HOST";

    private const string FileName = "auroraview-panelhost";
    private const int LevelsUp = 8;
    private const int ExecuteAccess = 1;

    private static string Loader => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "/lib/ld-linux-aarch64.so.1" : "/lib64/ld-linux-x86-64.so.2";

    /// <summary>The command line of the panel host, without arguments of ours.</summary>
    /// <exception cref="BackendFailureException">It is nowhere; the error says where it was looked for.</exception>
    public static string[] Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            if (!File.Exists(named))
                throw new BackendFailureException("PanelHostMissing", $"{Variable} names the panel host {named}, which does not exist. Correct the path, or unset the variable.");
            return named.EndsWith(".dll", StringComparison.Ordinal) ? [FindDotnet(), "exec", Path.GetFullPath(named)] : [Path.GetFullPath(named)];
        }
        var looked = new List<string>();
        foreach (string candidate in Candidates())
        {
            if (File.Exists(candidate))
                return CommandFor(candidate);
            looked.Add(candidate);
        }
        throw new BackendFailureException("PanelHostMissing",
            $"AuroraView's panel host ({FileName}) was not found. Put it beside the AuroraView library, or set {Variable} to its path. Searched: {string.Join(", ", looked)}.");
    }

    // Installers that unpack zip files drop the modes (Blender's), or keep them for the owner alone (NuGet). A file that may be read can still
    // be started through the system's loader, and nothing that belongs to somebody else need be changed.
    private static string[] CommandFor(string program) =>
        Libc.Access(program, ExecuteAccess) != 0 && File.Exists(Loader) ? [Loader, program] : [program];

    private static IEnumerable<string> Candidates()
    {
        string runtime = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        var folders = new List<string>();
        if (LibraryFolder() is { } library)
            folders.Add(library);
        folders.Add(AppContext.BaseDirectory);
        foreach (string folder in folders.Distinct())
        {
            yield return Path.Combine(folder, FileName);
            yield return Path.Combine(folder, "runtimes", runtime, "native", FileName);
        }
        // A build of the source tree: its published panel host lies in the tree's artifacts.
        DirectoryInfo? parent = new(AppContext.BaseDirectory);
        for (int level = 0; level < LevelsUp && parent is not null; level++, parent = parent.Parent)
        {
            string candidate = Path.Combine(parent.FullName, "artifacts", "panelhost", FileName);
            if (File.Exists(candidate))
                yield return candidate;
        }
    }

    // In a plug-in, and ahead-of-time compiled into a library, the base directory is the host's; the library itself lies elsewhere.
    private static string? LibraryFolder()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
            return AssemblyFolder();
        delegate* unmanaged<void> marker = &Marker;
        SymbolInfo info;
        if (FindSymbol((nint)marker, &info) == 0 || info.FileName == 0)
            return null;
        return Marshal.PtrToStringUTF8(info.FileName) is { Length: > 0 } path ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "In a single file there is no location, and the base directory is where the panel host lies.")]
    private static string? AssemblyFolder() => typeof(PanelHostLocator).Assembly.Location is { Length: > 0 } path ? Path.GetDirectoryName(path) : null;

    private static string FindDotnet()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path && File.Exists(path))
            return path;
        if (Path.GetFileName(Environment.ProcessPath) == "dotnet")
            return Environment.ProcessPath!;
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(folder, "dotnet")))
                return Path.Combine(folder, "dotnet");
        }
        throw new BackendFailureException("PanelHostMissing", $"{Variable} names a .dll, but no dotnet program is on the PATH to run it.");
    }

    [UnmanagedCallersOnly]
    private static void Marker()
    {
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct SymbolInfo
    {
        public nint FileName;
        public nint FileBase;
        public nint SymbolName;
        public nint SymbolAddress;
    }

    [LibraryImport("libc.so.6", EntryPoint = "dladdr")]
    private static partial int FindSymbol(nint address, SymbolInfo* info);
}
