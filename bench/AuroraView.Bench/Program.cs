using System.Globalization;
using AuroraView.Bench;

// Usage: AuroraView.Bench [the bare engine's program]
//        AuroraView.Bench first-panel     only opens a panel and ends, for bench/hosts/start.py
//        AuroraView.Bench flood [seed]    what a page that floods costs its host; ends with 1 beyond a limit
var figures = new Figures();
switch (args)
{
    case ["first-panel"]:
        FirstPanel.Run();
        return 0;
    case ["flood", ..]:
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        Console.Error.WriteLine($"Floods, seed {seed}");
        var outcome = FloodBench.Run(figures, seed);
        figures.Print(Console.Out);
        return outcome;
}

Console.Error.WriteLine("Dispatcher");
DispatchBench.Run(figures);
Console.Error.WriteLine("Locks and waits");
LockBench.Run(figures);
WaitBench.Run(figures);
if (Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 })
{
    Console.Error.WriteLine("Web view");
    ViewBench.Run(figures, args.FirstOrDefault());
}

figures.Print(Console.Out);
return 0;
