using AuroraView.Engine;
using AuroraView.PanelHost.Tests.Support;
using Xunit;

namespace AuroraView.PanelHost.Tests.Client;

public sealed class StartFailureTests
{
    [Fact]
    public void Start_without_a_display_says_so()
    {
        using var none = new Pinned("DISPLAY", null);
        AssertFails("NoDisplay", "DISPLAY is not set");
    }

    [Fact]
    public void Start_with_a_dead_display_names_it()
    {
        using var dead = new Pinned("DISPLAY", ":65000");
        AssertFails("NoDisplay", ":65000");
    }

    [Fact]
    public void Start_with_an_unknown_engine_says_which_there_are()
    {
        using var api = new Pinned("AURORAVIEW_WEBKIT_API", "9.9");
        AssertFails("EngineMissing", "4.1 and 4.0");
    }

    [Fact]
    public void Start_without_a_panel_host_says_where_it_belongs()
    {
        using var path = new Pinned("AURORAVIEW_PANEL_HOST", "/nonexistent/panelhost");
        AssertFails("PanelHostMissing", "/nonexistent/panelhost");
    }

    [Fact]
    public void Start_with_a_file_that_cannot_run_says_why()
    {
        using var fake = new FakePanelHost("", executable: false);
        AssertFails("SpawnFailed", "ermission denied");
    }

    [Fact]
    public void Start_of_a_panel_host_that_dies_tells_its_last_words()
    {
        using var fake = new FakePanelHost("echo the engine exploded >&2; exit 7");
        BackendError error = AssertFails("Died", "the engine exploded");
        Assert.Contains("exit code 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_of_another_version_is_a_version_mismatch()
    {
        using var fake = new FakePanelHost(@"printf 'AV\007\100\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000' >&3; sleep 60");
        AssertFails("VersionMismatch", "same release");
    }

    [Fact]
    public void Start_of_something_that_speaks_garbage_ends_and_kills_it()
    {
        using var fake = new FakePanelHost("echo $$ > \"$0.pid\"; printf 'HTTP/1.1 400 Bad Request and more than a header' >&3; sleep 60");
        AssertFails("Died", "not a frame");
        Processes.AssertGone(fake.ProcessId);
    }

    [Fact]
    public void Start_of_a_panel_host_that_says_nothing_can_be_closed()
    {
        using var fake = new FakePanelHost("echo $$ > \"$0.pid\"; trap '' TERM; while :; do sleep 1; done");
        TestView view = TestView.Start(closeBound: TimeSpan.FromMilliseconds(200));
        Assert.True(SpinWait.SpinUntil(() => fake.Started, TestView.Bound));
        view.Backend.Close();
        Assert.Equal(new Closed(ClosedReason.Requested, null), view.WaitClosed());
        Processes.AssertGone(fake.ProcessId);
    }

    [Fact]
    public void Panel_host_inherits_three_descriptors_and_two_sockets_and_no_ignored_signal()
    {
        using var fake = new FakePanelHost("ls -1 /proc/self/fd | sort -n | tr '\\n' ' ' >&2; grep -E 'SigIgn|SigBlk' /proc/self/status | tr '\\n' ' ' >&2; exit 1");
        BackendError error = AssertFails("Died", "0 1 2 3 4 5");
        // 5 is ls's own view of the folder.
        Assert.DoesNotContain("0 1 2 3 4 5 6", error.Message, StringComparison.Ordinal);
        Assert.Contains("SigBlk:\t0000000000000000", error.Message, StringComparison.Ordinal);
        string ignored = error.Message.Split("SigIgn:\t")[1][..16];
        // The C library itself ignores its two internal signals (32 and 33) in a spawned process.
        Assert.Equal(0UL, ulong.Parse(ignored, System.Globalization.NumberStyles.HexNumber, null) & 0x7fffffff);
    }

    [Fact]
    public void Panel_host_environment_has_nothing_of_the_hosts_own()
    {
        var clean = AuroraView.Backends.PanelHost.PanelHostEnvironment.Create(new Dictionary<string, string>
        {
            ["LD_LIBRARY_PATH"] = "/opt/dcc/lib",
            ["LD_PRELOAD"] = "evil.so",
            ["PYTHONPATH"] = "",
            ["PYTHONHOME"] = "/opt/dcc/python",
            ["LC_NUMERIC"] = "de_DE",
            ["QT_PLUGIN_PATH"] = "/opt/dcc/qt",
            ["GTK_PATH"] = "/opt/dcc/gtk",
            ["LIBGL_DRIVERS_PATH"] = "/opt/dcc/gl",
            ["__EGL_VENDOR_LIBRARY_DIRS"] = "/opt/dcc/egl",
            ["PATH"] = "/opt/dcc/bin",
            ["DISPLAY"] = ":5",
            ["XAUTHORITY"] = "/home/a/.Xauthority",
            ["HOME"] = "/home/a",
            ["LANG"] = "de_DE.UTF-8",
            ["XDG_RUNTIME_DIR"] = "/nonexistent",
            ["WEBKIT_FORCE_SANDBOX"] = "1",
            ["AURORAVIEW_WEBKIT_API"] = "4.0",
        });
        Assert.Equal(["AURORAVIEW_WEBKIT_API", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "HOME", "LANG", "NO_AT_BRIDGE", "PATH", "WEBKIT_FORCE_SANDBOX", "XAUTHORITY", "XDG_RUNTIME_DIR"],
            clean.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("dcc", clean["PATH"], StringComparison.Ordinal);
    }

    private static BackendError AssertFails(string code, string says)
    {
        TestView view = TestView.Start();
        Closed closed = view.WaitClosed();
        Assert.Equal(ClosedReason.StartFailed, closed.Reason);
        Assert.NotNull(closed.Error);
        Assert.Equal(code, closed.Error.Code);
        Assert.Contains(says, closed.Error.Message, StringComparison.Ordinal);
        Assert.Single(view.All<Closed>());
        return closed.Error;
    }
}
