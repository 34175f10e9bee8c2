using AuroraView.Native.Errors;

namespace AuroraView.Native.Abi;

/// <summary>The error of the calling thread's last failed call.</summary>
internal static class LastError
{
    [ThreadStatic]
    private static byte[]? t_json;

    /// <summary>The error's JSON. Whoever runs foreign code in between puts back what was there.</summary>
    internal static byte[]? Current
    {
        get => t_json;
        set => t_json = value;
    }

    /// <summary>Keeps an error for <c>av_last_error</c>.</summary>
    /// <returns>The code that the export returns.</returns>
    internal static int Set(Exception error)
    {
        try
        {
            t_json = ErrorText.Write(error);
            return (int)ErrorText.CodeOf(error);
        }
        catch (Exception)
        {
            t_json = null;
            return (int)ErrorCode.Internal;
        }
    }
}
