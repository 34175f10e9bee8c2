using AuroraView.Threading.Dispatch;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// What a node of the graph is, as it was when it was looked at. It is put into words when no lock is held any more: a function's name comes from reflection, which may wait for
/// locks of the runtime.
/// </summary>
internal readonly struct Description
{
    private readonly string _text;
    private readonly object? _work;

    private Description(string text) => _text = text;

    /// <param name="work">What <see cref="FunctionName.OfWork"/> makes the name of.</param>
    /// <param name="rest">What follows the name.</param>
    internal Description(object work, string rest)
    {
        _work = work;
        _text = rest;
    }

    public static implicit operator Description(string text) => new(text);

    public static implicit operator string(Description description) => description.ToString();

    public override string ToString() => _work is null ? _text : $"'{FunctionName.OfWork(_work)}'{_text}";
}
