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

    public static PageToken Create()
    {
        Span<byte> secret = stackalloc byte[Length / 2];
        Fill(secret);
        return new PageToken(Convert.ToHexString(secret));
    }

    /// <summary>Whether a message begins with the token; takes the same time for any wrong one.</summary>
    public bool IsPrefixOf(ReadOnlySpan<byte> message) =>
        message.Length >= Length && CryptographicOperations.FixedTimeEquals(message[..Length], _utf8);

    // The kernel's generator. On Linux the framework's own takes OpenSSL's, and would load that into the host: 4 MB, of a version that need not be the host's own.
    private static void Fill(Span<byte> secret)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomNumberGenerator.Fill(secret);
            return;
        }

        const int unbuffered = 0;
        using var source = new FileStream("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, unbuffered);
        source.ReadExactly(secret);
    }

    /// <summary>Says nothing: a secret does not belong into a log.</summary>
    public override string ToString() => nameof(PageToken);
}
