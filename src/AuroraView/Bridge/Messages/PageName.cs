namespace AuroraView.Bridge;

/// <summary>What may be the name of a method or an event.</summary>
internal static class PageName
{
    public const int MaxLength = 256;

    /// <summary>Refuses names that could not cross the bridge unchanged.</summary>
    /// <exception cref="ArgumentException">Empty, longer than 256 UTF-16 units, or with half a surrogate pair.</exception>
    public static void Validate(string name, string parameterName)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameterName);
        if (name.Length > MaxLength)
            throw new ArgumentException($"The name has {name.Length} characters; at most {MaxLength} are allowed.", parameterName);
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (!char.IsHighSurrogate(name[i]) || i + 1 == name.Length || !char.IsLowSurrogate(name[i + 1]))
                throw new ArgumentException($"The name has half a surrogate pair at {i}.", parameterName);
            i++;
        }
    }
}
