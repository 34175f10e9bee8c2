using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using AuroraView.Rules.Tests.Blocking;
using AuroraView.Rules.Tests.Il;
using AuroraView.Threading.Locking;

namespace AuroraView.Rules.Tests.Locks;

/// <summary>A lock that the product holds.</summary>
/// <param name="Field">The field, as <c>Type.field</c>.</param>
/// <param name="Kind">The type of lock, with name and level where it has them.</param>
internal sealed record LockField(string Field, string Kind);

/// <summary>Finds the fields of the product that are locks.</summary>
internal static class LockFields
{
    private static readonly HashSet<string> s_types =
        ["ShortLock", "OrderedLock", "OrderedReaderWriterLock", "Lock", "SpinLock", "ReaderWriterLockSlim", "ReaderWriterLock", "SemaphoreSlim", "Mutex"];

    internal static IReadOnlyList<LockField> Find()
    {
        var monitors = BlockingScan.Find(ProductAssembly.Names).Where(use => use.Used == "Monitor.Enter").Select(use => use.By.Split('.')[0]).ToHashSet();
        var all = new List<LockField>();
        foreach (var name in ProductAssembly.Names)
        {
            using var assembly = ProductAssembly.Open(name);
            all.AddRange(In(assembly, monitors));
        }

        return all;
    }

    private static IEnumerable<LockField> In(ProductAssembly assembly, HashSet<string> monitors)
    {
        var metadata = assembly.Metadata;
        foreach (var handle in metadata.FieldDefinitions)
        {
            var field = metadata.GetFieldDefinition(handle);
            var owner = ProductAssembly.Plain(metadata.GetString(metadata.GetTypeDefinition(field.GetDeclaringType()).Name));
            var type = TypeOf(metadata, field);
            // A lock that a lambda or a constructor was given is a field of the one it came from.
            if (metadata.GetString(field.Name) is ['<', ..] || !(s_types.Contains(type) || (type == "object" && monitors.Contains(owner))))
                continue;
            var kind = type == "object" ? "monitor" : type;
            if (type.StartsWith("Ordered", StringComparison.Ordinal))
            {
                // One that another type made, such as a scope's, is listed there.
                if (Made(assembly, field.GetDeclaringType(), type) is not { } made)
                    continue;
                kind += $" {made}";
            }

            yield return new LockField($"{owner}.{metadata.GetString(field.Name)}", kind);
        }
    }

    // The name and the level with which the type makes its lock: the last constants before the construction.
    private static string? Made(ProductAssembly assembly, TypeDefinitionHandle owner, string type)
    {
        foreach (var method in assembly.Metadata.GetTypeDefinition(owner).GetMethods())
        {
            var (name, level) = ("", -1L);
            foreach (var instruction in assembly.Body(method))
            {
                if (instruction.Code == OpCodes.Ldstr)
                    name = assembly.Metadata.GetUserString(MetadataTokens.UserStringHandle((int)instruction.Operand & 0xFFFFFF));
                else if (InstructionReader.LoadedNumber(instruction) is { } number)
                    level = number;
                else if (instruction.Code == OpCodes.Newobj && assembly.MethodOf((int)instruction.Operand).Type == type)
                    return $"'{name}', {(LockLevel)level}";
            }
        }

        return null;
    }

    private static string TypeOf(MetadataReader metadata, FieldDefinition field)
    {
        var signature = metadata.GetBlobReader(field.Signature);
        _ = signature.ReadSignatureHeader();
        var code = signature.ReadSignatureTypeCode();
        if (code == SignatureTypeCode.Object)
            return "object";
        if (code != SignatureTypeCode.TypeHandle)
            return "";
        var handle = signature.ReadTypeHandle();
        return handle.Kind switch
        {
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)handle).Name),
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)handle).Name),
            _ => "",
        };
    }
}
