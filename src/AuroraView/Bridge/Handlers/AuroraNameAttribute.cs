namespace AuroraView;

/// <summary>The name under which the page calls a method of a bound object, instead of the method's own in camel case.</summary>
/// <param name="name">The name, without the namespace.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuroraNameAttribute(string name) : Attribute
{
    /// <summary>The name, without the namespace.</summary>
    public string Name { get; } = name;
}
