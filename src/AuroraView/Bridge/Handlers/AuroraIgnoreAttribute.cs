namespace AuroraView;

/// <summary>Keeps a public method of a bound object out of the page's reach.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuroraIgnoreAttribute : Attribute;
