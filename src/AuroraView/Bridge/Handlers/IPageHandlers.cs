using System.Text.Json;

namespace AuroraView;

/// <summary>
/// Something that handlers for the page can be registered on: a view, or one of its thread-safe fronts. The
/// <c>On</c>, <c>BindCall</c> and <c>BindApi</c> methods of <see cref="PageHandlerExtensions"/> work on it. Callable from any thread.
/// </summary>
public interface IPageHandlers
{
    /// <summary>How values are read and written if no <c>JsonTypeInfo</c> is given.</summary>
    JsonSerializerOptions JsonOptions { get; }

    /// <summary>Registers a handler. One that had the name before is replaced: the last one wins, as in the RFC.</summary>
    void AddHandler(PageHandler handler);

    /// <summary>Removes a handler. A call that it is working on goes on.</summary>
    /// <returns>Whether there was one.</returns>
    bool Off(string name);
}
