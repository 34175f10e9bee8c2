using System.Reflection.Metadata;
using AuroraView.Rules.Tests.Il;

namespace AuroraView.Rules.Tests.Blocking;

/// <summary>Where a method that can block is used.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="By">The method that uses it, as <c>Type.Method</c>.</param>
/// <param name="Used">The method that can block, as <c>Type.Method</c>, or the function of a native library.</param>
internal sealed record BlockingUse(string Assembly, string By, string Used)
{
    public override string ToString() => $"(\"{Assembly}\", \"{By}\", \"{Used}\")";
}

/// <summary>Finds the uses of blocking methods in assemblies.</summary>
internal static class BlockingScan
{
    internal static IReadOnlyList<BlockingUse> Find(IEnumerable<string> assemblies)
    {
        var opened = assemblies.Select(ProductAssembly.Open).ToList();
        try
        {
            // What stands for a blocking native function counts as that function wherever it is used, in other assemblies too.
            var natives = opened.SelectMany(NativesOf).GroupBy(native => native.Method).ToDictionary(group => group.Key, group => group.First().Import);
            return [.. opened.SelectMany(assembly => In(assembly, natives)).Distinct()];
        }
        finally
        {
            opened.ForEach(assembly => assembly.Dispose());
        }
    }

    private static IEnumerable<(string Method, string Import)> NativesOf(ProductAssembly assembly)
    {
        var imports = new Dictionary<MethodDefinitionHandle, string>();
        foreach (var handle in assembly.Metadata.MethodDefinitions)
        {
            if (assembly.ImportOf(handle) is { } import && BlockingMethods.IsBlockingImport(import))
                imports.Add(handle, import);
        }

        foreach (var (handle, import) in imports)
            yield return (assembly.NameOf(handle), import);
        // The generator of LibraryImport puts the real import into a local function of the method.
        foreach (var use in assembly.Uses())
        {
            if (imports.TryGetValue(use.Used.Definition, out var import) && IsGenerated(assembly, use.Used.Definition))
                yield return (assembly.NameOf(use.By), import);
        }
    }

    private static IEnumerable<BlockingUse> In(ProductAssembly assembly, Dictionary<string, string> natives)
    {
        foreach (var use in assembly.Uses())
        {
            // An await asks for the result once it is there.
            if (use.Used.Name == "GetResult" && assembly.IsStateMachineStep(use.By))
                continue;
            var by = assembly.NameOf(use.By);
            if (BlockingMethods.Find(use.Used) is { } blocking)
                yield return new BlockingUse(assembly.Name, by, blocking);
            else if (NameOf(assembly, use.Used) is var used && natives.TryGetValue(used, out var import) && by != used)
                yield return new BlockingUse(assembly.Name, by, import);
        }
    }

    private static string NameOf(ProductAssembly assembly, UsedMethod used) =>
        used.Definition.IsNil ? $"{used.Type}.{used.Name}" : assembly.NameOf(used.Definition);

    private static bool IsGenerated(ProductAssembly assembly, MethodDefinitionHandle handle) =>
        assembly.Metadata.GetString(assembly.Metadata.GetMethodDefinition(handle).Name).Contains("__PInvoke", StringComparison.Ordinal);
}
