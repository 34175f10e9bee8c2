using System.Collections.Concurrent;
using AuroraView.Threading.Guards;

namespace AuroraView.Threading.Dispatch;

/// <summary>Rests of async functions whose thread has ended and that may run on another one: on the thread pool, one after the other, in order.</summary>
internal sealed class LateRests(Action<Exception, string> unobserved)
{
    private readonly ConcurrentQueue<Rest> _rests = new();
    private int _count;

    internal void Add(in Rest rest)
    {
        _rests.Enqueue(rest);
        if (Interlocked.Increment(ref _count) == 1)
            Background.Run(static late => late.RunAll(), this);
    }

    private void RunAll()
    {
        do
        {
            _ = _rests.TryDequeue(out var rest);
            try
            {
                rest.Run();
            }
            catch (Exception error)
            {
                unobserved(error, rest.Name);
            }
        }
        while (Interlocked.Decrement(ref _count) > 0);
    }
}
