using System.Text;
using AuroraView.Channel.Transport;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// What the panel host and the engine's processes print. The last lines are kept, for the error when the panel host dies;
/// all are passed on to standard error only when <see cref="Variable"/> is set, so that a DCC's console is not spammed.
/// </summary>
internal sealed unsafe class PanelHostOutput(int descriptor) : IDisposable
{
    /// <summary>Set to <c>1</c>, passes the lines on to this process's standard error.</summary>
    public const string Variable = "AURORAVIEW_PANEL_HOST_LOG";

    private const int KeptLines = 12;
    private const int LongestLine = 400;
    private readonly bool _passOn = Environment.GetEnvironmentVariable(Variable) == "1";
    private readonly Queue<string> _last = new();
    private readonly StringBuilder _line = new();

    /// <summary>What to poll; -1 once every process that could print is gone.</summary>
    public int Descriptor { get; private set; } = descriptor;

    /// <summary>The last lines, or an empty string.</summary>
    public string LastWords => _last.Count == 0 ? "" : " Its last words: " + string.Join(" | ", _last);

    /// <summary>Reads what is there.</summary>
    public void Read()
    {
        byte* buffer = stackalloc byte[4096];
        nint count = Libc.Read(Descriptor, buffer, 4096);
        if (count <= 0)
        {
            if (count == 0)
                Dispose();
            return;
        }
        foreach (char letter in Encoding.UTF8.GetString(buffer, (int)count))
        {
            if (letter == '\n')
                EndLine();
            else if (_line.Length < LongestLine)
                _line.Append(letter);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndLine();
        if (Descriptor >= 0)
            Libc.Close(Descriptor);
        Descriptor = -1;
    }

    private void EndLine()
    {
        if (_line.Length == 0)
            return;
        string line = _line.ToString();
        _line.Clear();
        if (_last.Count == KeptLines)
            _last.Dequeue();
        _last.Enqueue(line);
        if (_passOn)
            Console.Error.WriteLine("[auroraview panel] " + line);
    }
}
