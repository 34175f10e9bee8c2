using System.Security.Cryptography;
using System.Text;

namespace AuroraView.Bridge;

/// <summary>
/// A view's secret: 128 random bits that begin every message of its page script, so that nothing else that can
/// reach the engine's message handler is heard.
/// </summary>
internal sealed class PageToken
{
    /// <summary>Length of the token in a message.</summary>
    public const int Length = 32;

    private readonly byte[] _utf8;

    private PageToken(string text)
    {
        Text = text;
        _utf8 = Encoding.ASCII.GetBytes(text);
    }

    /// <summary>The token as 32 hexadecimal digits.</summary>
    public string Text { get; }

    public static PageToken Create() => new(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Whether a message begins with the token; takes the same time for any wrong one.</summary>
    public bool IsPrefixOf(ReadOnlySpan<byte> message) =>
        message.Length >= Length && CryptographicOperations.FixedTimeEquals(message[..Length], _utf8);

    /// <summary>Says nothing: a secret does not belong into a log.</summary>
    public override string ToString() => nameof(PageToken);
}
