namespace AuroraView.Engine;

/// <summary>Whether pages are drawn with the graphics card.</summary>
public enum Acceleration
{
    /// <summary>With the graphics card if GL runs on one, else by the processor.</summary>
    Auto,

    /// <summary>By way of GL, also if that is a software renderer: slower by far there, but 3D transforms and <c>backdrop-filter</c> are drawn.</summary>
    Always,

    /// <summary>By the processor. 3D transforms are drawn flat, <c>backdrop-filter</c> not at all.</summary>
    Never,
}
