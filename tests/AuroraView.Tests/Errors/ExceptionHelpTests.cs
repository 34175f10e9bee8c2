using System.Reflection;
using AuroraView.Threading;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Tests;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Tests.Errors;

/// <summary>Every public exception names the page of the documentation that explains it, however it is made.</summary>
public sealed class ExceptionHelpTests
{
    public static TheoryData<Type> Exceptions =>
        [.. new[] { typeof(WebView), typeof(Engine.IWebViewBackend), typeof(ThreadSafetyException) }
            .SelectMany(static room => room.Assembly.GetExportedTypes())
            .Where(static type => type.IsSubclassOf(typeof(Exception)))];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void HelpLink_OfEveryPublicException_NamesAPageThatIsThere(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        Assert.NotEmpty(constructors);
        Assert.All(constructors, constructor =>
        {
            // "docs/threading.md" is also what a constructor that takes the page is given.
            var arguments = constructor.GetParameters().Select(static parameter => Sample(parameter.ParameterType)).ToArray();
            var error = (Exception)constructor.Invoke(arguments);
            Assert.False(string.IsNullOrEmpty(error.HelpLink));
            Assert.True(File.Exists(Path.Combine(Repository.Root, error.HelpLink)), error.HelpLink);
        });
    }

    private static object? Sample(Type type) =>
        Nullable.GetUnderlyingType(type) is not null ? null
        : type == typeof(string) ? "docs/threading.md"
        : type == typeof(Exception) ? new InvalidOperationException("the cause")
        : type == typeof(Type) ? typeof(int)
        : type == typeof(IReadOnlyList<string>) ? new[] { "one waits for another" }
        : type == typeof(WaitCycle) ? Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetNestedType("Link", BindingFlags.NonPublic)!))], null)
        : type == typeof(DispatchSnapshot) ? new DispatchSnapshot { Function = "f", Target = "main", StillRunning = false, Timeout = TimeSpan.Zero, QueueDepth = 0 }
        : type == typeof(LockOrderViolation) ? new LockOrderViolation
        {
            Kind = LockViolationKind.Reentry,
            Held = new LockAcquisition("a", LockLevel.State, false, "main", "M", 1),
            Wanted = new LockAcquisition("a", LockLevel.State, false, "main", "M", 2),
            Stack = "",
        }
        : Activator.CreateInstance(type);
}
