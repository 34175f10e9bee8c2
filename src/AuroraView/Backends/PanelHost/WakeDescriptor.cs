using AuroraView.Engine.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>Wakes a thread that polls. Without a free descriptor it wakes nobody, which only delays.</summary>
internal sealed unsafe class WakeDescriptor : IDisposable
{
    /// <summary>What to poll, or -1.</summary>
    public int Descriptor { get; private set; } = Libc.EventDescriptor(0, Libc.O_CLOEXEC | Libc.O_NONBLOCK);

    /// <summary>Wakes. The caller holds the gate that also guards <see cref="Dispose"/>.</summary>
    public void Signal()
    {
        ulong one = 1;
        if (Descriptor >= 0)
            Libc.Write(Descriptor, (byte*)&one, sizeof(ulong));
    }

    /// <summary>Takes the wakes so far.</summary>
    public void Clear()
    {
        ulong count;
        Libc.Read(Descriptor, (byte*)&count, sizeof(ulong));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Descriptor >= 0)
            Libc.Close(Descriptor);
        Descriptor = -1;
    }
}
