using System.Collections.Concurrent;

namespace AuroraView.Siege;

/// <summary>Exceptions that nobody caught: those of tasks, and those that end the process, which are at least printed.</summary>
internal sealed class Unhandled
{
    private readonly ConcurrentQueue<string> _seen = [];

    public Unhandled()
    {
        TaskScheduler.UnobservedTaskException += (_, args) =>
        {
            _seen.Enqueue($"a task failed and nobody heard of it: {args.Exception}");
            args.SetObserved();
        };
        AppDomain.CurrentDomain.UnhandledException += (_, args) => Console.WriteLine($"FAILED. {Describe?.Invoke($"The host's process ends: {args.ExceptionObject}")}");
    }

    /// <summary>Says what the round did.</summary>
    public Func<string, string>? Describe { get; set; }

    /// <summary>Those since the last call. Collects garbage: a task tells when it is collected.</summary>
    public IReadOnlyList<string> Take()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var taken = new List<string>();
        while (_seen.TryDequeue(out var one))
            taken.Add(one);
        return taken;
    }
}
