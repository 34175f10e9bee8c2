using System.Diagnostics;
using System.Globalization;

namespace AuroraView.Windows.Tests.Support;

/// <summary>A window of another process (OtherProcess/window.c).</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    internal OtherProcess()
    {
        _process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "other-process.exe")) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        Window = nint.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    internal nint Window { get; }

    /// <summary>Asks for it, and does not wait.</summary>
    internal void DestroyWindow()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(EngineView.Bound))
            throw new TimeoutException("The other process did not end.");
        _process.Dispose();
    }
}
