using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AuroraView.Rules.Tests.Il;

/// <summary>A built assembly of the product, read and not loaded.</summary>
internal sealed class ProductAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private ProductAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        Name = Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>What is shipped. The test project references each of them, so they lie beside it, as they were built.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        ["AuroraView.Threading", "AuroraView.Engine", "AuroraView", "AuroraView.WebKit", "AuroraView.WebView2", "libauroraview", "auroraview-panelhost"];

    internal string Name { get; }

    internal MetadataReader Metadata => _metadata;

    internal static ProductAssembly Open(string name) => new(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    internal static ProductAssembly OpenThisOne() => Open(typeof(ProductAssembly).Assembly.GetName().Name!);

    public void Dispose() => _file.Dispose();

    /// <summary>Every use of a method in a body: a call, a construction, or the making of a delegate.</summary>
    internal IEnumerable<MethodUse> Uses()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            foreach (var (code, operand) in Body(handle))
            {
                if (code == OpCodes.Call || code == OpCodes.Callvirt || code == OpCodes.Newobj || code == OpCodes.Ldftn || code == OpCodes.Ldvirtftn)
                    yield return new MethodUse(handle, MethodOf((int)operand));
            }
        }
    }

    internal IEnumerable<Instruction> Body(MethodDefinitionHandle handle)
    {
        var method = _metadata.GetMethodDefinition(handle);
        return method.RelativeVirtualAddress == 0
            ? []
            : InstructionReader.Read(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!);
    }

    /// <summary>A method's instructions that are neither in a try with a catch of every exception nor in its handler.</summary>
    internal IEnumerable<Instruction> CodeOutsideLastCatch(MethodDefinitionHandle handle)
    {
        var body = _file.GetMethodBody(_metadata.GetMethodDefinition(handle).RelativeVirtualAddress);
        var code = body.GetILBytes()!;
        var at = 0;
        foreach (var region in body.ExceptionRegions.Where(IsLastCatch).OrderBy(region => region.TryOffset))
        {
            foreach (var instruction in InstructionReader.Read(code[at..Math.Max(at, region.TryOffset)]))
                yield return instruction;
            at = Math.Max(at, region.HandlerOffset + region.HandlerLength);
        }

        foreach (var instruction in InstructionReader.Read(code[at..]))
            yield return instruction;
    }

    private bool IsLastCatch(ExceptionRegion region) =>
        region.Kind == ExceptionRegionKind.Catch && TypeOf(region.CatchType) is ("System", "Exception" or "Object");

    /// <summary>The name of the function of the C library, or of another one, that a method stands for; <see langword="null"/> where it has a body of its own.</summary>
    internal string? ImportOf(MethodDefinitionHandle handle)
    {
        var import = _metadata.GetMethodDefinition(handle).GetImport();
        return import.Name.IsNil ? null : _metadata.GetString(import.Name);
    }

    /// <summary>
    /// A method as a person wrote it: what the compiler made of lambdas, iterators and async methods goes by the method it stands in.
    /// </summary>
    internal string NameOf(MethodDefinitionHandle handle)
    {
        var method = _metadata.GetMethodDefinition(handle);
        var name = Written(_metadata.GetString(method.Name));
        var type = _metadata.GetTypeDefinition(method.GetDeclaringType());
        while (!type.GetDeclaringType().IsNil && _metadata.GetString(type.Name) is ['<', ..] generated)
        {
            if (Written(generated) is { Length: > 0 } outer && !generated.StartsWith("<>", StringComparison.Ordinal))
                name = outer;
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return $"{Plain(_metadata.GetString(type.Name))}.{name}";
    }

    internal bool IsStateMachineStep(MethodDefinitionHandle handle)
    {
        var method = _metadata.GetMethodDefinition(handle);
        var type = _metadata.GetTypeDefinition(method.GetDeclaringType());
        return _metadata.GetString(method.Name) == "MoveNext" && _metadata.GetString(type.Name).StartsWith('<');
    }

    internal static string Plain(string type) => type.IndexOf('`', StringComparison.Ordinal) is var mark and >= 0 ? type[..mark] : type;

    internal UsedMethod MethodOf(int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind == HandleKind.MethodSpecification)
            handle = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind == HandleKind.MethodDefinition)
        {
            var definition = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
            var type = _metadata.GetTypeDefinition(definition.GetDeclaringType());
            return new UsedMethod(_metadata.GetString(type.Namespace), Plain(_metadata.GetString(type.Name)), _metadata.GetString(definition.Name), (MethodDefinitionHandle)handle);
        }

        var reference = _metadata.GetMemberReference((MemberReferenceHandle)handle);
        var (space, name) = TypeOf(reference.Parent);
        return new UsedMethod(space, name, _metadata.GetString(reference.Name), default);
    }

    private (string Namespace, string Name) TypeOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = _metadata.GetTypeReference((TypeReferenceHandle)handle);
                return (_metadata.GetString(reference.Namespace), Plain(_metadata.GetString(reference.Name)));
            case HandleKind.TypeDefinition:
                var definition = _metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                return (_metadata.GetString(definition.Namespace), Plain(_metadata.GetString(definition.Name)));
            case HandleKind.TypeSpecification:
                return GenericTypeOf(_metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)handle).Signature));
            default:
                return ("", "");
        }
    }

    // An instantiated generic type: GENERICINST, CLASS or VALUETYPE, the type. Arrays and the like have no methods of interest.
    private (string Namespace, string Name) GenericTypeOf(BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return ("", "");
        _ = signature.ReadCompressedInteger();
        return TypeOf(signature.ReadTypeHandle());
    }

    private static string Written(string name)
    {
        if (name == "<Main>$" || !name.StartsWith('<'))
            return name;
        var end = name.LastIndexOf('>');
        return name[1..end].TrimStart('<').Replace(">$", "", StringComparison.Ordinal);
    }
}
