using AuroraView.Bridge;
using AuroraView.Threading.Dispatch;
using AuroraView.Threading.Waiting;

namespace AuroraView.Views;

/// <summary>
/// A call or an event of the page on its way through a handler: queued for the handler's thread, run there, answered exactly once.
/// </summary>
internal sealed class PageCall : Call, IOpenWork
{
    private readonly PageRequests _requests;
    private readonly PageHandler _handler;
    private readonly byte[]? _parameters;
    private readonly CancellationTokenSource _cancellation = new();
    private Task? _running;
    private int _answered;
    private int _letGo;

    internal PageCall(PageRequests requests, PageHandler handler, long document, long id, byte[]? parameters, long postedAt)
    {
        _requests = requests;
        _handler = handler;
        _parameters = parameters;
        Document = document;
        Id = id;
        PostedAt = postedAt;
        Request = new WaitOrigin(requests.Party, handler.Name);
    }

    internal long Document { get; }

    /// <summary>The page's number for the call, or a number of ours below zero for an event.</summary>
    internal long Id { get; }

    internal bool IsEvent => Id < 0;

    internal WaitOrigin Request { get; }

    /// <summary>The size of what it carries.</summary>
    internal int Bytes => _parameters?.Length ?? 0;

    internal override object Work => _handler.Name;

    internal override void Execute()
    {
        try
        {
            if (Volatile.Read(ref _answered) != 0)
                return;
            var result = new PooledBuffer();
            // An array that is null would turn into an empty text, which is not the same as no parameters.
            var bound = _handler.Bind(_parameters is null ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(_parameters), IsEvent, _requests.MaxDepth);
            var running = bound.InvokeAsync(result, _cancellation.Token);
            if (running.IsCompleted)
            {
                running.GetAwaiter().GetResult();
                Answer(result);
                return;
            }

            _running = running.AsTask();
            Queue!.Open(this);
            _ = FinishLaterAsync(_running, result);
        }
        finally
        {
            EndUse();
        }
    }

    /// <summary>The handler awaits, and its thread takes no more: the page is told.</summary>
    public bool End(Exception error)
    {
        // One that has ended is about to answer.
        if (Volatile.Read(ref _answered) != 0 || _running is not { IsCompleted: false })
            return false;
        Answer(error);
        CancelToken();
        return true;
    }

    /// <inheritdoc/>
    internal override bool Finish(Exception? error)
    {
        _ = error is null ? TryComplete() : TryFail();
        if (error is not null)
            Answer(error);
        return true;
    }

    /// <inheritdoc/>
    internal override bool Refuse(Exception error)
    {
        if (!TryCancel())
            return false;
        Answer(error);
        return true;
    }

    /// <summary>The page does not wait any more, or the document is gone.</summary>
    internal void Cancel(BridgeError? error)
    {
        if (TryCancel())
            Queue?.Remove(this);
        if (Interlocked.Exchange(ref _answered, 1) == 0)
            _requests.Answered(this, error);
        CancelToken();
    }

    /// <summary>Answers with an error, if there is no answer yet.</summary>
    internal void Answer(Exception error)
    {
        if (Interlocked.Exchange(ref _answered, 1) == 0)
            _requests.Failed(this, error);
    }

    private void Answer(PooledBuffer result)
    {
        using (result)
        {
            // Looked at before it counts as the answer: one that cannot travel leaves the call to be answered with the reason.
            if (!IsEvent && _requests.Refusal(_handler, result.Written) is { } refusal)
                Answer(refusal);
            else if (Interlocked.Exchange(ref _answered, 1) == 0)
                _requests.Completed(this, result.Written);
        }
    }

    private async Task FinishLaterAsync(Task running, PooledBuffer result)
    {
        try
        {
            await running.ConfigureAwait(false);
            Answer(result);
        }
        catch (Exception error)
        {
            Answer(error);
        }
        finally
        {
            Queue!.Done(this);
        }
    }

    /// <summary>The call is over. Its handler is let go, unless that runs at this moment.</summary>
    internal void LetGo()
    {
        if (State != CallState.Running)
            EndUse();
    }

    private void EndUse()
    {
        if (Interlocked.Exchange(ref _letGo, 1) == 0)
            _handler.EndUse();
    }

    private async Task CancelLaterAsync()
    {
        try
        {
            await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _requests.Unobserved(error, Function);
        }
    }

    private void CancelToken()
    {
        try
        {
            // Callbacks of the token are the handler's own code: not on the thread that reads the page's messages.
            _ = CancelLaterAsync();
        }
        catch (ObjectDisposedException)
        {
            // The handler ended the same moment.
        }
    }
}
