using System.Runtime.InteropServices;
using Xunit;

namespace AuroraView.Rules.Tests.Blocking;

/// <summary>
/// Nobody waits but through the one primitive: every use of a method that can block, in everything that is shipped, is on a list that says why it is none.
/// </summary>
public partial class BlockingCallTests
{
    [Fact]
    public void Product_UsesOfBlockingMethods_AreAllOnTheList()
    {
        var found = BlockingScan.Find(Il.ProductAssembly.Names);
        var unlisted = found.Where(use => !AllowedBlocking.List.Any(allowed => allowed.Use == use)).ToList();
        Assert.True(
            unlisted.Count == 0,
            $"{string.Join('\n', unlisted)}\ncan block a thread where the wait graph does not see it. Wait with Waits.Wait, or add it to AllowedBlocking with the reason.");
    }

    [Fact]
    public void List_Entries_AreAllInUse()
    {
        var found = BlockingScan.Find(Il.ProductAssembly.Names).ToHashSet();
        var stale = AllowedBlocking.List.Where(allowed => !found.Contains(allowed.Use)).Select(allowed => allowed.Use).ToList();
        Assert.True(stale.Count == 0, $"{string.Join('\n', stale)}\nis on the list and not in the code any more: take it off AllowedBlocking.");
    }

    [Fact]
    public void List_Entries_AreThereOnceAndSayWhy()
    {
        Assert.Equal(AllowedBlocking.List.Count, AllowedBlocking.List.Select(allowed => allowed.Use).Distinct().Count());
        Assert.All(AllowedBlocking.List, allowed => Assert.True(allowed.Why.Length > 20, $"{allowed.Use}: why?"));
    }

    // The scan itself is not blind: these are the product's own mistakes, made here.
    [Theory]
    [InlineData(nameof(Mistakes.Locks), "Monitor.Enter")]
    [InlineData(nameof(Mistakes.NewLocks), "Lock.EnterScope")]
    [InlineData(nameof(Mistakes.Waits), "Task.Wait")]
    [InlineData(nameof(Mistakes.AsksForResult), "Task.get_Result")]
    [InlineData(nameof(Mistakes.AsksAwaiter), "TaskAwaiter.GetResult")]
    [InlineData(nameof(Mistakes.SleepsInALambda), "Thread.Sleep")]
    [InlineData(nameof(Mistakes.JoinsInAnAsyncMethod), "Thread.Join")]
    [InlineData(nameof(Mistakes.PassesItOn), "WaitHandle.WaitOne")]
    [InlineData(nameof(Mistakes.TakesGenerically), "BlockingCollection.Take")]
    [InlineData(nameof(Mistakes.Polls), "poll")]
    public void Scan_MethodThatBlocks_IsFound(string method, string blocking)
    {
        var found = BlockingScan.Find([typeof(BlockingCallTests).Assembly.GetName().Name!]);
        Assert.Contains(new BlockingUse("AuroraView.Rules.Tests", $"Mistakes.{method}", blocking), found);
    }

    [Fact]
    public void Scan_MethodThatAwaits_IsNotFound()
    {
        var found = BlockingScan.Find([typeof(BlockingCallTests).Assembly.GetName().Name!]);
        Assert.DoesNotContain(found, use => use.By == $"Mistakes.{nameof(Mistakes.Awaits)}");
    }

    internal static partial class Mistakes
    {
        private static readonly object s_gate = new();
        private static readonly Lock s_lock = new();

        internal static void Locks()
        {
            lock (s_gate)
                GC.KeepAlive(s_gate);
        }

        internal static void NewLocks()
        {
            lock (s_lock)
                GC.KeepAlive(s_gate);
        }

        internal static void Waits() => Task.Delay(1).Wait();

        internal static int AsksForResult() => Task.FromResult(1).Result;

        internal static int AsksAwaiter() => Task.FromResult(1).GetAwaiter().GetResult();

        internal static Action SleepsInALambda(int time) => () => Thread.Sleep(time);

        internal static async Task JoinsInAnAsyncMethod(Thread other)
        {
            await Task.Yield();
            other.Join();
        }

        internal static Func<bool> PassesItOn(WaitHandle handle) => handle.WaitOne;

        internal static int TakesGenerically(System.Collections.Concurrent.BlockingCollection<int> queue) => queue.Take();

        internal static unsafe int Polls() => Poll(null, 0, 0);

        internal static async Task<int> Awaits() => await Task.FromResult(1).ConfigureAwait(false) + await Task.FromResult(2);

        [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
        private static unsafe partial int Poll(void* entries, nuint count, int milliseconds);
    }
}
