namespace AuroraView.Windows.Tests.Support;

/// <summary>A dialog of a page that is open, as its user sees it.</summary>
internal sealed unsafe class OpenDialog(nint window)
{
    private const int Ok = 1;
    private const int Cancel = 2;
    private const uint ReadOnly = 0x800;
    private const uint CheckBox = 3;

    internal nint Window => window;

    internal string Caption => TextOf(window);

    /// <summary>Who asks.</summary>
    internal string Asker => TextOf(Child("STATIC", static _ => true));

    internal string Message => TextOf(Child("EDIT", static style => (style & ReadOnly) != 0));

    internal nint Field => Child("EDIT", static style => (style & ReadOnly) == 0);

    internal nint Mute => Child("BUTTON", static style => (style & 0xF) == CheckBox);

    internal bool IsGone => User32.IsWindow(window) == 0;

    /// <summary>The dialogs of this process.</summary>
    internal static List<OpenDialog> All
    {
        get
        {
            var all = new List<OpenDialog>();
            for (var at = User32.FindWindowExW(0, 0, "#32770", null); at != 0; at = User32.FindWindowExW(0, at, "#32770", null))
            {
                uint process;
                _ = User32.GetWindowThreadProcessId(at, &process);
                if (process == Environment.ProcessId && User32.IsWindowVisible(at) != 0)
                    all.Add(new OpenDialog(at));
            }

            return all;
        }
    }

    /// <summary>Waits for the one that is open.</summary>
    internal static OpenDialog Wait(nint but = 0)
    {
        OpenDialog? found = null;
        Worker.Until(() => (found = All.Find(dialog => dialog.Window != but)) is not null);
        return found!;
    }

    internal void PressOk() => Post(User32.Command, Ok);

    internal void PressCancel() => Post(User32.Command, Cancel);

    internal void Close() => Post(User32.Close, 0);

    internal void Type(string text) => User32.SendMessageW(Field, User32.SetText, 0, text);

    internal void Key(nint key) => _ = User32.PostMessageW(Field != 0 ? Field : window, User32.KeyDown, key, 0);

    internal void PressMute() => User32.SendMessageW(Mute, User32.Click, 0, "");

    internal int Height
    {
        get
        {
            User32.Rectangle area;
            _ = User32.GetWindowRect(window, &area);
            return area.Bottom - area.Top;
        }
    }

    internal static uint ThreadOf(nint of)
    {
        uint process;
        return User32.GetWindowThreadProcessId(of, &process);
    }

    internal static bool IsAbove(nint upper, nint lower)
    {
        var at = upper;
        while (at != 0 && at != lower)
            at = User32.GetWindow(at, User32.Next);
        return at != 0;
    }

    internal static (int X, int Y) MiddleOf(nint window)
    {
        User32.Rectangle area;
        _ = User32.GetWindowRect(window, &area);
        return ((area.Left + area.Right) / 2, (area.Top + area.Bottom) / 2);
    }

    internal void WaitUntilGone() => Worker.Until(() => IsGone);

    private static string TextOf(nint window)
    {
        var room = new char[4096];
        fixed (char* text = room)
            return new string(text, 0, User32.GetWindowTextW(window, text, room.Length));
    }

    private void Post(uint message, nint first) => _ = User32.PostMessageW(window, message, first, 0);

    private nint Child(string className, Func<uint, bool> which)
    {
        var at = User32.FindWindowExW(window, 0, className, null);
        while (at != 0 && !which((uint)User32.GetWindowLongPtrW(at, User32.StyleIndex)))
            at = User32.FindWindowExW(window, at, className, null);
        return at;
    }
}
