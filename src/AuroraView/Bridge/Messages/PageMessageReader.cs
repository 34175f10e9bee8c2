using System.Text.Json;

namespace AuroraView.Bridge;

/// <summary>
/// Reads what a page posted: the view's token, then one JSON array of the document's id and items. Hostile input: it
/// never throws, and allocates no more than the names it hands on.
/// </summary>
/// <param name="token">The view's secret.</param>
/// <param name="limits">What a page may send.</param>
internal sealed class PageMessageReader(PageToken token, BridgeLimits limits)
{
    private const int MaxUrlLength = 8001;
    private const int MaxReportLength = 2001;

    // The message's array and the item's are levels of their own.
    private readonly JsonReaderOptions _options = new() { MaxDepth = limits.MaxDepth + 2 };

    /// <summary>Hands every item to <paramref name="sink"/>, in order, on this thread. What the sink throws comes through.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="sink">Receives the items.</param>
    public void Read(ReadOnlySpan<byte> message, IPageMessageSink sink)
    {
        if (message.Length > limits.MaxMessageBytes)
        {
            sink.OnMalformed(BridgeErrorCode.TooLarge, $"A message of {message.Length} bytes is larger than {limits.MaxMessageBytes}.");
            return;
        }

        if (!token.IsPrefixOf(message))
        {
            sink.OnMalformed(BridgeErrorCode.MalformedMessage, "A message without the view's token.");
            return;
        }

        var items = new Items(message[PageToken.Length..], _options, limits.MaxNameLength);
        if (!items.TryBegin())
        {
            sink.OnMalformed(items.Refusal, items.Reason);
            return;
        }

        while (items.TryNext())
            items.Deliver(sink);
        if (items.Reason.Length > 0) sink.OnMalformed(items.Refusal, items.Reason);
    }

    /// <summary>One pass over a message. An item is complete and checked before the sink hears of it.</summary>
    private ref struct Items(ReadOnlySpan<byte> json, JsonReaderOptions options, int maxName)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private Utf8JsonReader _reader = new(json, options);
        private ItemKind _kind;
        private long _document;
        private long _id;
        private string _name = "";
        private string _text = "";
        private PageValue _value;
        private EvalKind _outcome;
        private PageCancelReason _cancel;
        private PageReportKind _report;

        public string Reason { get; private set; } = "";

        public BridgeErrorCode Refusal { get; private set; } = BridgeErrorCode.MalformedMessage;

        public bool TryBegin()
        {
            try
            {
                if (_reader.Read() && _reader.TokenType == JsonTokenType.StartArray && ReadId(out _document) && _document > 0) return true;
                Reason = "A message that does not begin with a document's id.";
            }
            catch (Exception error) when (IsRefusal(error))
            {
                Refuse(error);
            }

            return false;
        }

        public bool TryNext()
        {
            try
            {
                if (_reader.Read())
                {
                    if (_reader.TokenType == JsonTokenType.StartArray && ReadItem() && _reader.TokenType == JsonTokenType.EndArray) return true;
                    if (_reader.TokenType == JsonTokenType.EndArray && _reader.CurrentDepth == 0 && !_reader.Read()) return false;
                }

                Reason = "An item does not have its kind's shape.";
            }
            catch (Exception error) when (IsRefusal(error))
            {
                Refuse(error);
            }

            return false;
        }

        public readonly void Deliver(IPageMessageSink sink)
        {
            switch (_kind)
            {
                case ItemKind.Hello: sink.OnHello(_document, _text); break;
                case ItemKind.Call: sink.OnCall(_document, _id, _name, _value); break;
                case ItemKind.Event: sink.OnEvent(_document, _name, _value); break;
                case ItemKind.Cancel: sink.OnCancel(_document, _id, _cancel); break;
                case ItemKind.Eval: sink.OnEvalSettled(_document, _id, new EvalOutcome(_outcome, _value.ToArray())); break;
                case ItemKind.Report: sink.OnPageReport(_document, new PageReport(_report, _name, _text, _id)); break;
            }
        }

        private bool ReadItem()
        {
            _value = default;
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.String) return false;
            if (_reader.ValueTextEquals("call"u8))
            {
                _kind = ItemKind.Call;
                return ReadId(out _id) && _id > 0 && ReadText(maxName, out _name) && _name.Length > 0 && ReadOptionalValue();
            }

            if (_reader.ValueTextEquals("event"u8))
            {
                _kind = ItemKind.Event;
                return ReadText(maxName, out _name) && _name.Length > 0 && ReadOptionalValue();
            }

            if (_reader.ValueTextEquals("cancel"u8))
            {
                _kind = ItemKind.Cancel;
                return ReadId(out _id) && _id > 0 && ReadCancelReason() && _reader.Read();
            }

            if (_reader.ValueTextEquals("eval"u8))
            {
                _kind = ItemKind.Eval;
                return ReadId(out _id) && _id > 0 && ReadOutcomeKind() && ReadOptionalValue();
            }

            if (_reader.ValueTextEquals("hello"u8))
            {
                _kind = ItemKind.Hello;
                return ReadText(MaxUrlLength, out _text) && _reader.Read();
            }

            if (!_reader.ValueTextEquals("report"u8)) return false;
            _kind = ItemKind.Report;
            return ReadReportKind() && ReadText(maxName, out _name) && ReadText(MaxReportLength, out _text, isProse: true) && ReadId(out _id) && _reader.Read();
        }

        private bool ReadId(out long id)
        {
            id = 0;
            return _reader.Read() && _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out id);
        }

        // Bounded before it is decoded: six bytes of escape are the most that one UTF-16 unit can take. Prose may have half a surrogate pair: an error's
        // text must not take the calls behind it along.
        private bool ReadText(int maxLength, out string text, bool isProse = false)
        {
            text = "";
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.String || _reader.ValueSpan.Length > maxLength * 6) return false;
            text = isProse ? JsonText.Read(ref _reader) : _reader.GetString()!;
            return text.Length <= maxLength;
        }

        private bool ReadOptionalValue()
        {
            if (!_reader.Read()) return false;
            if (_reader.TokenType == JsonTokenType.EndArray) return true;
            int start = (int)_reader.TokenStartIndex;
            _reader.Skip();
            _value = new PageValue(_json[start..(int)_reader.BytesConsumed]);
            return _reader.Read();
        }

        private bool ReadCancelReason()
        {
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.String) return false;
            _cancel = _reader.ValueTextEquals("timeout"u8) ? PageCancelReason.Timeout : PageCancelReason.Abort;
            return _cancel == PageCancelReason.Timeout || _reader.ValueTextEquals("abort"u8);
        }

        private bool ReadOutcomeKind()
        {
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.String || _reader.ValueSpan.Length != 1) return false;
            _outcome = (EvalKind)_reader.ValueSpan[0];
            return _outcome is EvalKind.Value or EvalKind.Undefined or EvalKind.NonFinite or EvalKind.BigInt or EvalKind.NotJson
                or EvalKind.TooLarge or EvalKind.Error;
        }

        private bool ReadReportKind()
        {
            if (!_reader.Read() || _reader.TokenType != JsonTokenType.String) return false;
            _report = _reader.ValueTextEquals("listener"u8) ? PageReportKind.ListenerFailed
                : _reader.ValueTextEquals("uncaught"u8) ? PageReportKind.Uncaught
                : _reader.ValueTextEquals("dropped"u8) ? PageReportKind.EventsDropped
                : _reader.ValueTextEquals("withheld"u8) ? PageReportKind.Withheld
                : _reader.ValueTextEquals("garbage"u8) ? PageReportKind.Garbage
                : _reader.ValueTextEquals("lost"u8) ? PageReportKind.MessagesLost
                : PageReportKind.BatchRefused;
            return _report != PageReportKind.BatchRefused || _reader.ValueTextEquals("batch"u8);
        }

        // InvalidOperationException: a string that is not UTF-8 or has half a surrogate pair.
        private static bool IsRefusal(Exception error) => error is JsonException or InvalidOperationException or FormatException;

        private void Refuse(Exception error)
        {
            // The reader does not count the bracket it has just read.
            bool isDepth = error is JsonException && _reader.CurrentDepth >= options.MaxDepth - 1;
            Refusal = isDepth ? BridgeErrorCode.TooDeep : BridgeErrorCode.MalformedMessage;
            Reason = isDepth ? $"A message is nested deeper than {options.MaxDepth - 2} levels." : "A message that is not JSON.";
        }
    }

    private enum ItemKind
    {
        Hello,
        Call,
        Event,
        Cancel,
        Eval,
        Report,
    }
}
