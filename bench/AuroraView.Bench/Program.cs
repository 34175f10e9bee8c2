using AuroraView.Bench;

// Usage: AuroraView.Bench [the bare engine's program]
//        AuroraView.Bench first-panel     only opens a panel and ends, for bench/hosts/start.py
if (args is ["first-panel"])
{
    FirstPanel.Run();
    return;
}

var figures = new Figures();
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
