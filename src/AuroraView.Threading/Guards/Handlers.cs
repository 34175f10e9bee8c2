namespace AuroraView.Threading.Guards;

/// <summary>Raises events: a handler that throws takes nothing from those that follow it.</summary>
internal static class Handlers
{
    /// <summary>Calls each handler.</summary>
    /// <param name="handlers">The event.</param>
    /// <param name="sender">Whose it is.</param>
    /// <param name="args">What happened.</param>
    /// <param name="onError">Hears what a handler threw.</param>
    internal static void Raise<TArgs>(EventHandler<TArgs>? handlers, object? sender, TArgs args, Action<Exception> onError)
    {
        if (handlers is not null)
            Each(handlers, handler => ((EventHandler<TArgs>)handler)(sender, args), onError);
    }

    /// <inheritdoc cref="Raise{TArgs}"/>
    internal static void Raise(EventHandler? handlers, object? sender, Action<Exception> onError)
    {
        if (handlers is not null)
            Each(handlers, handler => ((EventHandler)handler)(sender, EventArgs.Empty), onError);
    }

    private static void Each(Delegate handlers, Action<Delegate> call, Action<Exception> onError)
    {
        var context = SynchronizationContext.Current;
        if (context is null)
            SynchronizationContext.SetSynchronizationContext(GuardedContext.Instance);
        foreach (var handler in handlers.GetInvocationList())
        {
            try
            {
                call(handler);
            }
            catch (Exception error)
            {
                onError(error);
            }
        }

        if (context is null)
            SynchronizationContext.SetSynchronizationContext(null);
    }
}
