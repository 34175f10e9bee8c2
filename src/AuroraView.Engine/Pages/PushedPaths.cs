namespace AuroraView.Engine.Pages;

/// <summary>
/// Paths of <c>auroraview://app</c> that documents gave themselves by <c>history.pushState</c>, and which document each belongs to. A single page application
/// is so found again by a reload, and by a step in the history to a path that no file has.
/// </summary>
internal sealed class PushedPaths
{
    // A page may push without end.
    private const int Most = 1000;
    private readonly Dictionary<string, string> _documents = new(StringComparer.Ordinal);
    private string? _document;

    /// <summary>Other pages are served from now on.</summary>
    public void Clear()
    {
        _documents.Clear();
        _document = null;
    }

    /// <summary>A document was loaded from this path.</summary>
    public void OnDocument(string path) => _document = _documents.GetValueOrDefault(path, path);

    /// <summary>The document now has this path, without a load.</summary>
    public void OnMoved(string path)
    {
        if (_document is not { } document || path == document)
            return;
        if (_documents.Count >= Most)
            _documents.Clear();
        _documents[path] = document;
    }

    /// <summary>The path of the document that pushed a path, or <see langword="null"/>.</summary>
    public string? DocumentOf(string path) => _documents.GetValueOrDefault(path);
}
