using System.Diagnostics;
using AuroraView.Threading;
using SceneEditor.Graph;

namespace SceneEditor.Baking;

/// <summary>
/// The long job: it computes on a worker and touches the scene only through the dispatcher, at its beginning and at its end.
/// </summary>
internal sealed class BakeJob(Scene scene, MainThreadDispatcher dispatcher, TimeSpan passTime)
{
    private CancellationTokenSource? _running;

    /// <summary>Raised on the worker after each pass.</summary>
    public event Action<BakeProgress>? Progress;

    /// <summary>Starts a bake. Callable from any thread.</summary>
    /// <param name="pageGone">Fires when nobody is left who wants the result.</param>
    /// <exception cref="SceneException">One is running already.</exception>
    public async Task<BakeResult> RunAsync(CancellationToken pageGone)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(pageGone);
        if (Interlocked.CompareExchange(ref _running, cancellation, null) is not null)
            throw new SceneException("A bake is running already.");
        try
        {
            return await Task.Run(() => Run(cancellation.Token), CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }

    /// <summary>Asks the bake to stop. Callable from any thread, also while the main thread is busy.</summary>
    /// <returns>Whether one was running.</returns>
    public bool Cancel()
    {
        try
        {
            var running = Volatile.Read(ref _running);
            running?.Cancel();
            return running is not null;
        }
        catch (ObjectDisposedException)
        {
            // It ended between the two lines.
            return false;
        }
    }

    private BakeResult Run(CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        var bake = new OcclusionBake(dispatcher.Invoke(() => scene.Nodes));
        var done = 0;
        try
        {
            var openness = bake.Run(AfterPass, cancellation);
            var applied = dispatcher.Invoke(() => scene.ApplyBake(openness));
            return new BakeResult(false, done, OcclusionBake.Passes, applied, bake.Rays, Elapsed());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new BakeResult(true, done, OcclusionBake.Passes, bake.Meshes, 0, Elapsed());
        }

        void AfterPass(int pass, string name)
        {
            done = pass;
            Progress?.Invoke(new BakeProgress(pass, OcclusionBake.Passes, name));
            // Stands for what a real bake would compute; a few spheres are done too soon to be watched.
            cancellation.WaitHandle.WaitOne(passTime);
        }

        double Elapsed() => Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
