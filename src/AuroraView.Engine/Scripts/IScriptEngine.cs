namespace AuroraView.Engine.Scripts;

/// <summary>What a <see cref="ScriptQueue"/> needs of a web view engine. All of it on the WebView thread.</summary>
internal interface IScriptEngine
{
    /// <summary>Runs a script in the top frame's main world, and answers <paramref name="pending"/> when it is done, or at once if it
    /// cannot be run.</summary>
    /// <param name="pending">What is to be answered.</param>
    /// <param name="script">UTF-8. Copied before the call returns.</param>
    /// <param name="sourceName">What stands for the file name in error positions, or <see langword="null"/>.</param>
    void Run(PendingScript pending, ReadOnlySpan<byte> script, string? sourceName);

    /// <summary>Calls <see cref="Liveness.Look"/> once on the WebView thread, so many milliseconds from now.</summary>
    void LookIn(long milliseconds);

    /// <summary>Whether other pages are in the page's process.</summary>
    bool IsPageShared { get; }

    /// <summary>Ends the page's process.</summary>
    void EndPage();
}
