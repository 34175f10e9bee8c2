using AuroraView.Engine;
using AuroraView.Threading.Queues;

namespace AuroraView.Views;

/// <summary>What can be on its way to the page.</summary>
internal enum OutboundKind : byte
{
    Load,
    Event,
    Reply,
    ReplyError,
    Announce,
    Evaluate,
    Capture,
    RefusedCalls,
}

/// <summary>One thing on its way to the page. A value, so that a queue of them is one array.</summary>
internal readonly struct Outbound
{
    // What a message takes besides its payload.
    private const int Envelope = 128;

    private Outbound(OutboundKind kind, long id, long document, string? name, byte[]? json, int length, object? subject, Outbox? heldBy = null)
    {
        Kind = kind;
        Id = id;
        Document = document;
        Name = name;
        _json = json;
        _length = length;
        Subject = subject;
        _heldBy = heldBy;
    }

    private readonly byte[]? _json;
    private readonly int _length;
    private readonly Outbox? _heldBy;

    internal OutboundKind Kind { get; }

    /// <summary>The call, evaluation or load.</summary>
    internal long Id { get; }

    /// <summary>The document that asked, for an answer.</summary>
    internal long Document { get; }

    /// <summary>The event's name.</summary>
    internal string? Name { get; }

    internal object? Subject { get; }

    /// <summary>The payload in JSON.</summary>
    internal ReadOnlySpan<byte> Json => _json.AsSpan(0, _length);

    internal static Outbound Event(string name, PooledJson payload) => new(OutboundKind.Event, 0, 0, name, payload.Array, payload.Length, null);

    internal static Outbound Reply(long document, long call, PooledJson result) => new(OutboundKind.Reply, call, document, null, result.Array, result.Length, null);

    internal static Outbound ReplyError(long document, long call, Bridge.BridgeError error) => new(OutboundKind.ReplyError, call, document, null, null, 0, error);

    internal static Outbound Announce(string[] names) => new(OutboundKind.Announce, 0, 0, null, null, 0, names);

    internal static Outbound Evaluate(PendingEval eval) => new(OutboundKind.Evaluate, eval.Id, 0, null, null, 0, eval);

    internal static Outbound Capture(long id) => new(OutboundKind.Capture, id, 0, null, null, 0, null);

    internal static Outbound Load(WaitingLoad load) => new(OutboundKind.Load, load.Id, 0, null, null, 0, load);

    internal static Outbound RefusedCalls(Views.RefusedCalls calls) => new(OutboundKind.RefusedCalls, 0, calls.Document, null, null, 0, calls);

    /// <summary>The bytes that it takes of what may be on its way to the page; below zero for what is not counted.</summary>
    internal int Weight => Kind switch
    {
        OutboundKind.Event or OutboundKind.Reply => _length + Envelope,
        OutboundKind.ReplyError => ((Bridge.BridgeError)Subject!).Weight + Envelope,
        OutboundKind.Evaluate => ((PendingEval)Subject!).Weight + Envelope,
        _ => MessageQueue<Outbound>.Weightless,
    };

    /// <summary>The same, with the outbox that gets the room back.</summary>
    internal Outbound Held(Outbox by) => new(Kind, Id, Document, Name, _json, _length, Subject, by);

    /// <summary>Gives the payload's array and the room in the outbox back. After this the value is not used any more.</summary>
    internal void Recycle()
    {
        if (_json is { Length: > 0 })
            ByteArrays.Return(_json);
        _heldBy?.GiveBack(Weight);
    }
}
