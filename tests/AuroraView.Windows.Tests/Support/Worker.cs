namespace AuroraView.Windows.Tests.Support;

internal static class Worker
{
    /// <summary>Waits for a condition that another thread makes true and that nothing signals.</summary>
    internal static void Until(Func<bool> condition)
    {
        if (!SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)))
            throw new TimeoutException("The condition did not come true.");
    }
}
