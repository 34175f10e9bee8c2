using System.Diagnostics.CodeAnalysis;
using AuroraView.Bridge;

namespace AuroraView;

// Binding by reflection: parameter names, default values and result types come from the method itself.
public static partial class PageHandlerExtensions
{
    private const string Reflects =
        "Binds by reflection. Use the On overloads, which need none, in a trimmed or ahead-of-time compiled application.";

    /// <summary>
    /// Registers any delegate under a name that the page calls. Parameters may have default values, a
    /// <see cref="CancellationToken"/> may stand anywhere, and the result may be <c>Task</c> or <c>ValueTask</c>.
    /// </summary>
    /// <param name="handlers">The view, or one of its fronts.</param>
    /// <param name="name">The name, up to 256 characters.</param>
    /// <param name="handler">What runs.</param>
    /// <param name="thread">Where it runs; <see cref="DccThreadSafeAttribute"/> on the method counts if this is
    /// <see cref="HandlerThread.Default"/>.</param>
    /// <exception cref="ArgumentException">The name or the method's shape cannot be bound.</exception>
    [RequiresUnreferencedCode(Reflects)]
    [RequiresDynamicCode(Reflects)]
    public static void BindCall(
        this IPageHandlers handlers, string name, Delegate handler, HandlerThread thread = HandlerThread.Default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handlers.AddHandler(MethodBinding.ForDelegate(name, handler, thread, handlers.JsonOptions));
    }

    /// <summary>
    /// Registers the public methods that the object's type declares, as <c>namespace.method</c>: the page calls
    /// <c>auroraview.api.scene.rename(...)</c> for <c>Rename</c> of an object bound as <c>scene</c>.
    /// </summary>
    /// <param name="handlers">The view, or one of its fronts.</param>
    /// <param name="target">The object. Only methods that its own type declares or overrides count: not those it inherits, not
    /// those of <see cref="object"/>, no properties, events, static or generic methods, and not <c>Dispose</c>.</param>
    /// <param name="apiNamespace">The namespace; empty for none.</param>
    /// <param name="thread">Where methods run that have no <see cref="DccThreadSafeAttribute"/>.</param>
    /// <returns>The names that were registered.</returns>
    /// <remarks>
    /// A method's name is put in camel case, without <c>Async</c> at the end if it returns a task;
    /// <see cref="AuroraNameAttribute"/> gives another, <see cref="AuroraIgnoreAttribute"/> keeps it out.
    /// </remarks>
    /// <exception cref="ArgumentException">Two methods have the same name for the page (overloads), or there is none to bind.</exception>
    [RequiresUnreferencedCode(Reflects)]
    [RequiresDynamicCode(Reflects)]
    public static IReadOnlyList<string> BindApi(
        this IPageHandlers handlers, object target, string apiNamespace = "", HandlerThread thread = HandlerThread.Default)
    {
        ArgumentNullException.ThrowIfNull(target);
        IReadOnlyList<PageHandler> methods = ApiBinding.ForObject(target, apiNamespace, thread, handlers.JsonOptions);
        foreach (PageHandler method in methods) handlers.AddHandler(method);
        return [.. methods.Select(method => method.Name)];
    }
}
