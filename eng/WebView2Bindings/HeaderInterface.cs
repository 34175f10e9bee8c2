namespace WebView2Bindings;

/// <summary>An interface as the header declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its IID.</param>
/// <param name="Base">The interface it extends.</param>
/// <param name="Methods">Its own methods, in the order of the table.</param>
internal sealed record HeaderInterface(string Name, string Id, string Base, IReadOnlyList<HeaderMethod> Methods);

/// <summary>A method.</summary>
internal sealed record HeaderMethod(string Name, IReadOnlyList<HeaderParameter> Parameters);

/// <summary>A parameter.</summary>
/// <param name="Type">Its type without stars, such as <c>LPCWSTR</c>.</param>
/// <param name="Stars">How many stars follow.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOut">Whether the callee writes it.</param>
internal sealed record HeaderParameter(string Type, int Stars, string Name, bool IsOut);
