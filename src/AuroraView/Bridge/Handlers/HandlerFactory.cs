using System.Text.Json.Serialization.Metadata;

namespace AuroraView.Bridge;

/// <summary>Describes the parameters of typed handlers.</summary>
internal static class HandlerFactory
{
    /// <summary>A parameter of a delegate, read with the view's options.</summary>
    public static HandlerParameter Parameter<T>(IPageHandlers handlers, Delegate handler, int index) =>
        Parameter(PageJson.Info<T>(handlers.JsonOptions), handler, index);

    /// <summary>A parameter of a delegate, read as <paramref name="info"/> says.</summary>
    public static HandlerParameter Parameter<T>(JsonTypeInfo<T> info, Delegate handler, int index)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new HandlerParameter(NameOf(handler, index), info);
    }

    // A closed static method and a lambda have their target as a first parameter that the delegate's type does not show.
    private static string? NameOf(Delegate handler, int index)
    {
        System.Reflection.MethodInfo? invoke = handler.Method;
        System.Reflection.ParameterInfo[] parameters = invoke.GetParameters();
        int shift = invoke.IsStatic && handler.Target is not null ? 1 : 0;
        return index + shift < parameters.Length ? parameters[index + shift].Name : null;
    }
}
