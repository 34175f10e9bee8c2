using System.Text.RegularExpressions;

namespace WebView2Bindings;

/// <summary>Reads the C++ half of a header that MIDL wrote: its text is regular.</summary>
internal sealed partial class Header
{
    private readonly Dictionary<string, HeaderInterface> _interfaces = [];

    /// <summary>Reads a header's text.</summary>
    public Header(string text)
    {
        foreach (Match match in InterfacePattern().Matches(text))
        {
            var methods = MethodPattern().Matches(match.Groups["body"].Value)
                .Select(method => new HeaderMethod(method.Groups["name"].Value, Parameters(method.Groups["parameters"].Value)))
                .ToList();
            var name = match.Groups["name"].Value;
            _interfaces[name] = new HeaderInterface(name, match.Groups["id"].Value, match.Groups["base"].Value, methods);
        }
    }

    /// <summary>An interface by its name.</summary>
    public HeaderInterface this[string name] =>
        _interfaces.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"The header declares no {name}.");

    /// <summary>All methods of an interface's table after those of IUnknown.</summary>
    public IEnumerable<(HeaderInterface Owner, HeaderMethod Method)> Table(string name)
    {
        var found = this[name];
        var before = found.Base == "IUnknown" ? [] : Table(found.Base);
        return before.Concat(found.Methods.Select(method => (found, method)));
    }

    private static List<HeaderParameter> Parameters(string text)
    {
        var parameters = new List<HeaderParameter>();
        if (text.Trim() == "void")
            return parameters;
        // No type of this header has a comma of its own.
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var match = ParameterPattern().Match(part);
            if (!match.Success)
                throw new InvalidOperationException($"The parameter '{part}' was not understood.");
            parameters.Add(new HeaderParameter(
                match.Groups["type"].Value, match.Groups["stars"].Length, match.Groups["name"].Value, match.Groups["attributes"].Value.Contains("[out]", StringComparison.Ordinal)));
        }

        return parameters;
    }

    [GeneratedRegex("""MIDL_INTERFACE\("(?<id>[0-9a-fA-F-]+)"\)\s+(?<name>\w+) : public (?<base>\w+)\s+\{\s+public:(?<body>.*?)\n    \};""", RegexOptions.Singleline)]
    private static partial Regex InterfacePattern();

    [GeneratedRegex("""virtual (/\*.*?\*/ )?HRESULT STDMETHODCALLTYPE (?<name>\w+)\((?<parameters>.*?)\) = 0;""", RegexOptions.Singleline)]
    private static partial Regex MethodPattern();

    [GeneratedRegex("""^(/\* (?<attributes>[^*]*?) \*/\s*)?(const )?(?<type>\w+)\s*(?<stars>\**)\s*(?<name>\w+)$""")]
    private static partial Regex ParameterPattern();
}
