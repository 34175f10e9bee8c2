namespace AuroraView.Threading.Queues;

/// <summary>
/// The storage of a queue: slots that are used again and again, so that a push allocates nothing once the queue has been as deep as it
/// gets. Guarded by the queue's lock.
/// </summary>
/// <remarks>Linked by index rather than a ring, because a message can be taken out of the middle (see <see cref="MessageQueue{T}.PushLatest"/>).</remarks>
internal sealed class MessageSlots<T>
{
    private const int FirstSize = 16;
    private const int None = -1;

    private MessageSlot<T>[] _slots = new MessageSlot<T>[FirstSize];
    private int _used;
    private int _free = None;

    internal ref MessageSlot<T> this[int index] => ref _slots[index];

    internal int Append(ref MessageLane lane)
    {
        var index = Rent();
        Link(ref lane, index);
        return index;
    }

    internal void MoveToEnd(ref MessageLane lane, int index)
    {
        Unlink(ref lane, index);
        Link(ref lane, index);
    }

    internal void Remove(ref MessageLane lane, int index)
    {
        Unlink(ref lane, index);
        ref var slot = ref _slots[index];
        slot = default;
        slot.Next = _free;
        _free = index;
    }

    private int Rent()
    {
        var index = _free;
        if (index != None)
        {
            _free = _slots[index].Next;
            return index;
        }

        // Under the queue's spinning lock, but only as often as a doubling can happen.
        if (_used == _slots.Length)
            Array.Resize(ref _slots, _slots.Length * 2);
        return _used++;
    }

    private void Link(ref MessageLane lane, int index)
    {
        ref var slot = ref _slots[index];
        slot.Next = None;
        slot.Previous = lane.Last;
        if (lane.Last == None)
            lane.First = index;
        else
            _slots[lane.Last].Next = index;
        lane.Last = index;
        lane.Count++;
    }

    private void Unlink(ref MessageLane lane, int index)
    {
        ref var slot = ref _slots[index];
        if (slot.Previous == None)
            lane.First = slot.Next;
        else
            _slots[slot.Previous].Next = slot.Next;
        if (slot.Next == None)
            lane.Last = slot.Previous;
        else
            _slots[slot.Next].Previous = slot.Previous;
        lane.Count--;
    }
}
