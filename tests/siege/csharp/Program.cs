using System.Globalization;
using System.Reflection;

namespace AuroraView.Siege;

/// <summary>A host under siege: rounds of panels that are opened, flooded, hung, killed and closed, all at once. <c>tests/siege/run.py</c> starts it.</summary>
internal static class Program
{
    /// <returns>0: every round kept the promises. 1: one did not; what it did was printed.</returns>
    public static int Main(string[] args)
    {
        var seed = Number(args, "--seed", 1);
        var first = Number(args, "--round", 0);
        var rounds = Number(args, "--rounds", int.MaxValue);
        var until = TimeSpan.FromSeconds(Number(args, "--seconds", int.MaxValue / 1000));
        LoadAll();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        using var control = new ControlThread();
        using var host = new SiegeHost(control);
        var unhandled = new Unhandled();
        var memory = new MemoryTrend();

        // One that is not counted: what is made once in a process and stays is made here, and code is compiled.
        if (new Round(host, unhandled, seed, -1, null).Run() is { } early)
            return Fail(early);
        Console.WriteLine($"C# on .NET {Environment.Version}");
        var before = Leftovers.Take();
        for (var number = first; number - first < rounds && clock.Elapsed < until; number++)
        {
            var round = new Round(host, unhandled, seed, number, before);
            if ((round.Run() ?? memory.Add()) is { } problem)
                return Fail(problem);
            Console.WriteLine($"C# round {number}: {round.Summary}, {memory.Last}");
        }

        return 0;
    }

    // The runtime loads a library with the first code that needs it, and cannot where descriptors are few. That is not what is tried here.
    private static void LoadAll()
    {
        var todo = new Queue<Assembly>([typeof(Program).Assembly]);
        var seen = new HashSet<string>();
        while (todo.TryDequeue(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => seen.Add(name.FullName)))
                todo.Enqueue(Assembly.Load(name));
        }
    }

    private static int Fail(string problem)
    {
        Console.WriteLine($"FAILED. {problem}");
        return 1;
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
