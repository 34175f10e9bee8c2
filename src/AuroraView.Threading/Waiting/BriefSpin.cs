using System.Runtime.CompilerServices;

namespace AuroraView.Threading.Waiting;

/// <summary>
/// A look of a few microseconds for what a thread is about to stop for: to stop and to be woken costs ten times that. It learns: where the answer does not come in that
/// time it hardly looks, and tries again now and then.
/// </summary>
/// <remarks>
/// Of one thread. Never longer than about twenty microseconds, and not at all where there is one processor. On Linux only: whether it pays on Windows was never measured
/// there.
/// </remarks>
internal struct BriefSpin
{
    private const int Most = 64;
    private const int Least = 2;
    private const int Pauses = 10;
    private const int TryEvery = 16;

    private static readonly bool s_isSingle = Environment.ProcessorCount == 1;

    private static readonly TimeSpan s_worthIt = TimeSpan.FromMilliseconds(1);

    private int _looks;
    private int _stops;

    /// <summary>Looks until a word is another one than it was, or the time is over.</summary>
    /// <param name="word">The word, which another thread changes.</param>
    /// <param name="was">What it is without the change.</param>
    /// <param name="timeout">How long the thread would stop; nearly none is not waited for in this way.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal unsafe void Look(int* word, int was, TimeSpan timeout)
    {
        if (s_isSingle || (timeout < s_worthIt && timeout != Timeout.InfiniteTimeSpan))
            return;
        var looks = _stops++ % TryEvery == 0 ? Most : _looks;
        for (var look = 0; look < looks; look++)
        {
            if (Volatile.Read(ref *word) != was)
            {
                _looks = Math.Min(Most, (2 * look) + Least);
                return;
            }

            Thread.SpinWait(Pauses);
        }

        _looks = Math.Max(Least, _looks / 2);
    }
}
