using System.Reflection.Metadata;

namespace AuroraView.Rules.Tests.Il;

/// <summary>A method's use in another one's body.</summary>
internal sealed record MethodUse(MethodDefinitionHandle By, UsedMethod Used);

/// <summary>The method that is used.</summary>
/// <param name="Namespace">The namespace of its type; empty for a nested one.</param>
/// <param name="Type">Its type, without the number of type parameters.</param>
/// <param name="Name">Its name.</param>
/// <param name="Definition">The method where it is of the same assembly.</param>
internal sealed record UsedMethod(string Namespace, string Type, string Name, MethodDefinitionHandle Definition);
