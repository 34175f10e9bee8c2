using AuroraView.Packages.Tests.Support;
using Xunit;

namespace AuroraView.Packages.Tests.Linking;

/// <summary>What is shipped runs on the glibc of the VFX Reference Platform, whatever machine linked it.</summary>
public sealed class GlibcFloorTests
{
    private static readonly Version s_floor = new(2, 28);

    private const string Program = """
        #include <dlfcn.h>
        #include <math.h>
        #include <pthread.h>
        #include <stdio.h>
        static int constructed;
        __attribute__((constructor)) static void construct(int count, char **arguments) { constructed += arguments[0] ? count : 100; }
        __attribute__((destructor)) static void destruct(void) { puts("destructed"); }
        static void *run(void *argument) { return argument; }
        int main(int count, char **arguments)
        {
            pthread_t thread;
            void *same = 0;
            pthread_create(&thread, 0, run, &constructed);
            pthread_join(thread, &same);
            printf("constructed %d, thread %d, power %.0f, symbol %d\n", constructed, same == &constructed, pow(count + 1, 3), dlsym(0, "puts") != 0);
            return arguments[0] == 0;
        }
        """;

    [Fact]
    public void PanelHost_Needs_no_newer_glibc_than_the_floor() => AssertBelowFloor(Tree.Path("artifacts", "panelhost", "auroraview-panelhost"));

    [Fact]
    public void NativeLibrary_Needs_no_newer_glibc_than_the_floor() => AssertBelowFloor(Tree.Path("artifacts", "native", "libauroraview.so"));

    [Fact]
    public void Program_Linked_at_the_floor_runs_its_constructors_once()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("program.c", Program), stubs = Path.Combine(folder.Path, "stubs"), program = Path.Combine(folder.Path, "program");
        new Command("sh", Tree.Path("eng", "glibc", "make-stubs.sh"), "clang", stubs).Run();
        new Command("clang", source, "-o", program, "-fno-builtin", $"{stubs}/libpthread.so.0", $"{stubs}/libdl.so.2", $"{stubs}/libm.so.6",
            $"{stubs}/start.o", "-Wl,--wrap=__libc_start_main").Run();

        AssertBelowFloor(program);
        Assert.Equal("constructed 1, thread 1, power 8, symbol 1\ndestructed\n", new Command(program).Run());
    }

    [Fact]
    public void PanelHost_Started_by_hand_runs_and_says_what_it_is() =>
        Assert.Contains("AuroraView starts it itself", new Command(Tree.Path("artifacts", "panelhost", "auroraview-panelhost")).Run(exitCode: 2), StringComparison.Ordinal);

    private static void AssertBelowFloor(string path)
    {
        IReadOnlyList<(string Library, string Version)> needs = NeededVersions.Of(path);
        Assert.Contains(("libc.so.6", "GLIBC_2.2.5"), needs);
        IEnumerable<string> above = needs.Where(need => need.Version.StartsWith("GLIBC_", StringComparison.Ordinal) && Version.Parse(need.Version[6..]) > s_floor)
            .Select(need => $"{need.Version} of {need.Library}");
        Assert.True(!above.Any(), $"{path} needs {string.Join(", ", above)}; find the functions with `objdump -T` and name them in eng/glibc/old-symbols.txt.");
    }
}
