namespace AuroraView.Bridge;

/// <summary>What the page sent, for a handler that reads it in another language.</summary>
/// <param name="Json">UTF-8 JSON, whose size and depth have been checked; <see langword="null"/> for no parameters.</param>
/// <param name="IsEvent">Whether nobody waits for an answer.</param>
internal sealed record RawParameters(ReadOnlyMemory<byte>? Json, bool IsEvent);
