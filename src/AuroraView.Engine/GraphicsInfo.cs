namespace AuroraView.Engine;

/// <summary>How an engine draws.</summary>
/// <param name="Accelerated">Whether it draws by way of GL.</param>
/// <param name="Renderer">GL's own name for what it draws with, such as <c>llvmpipe (LLVM 15.0.6, 256 bits)</c>; empty if GL was not asked.</param>
/// <param name="Why">Why it was chosen, as a sentence.</param>
public sealed record GraphicsInfo(bool Accelerated, string Renderer, string Why);
