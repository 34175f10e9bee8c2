namespace AuroraView.Threading.Dispatch;

/// <summary>A doubly linked list through the calls themselves. Guarded by its queue's lock.</summary>
internal struct CallList
{
    internal Call? First { get; private set; }

    internal Call? Last { get; private set; }

    internal void Append(Call call)
    {
        call.Next = null;
        call.Previous = Last;
        if (Last is null)
            First = call;
        else
            Last.Next = call;
        Last = call;
    }

    /// <summary>Puts a call at its place by sequence; nearly always the end.</summary>
    internal void Insert(Call call)
    {
        var after = Last;
        while (after is not null && after.Sequence > call.Sequence)
            after = after.Previous;
        var before = after is null ? First : after.Next;
        if (before is null)
            Append(call);
        else
            InsertBefore(before, call);
    }

    /// <summary>Takes all calls of another list, each to its place by sequence.</summary>
    internal void Merge(ref CallList other)
    {
        var at = First;
        while (other.First is { } call)
        {
            other.Remove(call);
            while (at is not null && at.Sequence < call.Sequence)
                at = at.Next;
            if (at is null)
                Append(call);
            else
                InsertBefore(at, call);
        }
    }

    internal void Remove(Call call)
    {
        if (call.Previous is null)
            First = call.Next;
        else
            call.Previous.Next = call.Next;
        if (call.Next is null)
            Last = call.Previous;
        else
            call.Next.Previous = call.Previous;
        call.Next = call.Previous = null;
    }

    private void InsertBefore(Call at, Call call)
    {
        call.Next = at;
        call.Previous = at.Previous;
        if (at.Previous is null)
            First = call;
        else
            at.Previous.Next = call;
        at.Previous = call;
    }
}
