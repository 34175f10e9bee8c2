namespace AuroraView.Threading.Shutdown;

/// <summary>
/// The operations one thread is in, innermost last. Written by that thread only; another one reads it under the wait graph's lock, which
/// the thread has passed since its last change if it is blocked. While it runs, what is read may be just over.
/// </summary>
internal struct OperationStack
{
    private OperationGate?[]? _gates;
    private int _count;

    internal void Push(OperationGate gate)
    {
        var gates = _gates ??= new OperationGate?[4];
        if (_count == gates.Length)
        {
            Array.Resize(ref gates, gates.Length * 2);
            Volatile.Write(ref _gates, gates);
        }

        gates[_count] = gate;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>Takes out the innermost operation of a gate; scopes may end in any order.</summary>
    internal void Remove(OperationGate gate)
    {
        var gates = _gates!;
        var index = Array.LastIndexOf(gates, gate, _count - 1);
        Array.Copy(gates, index + 1, gates, index, _count - index - 1);
        Volatile.Write(ref _count, _count - 1);
        gates[_count] = null;
    }

    internal readonly int CountOf(OperationGate gate)
    {
        var gates = Volatile.Read(in _gates);
        var count = 0;
        for (var i = 0; gates is not null && i < gates.Length; i++)
        {
            if (ReferenceEquals(gates[i], gate))
                count++;
        }

        return count;
    }
}
