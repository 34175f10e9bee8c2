using SharpFuzz;

namespace AuroraView.Fuzz;

/// <summary>One input after the other into one of the readers of what others send. A documented refusal is fine; any other exception is a fault.</summary>
internal static class Program
{
    private const int MostBytes = 1024 * 1024;

    /// <param name="args">
    /// A target; then nothing where AFL sends inputs, <c>--seeds</c> and a folder to write some inputs to begin with, or files and folders of inputs that are run once each.
    /// </param>
    public static int Main(string[] args)
    {
        if (args.Length == 0 || !Targets.All.TryGetValue(args[0], out var target))
        {
            Console.Error.WriteLine($"Name a target: {string.Join(", ", Targets.All.Keys)}");
            return 2;
        }

        if (args.Length == 1)
        {
            Fuzzer.OutOfProcess.Run(stream => target(ReadAll(stream)));
            return 0;
        }

        if (args[1] == "--seeds")
        {
            Seeds.Write(args[0], args[2]);
            return 0;
        }

        foreach (var file in args.Skip(1).SelectMany(static path => Directory.Exists(path) ? Directory.GetFiles(path) : [path]))
        {
            Console.WriteLine(file);
            target(File.ReadAllBytes(file));
        }

        return 0;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[4096];
        while (bytes.Length < MostBytes && stream.Read(buffer) is var count and > 0)
            bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }
}
