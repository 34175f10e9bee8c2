using System.Reflection;
using Xunit;

namespace AuroraView.Shared.Tests;

/// <summary>The product runs its whole test suite with lock order verified and violations thrown: a part of every test program.</summary>
public class LockOrderInForceTests
{
    private const string LockOrder = "AuroraView.Threading.Locking.LockOrder";

    [Fact]
    public void LockOrder_InThisTestProgram_Throws()
    {
        // By reflection, since one test program compiles the product's sources itself.
        var type = Type.GetType($"{LockOrder}, AuroraView.Threading") ?? Assembly.GetExecutingAssembly().GetType(LockOrder);
        var mode = type is null ? Environment.GetEnvironmentVariable("AURORAVIEW_LOCK_ORDER") : type.GetProperty("Mode")!.GetValue(null)!.ToString();
        Assert.True(
            string.Equals(mode, "throw", StringComparison.OrdinalIgnoreCase),
            $"The lock order mode is '{mode}'. Run the tests with ./test.sh, in a debug build, or with AURORAVIEW_LOCK_ORDER=throw.");
    }
}
