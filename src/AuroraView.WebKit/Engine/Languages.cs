using AuroraView.Engine.Transport;

namespace AuroraView.WebKit.Engine;

/// <summary>The user's languages as pages are told them (<c>navigator.language</c>, <c>Accept-Language</c>): from the locale, which may be none (<c>C</c>).</summary>
internal static unsafe class Languages
{
    private const string Fallback = "en-US";

    /// <summary>Tells an engine's context.</summary>
    public static void Apply(nint context)
    {
        using var names = new NativeStrings(Find(Environment.GetEnvironmentVariable));
        Native.WebKit.SetLanguages(context, names.Pointers);
    }

    /// <summary>The languages of a locale's variables, most wanted first; never empty.</summary>
    public static string[] Find(Func<string, string?> variable)
    {
        string locale = First(variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
        if (!TryName(locale, out string language))
            return [Fallback];
        var found = new List<string>();
        foreach (string wanted in (variable("LANGUAGE") ?? "").Split(':'))
        {
            if (TryName(wanted, out string name) && !found.Contains(name))
                found.Add(name);
        }
        if (!found.Contains(language))
            found.Add(language);
        return [.. found];
    }

    private static string First(params string?[] values) => Array.Find(values, value => !string.IsNullOrEmpty(value)) ?? "";

    // de_AT.UTF-8@euro is de-AT.
    private static bool TryName(string locale, out string name)
    {
        int end = locale.AsSpan().IndexOfAny('.', '@');
        name = (end >= 0 ? locale[..end] : locale).Replace('_', '-');
        return name.Length >= 2 && name is not "POSIX" && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && char.IsAsciiLetter(name[0]);
    }
}
