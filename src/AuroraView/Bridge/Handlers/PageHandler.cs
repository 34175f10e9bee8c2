namespace AuroraView;

/// <summary>
/// A named handler and how its parameters are read. Immutable. Made by <see cref="PageHandlerExtensions"/>; the view
/// runs it on the thread that <see cref="Thread"/> says.
/// </summary>
public sealed class PageHandler
{
    private readonly Bridge.HandlerBody _body;
    private int _uses;

    internal PageHandler(string name, HandlerThread thread, Bridge.HandlerParameter[] parameters, Bridge.HandlerBody body)
    {
        Bridge.PageName.Validate(name, nameof(name));
        Name = name;
        Thread = thread;
        Parameters = parameters;
        _body = body;
    }

    /// <summary>The name the page uses.</summary>
    public string Name { get; }

    /// <summary>Where it runs.</summary>
    public HandlerThread Thread { get; }

    internal IReadOnlyList<Bridge.HandlerParameter> Parameters { get; }

    /// <summary>Whether the body reads the parameters itself: its only argument is a <see cref="Bridge.RawParameters"/>.</summary>
    internal bool IsRaw { get; init; }

    /// <summary>Called once no view has the handler registered any more and none of what was accepted for it is left to run: by whoever ends that.</summary>
    internal Action? Released { get; init; }

    /// <summary>A registration, or a call that was accepted, needs the handler from now on.</summary>
    /// <returns><see langword="false"/> where it was released already, so that another look at the table finds its successor.</returns>
    internal bool TryUse()
    {
        if (Released is null)
            return true;
        var uses = Volatile.Read(ref _uses);
        while (uses >= 0)
        {
            var before = Interlocked.CompareExchange(ref _uses, uses + 1, uses);
            if (before == uses)
                return true;
            uses = before;
        }

        return false;
    }

    /// <summary>One that needed it is done.</summary>
    internal void EndUse()
    {
        if (Released is { } released && Interlocked.Decrement(ref _uses) == 0 && Interlocked.CompareExchange(ref _uses, int.MinValue, 0) == 0)
            released();
    }

    /// <summary>The same handler on another thread.</summary>
    /// <param name="thread">Where it is to run.</param>
    public PageHandler WithThread(HandlerThread thread) => new(Name, thread, [.. Parameters], _body) { IsRaw = IsRaw, Released = Released };

    /// <summary>Reads the parameters. Runs converters of the application: call it on the handler's thread.</summary>
    /// <param name="parameters">The page's JSON (it must not change until the handler is done), or <see langword="null"/> or nothing for none.</param>
    /// <param name="isEvent">Whether nobody waits for an answer: then a handler without parameters takes any detail.</param>
    /// <param name="maxDepth">How deep the JSON may be nested.</param>
    /// <exception cref="BridgeException"><see cref="BridgeErrorCode.InvalidArguments"/>, naming the parameter and what was expected.</exception>
    internal Bridge.BoundCall Bind(ReadOnlyMemory<byte>? parameters, bool isEvent = false, int maxDepth = 64)
        => new(_body, IsRaw ? [new Bridge.RawParameters(parameters, isEvent)] : Bridge.ArgumentBinder.Bind(Name, Parameters, parameters, isEvent, maxDepth));
}
