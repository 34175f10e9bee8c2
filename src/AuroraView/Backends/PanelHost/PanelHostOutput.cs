using System.Text;
using AuroraView.Engine.Transport;
using AuroraView.Threading.Locking;

namespace AuroraView.Backends.PanelHost;

/// <summary>
/// What the panel host and the engine's processes print. The last lines are kept, for the error when the panel host dies;
/// all are passed on to standard error only when <see cref="Variable"/> is set, so that a DCC's console is not spammed.
/// </summary>
/// <remarks>Safe from any thread: each view of a panel host reads when there is something, and one of them gets it.</remarks>
internal sealed unsafe class PanelHostOutput(int descriptor) : IDisposable
{
    /// <summary>Set to <c>1</c>, passes the lines on to this process's standard error.</summary>
    public const string Variable = "AURORAVIEW_PANEL_HOST_LOG";

    private const int KeptLines = 12;
    private const int LongestLine = 400;
    private readonly bool _passOn = Environment.GetEnvironmentVariable(Variable) == "1";
    private readonly Queue<string> _last = new();
    private readonly StringBuilder _line = new();
    private readonly OrderedLock _gate = new("panel host output", LockLevel.None);

    /// <summary>What to poll; -1 once every process that could print is gone.</summary>
    public int Descriptor { get; private set; } = descriptor;

    /// <summary>The last lines, or an empty string.</summary>
    public string LastWords
    {
        get
        {
            using (_gate.Enter())
                return _last.Count == 0 ? "" : " Its last words: " + string.Join(" | ", _last);
        }
    }

    /// <summary>Reads what is there.</summary>
    public void Read()
    {
        byte* buffer = stackalloc byte[4096];
        var lines = new List<string>();
        using (_gate.Enter())
        {
            if (Descriptor < 0)
                return;
            nint count = Libc.Read(Descriptor, buffer, 4096);
            if (count == 0)
                Close(lines);
            foreach (char letter in Encoding.UTF8.GetString(buffer, (int)Math.Max(0, count)))
            {
                if (letter == '\n')
                    EndLine(lines);
                else if (_line.Length < LongestLine)
                    _line.Append(letter);
            }
        }
        PassOn(lines);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var lines = new List<string>();
        using (_gate.Enter())
            Close(lines);
        PassOn(lines);
    }

    private void Close(List<string> lines)
    {
        EndLine(lines);
        if (Descriptor >= 0)
            Libc.Close(Descriptor);
        Descriptor = -1;
    }

    private void EndLine(List<string> lines)
    {
        if (_line.Length == 0)
            return;
        string line = _line.ToString();
        _line.Clear();
        if (_last.Count == KeptLines)
            _last.Dequeue();
        _last.Enqueue(line);
        lines.Add(line);
    }

    private void PassOn(List<string> lines)
    {
        if (!_passOn)
            return;
        foreach (string line in lines)
            Console.Error.WriteLine("[auroraview panel] " + line);
    }
}
