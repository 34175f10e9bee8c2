using AuroraView.Engine;
using AuroraView.Native.Abi;
using AuroraView.Threading;
using AuroraView.Threading.Waiting;

namespace AuroraView.Native.Sessions;

/// <summary>
/// The one function of a client through which all its code is run. Once closed it is never called again, so a client that is unloaded or loaded again
/// leaves nothing that could be called by mistake.
/// </summary>
internal sealed unsafe class ForeignCallbacks
{
    private const long ClosedBit = 1L << 40;
    private const long CountMask = ClosedBit - 1;

    // AV_RAN, in the upper half of a result; and how often a function is called that does not confirm.
    private const int Ran = 0x41560000;
    private const int MostAttempts = 100;

    private static long s_lastId;

    [ThreadStatic]
    private static Frame* t_frame;

    private readonly string _client;
    private readonly delegate* unmanaged[Cdecl]<void*, int, long, long, byte*, long, int> _run;
    private readonly void* _context;
    private readonly long _id = Interlocked.Increment(ref s_lastId);
    private QuietTarget[] _quiet = [];
    private long _word;

    internal ForeignCallbacks(string client, delegate* unmanaged[Cdecl]<void*, int, long, long, byte*, long, int> run, void* context)
    {
        _client = client;
        _run = run;
        _context = context;
    }

    /// <summary>Whether the client's function says of each call that it has run. One that has not is called again. Set before anything is called.</summary>
    internal bool Confirms { get; set; }

    internal bool IsClosed => (Volatile.Read(ref _word) & ClosedBit) != 0;

    /// <summary>Runs the client's code on the calling thread.</summary>
    /// <exception cref="ShutdownInProgressException">The client is gone.</exception>
    internal int Run(CallKind kind, long token, long reply, ReadOnlySpan<byte> json)
    {
        // A copy with a zero byte behind it: that is what languages read fastest.
        const int small = 512;
        var rented = json.Length < small ? null : ByteArrays.Rent(json.Length + 1);
        try
        {
            var text = rented is null ? stackalloc byte[small] : rented;
            json.CopyTo(text);
            text[json.Length] = 0;
            fixed (byte* bytes = text)
                return Run(kind, token, reply, bytes, json.Length);
        }
        finally
        {
            if (rented is not null)
                ByteArrays.Return(rented);
        }
    }

    /// <summary>The same without a text.</summary>
    internal int Run(CallKind kind, long token, long reply = 0) => Run(kind, token, reply, null, -1);

    private int Run(CallKind kind, long token, long reply, byte* json, long length)
    {
        if ((Interlocked.Increment(ref _word) & ClosedBit) != 0)
        {
            Leave();
            throw Refusal();
        }

        // What the client calls in there must not take the error away that the code around us is about to report.
        var error = LastError.Current;
        var frame = new Frame { Client = _id, Outer = t_frame };
        t_frame = &frame;
        try
        {
            var result = _run(_context, (int)kind, token, reply, json, length);
            if (!Confirms)
                return result;
            for (var attempt = 1; (result & ~0xFFFF) != Ran; attempt++)
            {
                if (attempt == MostAttempts)
                    throw new InvalidOperationException($"The function of the client '{_client}' does not run: it was called {attempt} times and confirmed none.");
                if (IsClosed)
                    throw Refusal();
                result = _run(_context, (int)kind, token, reply, json, length);
            }

            return (short)result;
        }
        finally
        {
            t_frame = frame.Outer;
            LastError.Current = error;
            Leave();
        }
    }

    /// <summary>Calls nothing from now on. From any thread.</summary>
    internal void Close() => Interlocked.Or(ref _word, ClosedBit);

    /// <summary>After <see cref="Close"/>: waits for the calls that other threads are in.</summary>
    /// <returns>Whether all have ended.</returns>
    internal bool WaitUntilQuiet(TimeSpan timeout)
    {
        var quiet = new QuietTarget(this, Depth());
        Change(targets => [.. targets, quiet]);
        try
        {
            var now = TimeProvider.System.GetTimestamp();
            return Waits.Wait(quiet, "detach", Deadline.In(timeout, TimeProvider.System, now), CancellationToken.None, TimeProvider.System, now, canServe: false)
                == WaitOutcome.Completed;
        }
        catch (DeadlockDetectedException)
        {
            return false;
        }
        finally
        {
            Change(targets => Array.FindAll(targets, other => other != quiet));
        }
    }

    internal ShutdownInProgressException Refusal() => new(
        $"the client '{_client}'", "it has ended, or was loaded again, and its functions are not called any more.");

    private void Leave()
    {
        var left = Interlocked.Decrement(ref _word);
        if ((left & ClosedBit) == 0)
            return;
        foreach (var target in Volatile.Read(ref _quiet))
            target.Check();
    }

    /// <summary>How many calls of this client's function the calling thread is in; those of other clients do not count.</summary>
    private int Depth()
    {
        var depth = 0;
        for (var frame = t_frame; frame is not null; frame = frame->Outer)
            depth += frame->Client == _id ? 1 : 0;
        return depth;
    }

    private void Change(Func<QuietTarget[], QuietTarget[]> change)
    {
        QuietTarget[] before;
        do
            before = Volatile.Read(ref _quiet);
        while (Interlocked.CompareExchange(ref _quiet, change(before), before) != before);
    }

    /// <summary>A call that the thread is in, on its stack.</summary>
    private struct Frame
    {
        internal long Client;
        internal Frame* Outer;
    }

    private sealed class QuietTarget(ForeignCallbacks callbacks, int own) : WaitTarget
    {
        internal override bool IsCompleted => (Volatile.Read(ref callbacks._word) & CountMask) <= own;

        internal void Check() => SignalWaiter();

        internal override void AddSuccessors(ref WaitWalk walk)
        {
        }

        internal override Description Describe() => $"the functions of the client '{callbacks._client}' that are running";
    }
}
