namespace AuroraView.Threading.Shutdown;

/// <summary>An operation that runs on the calling thread, from its beginning to its disposal.</summary>
internal ref struct Operation
{
    private OperationGate? _gate;

    internal Operation(OperationGate gate) => _gate = gate;

    /// <summary>Ends the operation. On the thread that began it; a second time does nothing.</summary>
    public void Dispose()
    {
        var gate = _gate;
        _gate = null;
        gate?.CompleteHere();
    }
}
