namespace AuroraView.Bridge;

/// <summary>
/// Receives the items of a page's message, in the page's order, during <see cref="PageMessageReader.Read"/>.
/// Spans are valid only during the call. Everything is hostile input: shapes and limits are checked, meaning is not.
/// </summary>
internal interface IPageMessageSink
{
    /// <summary>A document began: the first item of its first message.</summary>
    /// <param name="document">The document's random id, never 0.</param>
    /// <param name="url">What the page says its URL is. Not to be trusted.</param>
    void OnHello(long document, string url);

    /// <summary>The page calls a method and waits for <see cref="PageBatchWriter.AppendReply(long, long, ReadOnlySpan{byte})"/> or an error.</summary>
    void OnCall(long document, long callId, string method, PageValue parameters);

    /// <summary>The page sent an event.</summary>
    void OnEvent(long document, string name, PageValue detail);

    /// <summary>The page no longer waits for a call: the handler's token is to be cancelled, a reply is dropped by the page.</summary>
    void OnCancel(long document, long callId, PageCancelReason reason);

    /// <summary>A promise that an evaluation gave is settled.</summary>
    /// <param name="document">The document.</param>
    /// <param name="evalId">The evaluation's id.</param>
    /// <param name="outcome">Ready for <see cref="EvalAttempt.Settle"/>.</param>
    void OnEvalSettled(long document, long evalId, EvalOutcome outcome);

    /// <summary>The page's side of the bridge has something to say to the developer.</summary>
    void OnPageReport(long document, PageReport report);

    /// <summary>The message, or the rest of it, was refused. Items before the bad one have been handed over.</summary>
    /// <param name="code">Why.</param>
    /// <param name="reason">Text for the log; holds nothing of the message.</param>
    void OnMalformed(BridgeErrorCode code, string reason);
}

/// <summary>Why a page stopped waiting.</summary>
internal enum PageCancelReason
{
    /// <summary>The call's own timeout.</summary>
    Timeout,

    /// <summary>The call's abort signal.</summary>
    Abort,
}

/// <summary>JSON of the page's, or nothing.</summary>
internal readonly ref struct PageValue
{
    public PageValue(ReadOnlySpan<byte> json)
    {
        IsPresent = true;
        Json = json;
    }

    /// <summary>Whether there is a value: absent is not <c>null</c>.</summary>
    public bool IsPresent { get; }

    /// <summary>One JSON value in UTF-8, its syntax and depth checked.</summary>
    public ReadOnlySpan<byte> Json { get; }

    /// <summary>A copy that outlives the message; <see langword="null"/> when absent.</summary>
    public byte[]? ToArray() => IsPresent ? Json.ToArray() : null;
}

/// <summary>What the page's side of the bridge reports.</summary>
internal enum PageReportKind
{
    /// <summary>A listener of the page's threw, or its promise was rejected; the other listeners ran.</summary>
    ListenerFailed,

    /// <summary>An error or a rejection that no code of the page's caught.</summary>
    Uncaught,

    /// <summary>Events that nobody listened to were dropped, because a document keeps a bounded number.</summary>
    EventsDropped,

    /// <summary>Events and reports beyond what the page may send in a second were dropped by the page's side.</summary>
    Withheld,

    /// <summary>Messages without the view's token were posted, and dropped by the engine's process.</summary>
    Garbage,

    /// <summary>The host did not read for so long that messages of the page were dropped by the engine's process.</summary>
    MessagesLost,

    /// <summary>A batch of the host's could not be read by the page's side: a bug.</summary>
    BatchRefused,
}

/// <summary>A report of the page's side.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The event's name, or empty.</param>
/// <param name="Text">The error's text, cut to a bounded length.</param>
/// <param name="Count">How many, for what is counted.</param>
internal readonly record struct PageReport(PageReportKind Kind, string Subject, string Text, long Count);
