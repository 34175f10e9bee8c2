using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AuroraView.Rules.Tests.Il;

namespace AuroraView.Rules.Tests.Guards;

/// <summary>A place where an exception could reach code that cannot catch it.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="By">The method, as <c>Type.Method</c>.</param>
/// <param name="Used">What it uses, as <c>Type.Method</c>; for a native callback, a call outside of its last catch.</param>
internal sealed record UnguardedUse(string Assembly, string By, string Used)
{
    public override string ToString() => $"(\"{Assembly}\", \"{By}\", \"{Used}\")";
}

/// <summary>Finds threads, timers and pool work that are started directly, reports that are traced directly, and native callbacks without a last catch.</summary>
internal static class LastCatchScan
{
    private static readonly Dictionary<string, string[]> s_starts = new()
    {
        ["System.Threading.Thread"] = [".ctor"],
        ["System.Threading.ThreadPool"] = ["QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject", "UnsafeRegisterWaitForSingleObject"],
        ["System.Threading.Timer"] = [".ctor"],
        ["System.Timers.Timer"] = [".ctor"],
        ["System.TimeProvider"] = ["CreateTimer"],
    };

    internal static IReadOnlyList<UnguardedUse> Starts(IEnumerable<string> assemblies) =>
        Uses(assemblies, used => s_starts.TryGetValue($"{used.Namespace}.{used.Type}", out var names) && names.Contains(used.Name));

    internal static IReadOnlyList<UnguardedUse> Traces(IEnumerable<string> assemblies) =>
        Uses(assemblies, used => used is { Namespace: "System.Diagnostics", Type: "Trace" or "TraceSource" });

    /// <summary>Native callbacks with a call that no last catch covers.</summary>
    internal static IReadOnlyList<UnguardedUse> Callbacks(IEnumerable<string> assemblies)
    {
        var found = new List<UnguardedUse>();
        foreach (var name in assemblies)
        {
            using var assembly = ProductAssembly.Open(name);
            foreach (var handle in assembly.Metadata.MethodDefinitions)
            {
                if (!IsCallback(assembly, handle))
                    continue;
                foreach (var call in assembly.CodeOutsideLastCatch(handle).Where(IsCall))
                {
                    var used = assembly.MethodOf((int)call.Operand);
                    found.Add(new UnguardedUse(name, assembly.NameOf(handle), $"{used.Type}.{used.Name}"));
                }
            }
        }

        return [.. found.Distinct()];
    }

    private static bool IsCall(Instruction instruction) =>
        instruction.Code == OpCodes.Call || instruction.Code == OpCodes.Callvirt || instruction.Code == OpCodes.Newobj;

    private static bool IsCallback(ProductAssembly assembly, MethodDefinitionHandle handle) =>
        assembly.Metadata.GetMethodDefinition(handle).GetCustomAttributes()
            .Select(attribute => assembly.Metadata.GetCustomAttribute(attribute).Constructor)
            .Any(constructor => constructor.Kind == HandleKind.MemberReference && assembly.MethodOf(MetadataTokens.GetToken(constructor)).Type == "UnmanagedCallersOnlyAttribute");

    private static List<UnguardedUse> Uses(IEnumerable<string> assemblies, Func<UsedMethod, bool> isMeant)
    {
        var found = new List<UnguardedUse>();
        foreach (var name in assemblies)
        {
            using var assembly = ProductAssembly.Open(name);
            found.AddRange(assembly.Uses().Where(use => isMeant(use.Used)).Select(use => new UnguardedUse(name, assembly.NameOf(use.By), $"{use.Used.Type}.{use.Used.Name}")));
        }

        return [.. found.Distinct()];
    }
}
