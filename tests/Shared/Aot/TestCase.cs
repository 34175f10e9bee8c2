using System.Reflection;
using Xunit;

namespace AuroraView.Tests.Aot;

/// <summary>One test, with the arguments of one row where it has any.</summary>
internal sealed class TestCase(Type type, MethodInfo method, object?[] arguments)
{
    internal string Name => $"{type.Name}.{method.Name}({string.Join(", ", arguments)})";

    /// <summary>The facts and the theories' rows of this program, in the order of their classes.</summary>
    /// <exception cref="NotSupportedException">A test asks for something that this runner does not have.</exception>
    internal static IEnumerable<TestCase> All() =>
        from type in typeof(TestCase).Assembly.GetTypes()
        where type is { IsPublic: true, IsAbstract: false }
        orderby type.FullName
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        let fact = method.GetCustomAttribute<FactAttribute>()
        where fact is not null
        from row in Rows(method, fact)
        select new TestCase(type, method, row);

    /// <summary>Makes the class anew, runs the method, and disposes of the class, as xUnit does.</summary>
    /// <returns>What it threw, or <see langword="null"/>.</returns>
    internal Exception? Run()
    {
        object? test = null;
        try
        {
            test = Activator.CreateInstance(type);
            _ = method.Invoke(test, arguments);
            (test as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception error)
        {
            if (test is IDisposable leftOver)
                DisposeQuietly(leftOver);
            return error is TargetInvocationException { InnerException: { } inner } ? inner : error;
        }
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method, FactAttribute fact)
    {
        if (fact.Skip is not null || method.ReturnType != typeof(void))
            throw new NotSupportedException($"{method.Name}: this runner has no skipped and no asynchronous tests.");
        if (fact is not TheoryAttribute)
            return [[]];
        var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(static row => row.Data).ToArray();
        return rows.Length > 0 ? rows : throw new NotSupportedException($"{method.Name}: this runner has no other data than InlineData.");
    }

    // The test has failed already; what its end says besides would hide why.
    private static void DisposeQuietly(IDisposable test)
    {
        try
        {
            test.Dispose();
        }
        catch (Exception)
        {
            // See above.
        }
    }
}
