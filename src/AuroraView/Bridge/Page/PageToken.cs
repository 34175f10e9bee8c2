using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AuroraView.Bridge;

/// <summary>
/// A view's secret: 128 random bits that begin every message of its page script, so that nothing else that can
/// reach the engine's message handler is heard.
/// </summary>
internal sealed partial class PageToken
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

        try
        {
            // Needs no descriptor, of which a host may have none left.
            if (GetRandom(ref MemoryMarshal.GetReference(secret), (nuint)secret.Length, 0) == secret.Length)
                return;
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.25.
        }

        const int unbuffered = 0;
        using var source = new FileStream("/dev/urandom", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, unbuffered);
        source.ReadExactly(secret);
    }

    [LibraryImport("libc.so.6", EntryPoint = "getrandom")]
    private static partial nint GetRandom(ref byte buffer, nuint length, uint flags);

    /// <summary>Says nothing: a secret does not belong into a log.</summary>
    public override string ToString() => nameof(PageToken);
}
