using System.Runtime.InteropServices;

namespace SceneEditor.Demo;

/// <summary>
/// Pointer and keyboard of an X display through the XTest extension: what the panel receives is what a person's
/// devices would send. One thread at a time.
/// </summary>
internal sealed partial class XTestInput : IDisposable
{
    private const uint LeftButton = 1;
    private nint _display;

    /// <exception cref="DemoException">There is no display, no XTest library or no XTest extension.</exception>
    public XTestInput()
    {
        try
        {
            _display = XOpenDisplay(null);
            if (_display == 0)
                throw new DemoException($"The X display '{Environment.GetEnvironmentVariable("DISPLAY")}' cannot be opened.");
            if (XTestQueryExtension(_display, out _, out _, out _, out _) == 0)
                throw new DemoException("The X server has no XTest extension, so the demo cannot move its pointer.");
        }
        catch (DllNotFoundException error)
        {
            throw new DemoException("libX11 or libXtst is missing: on Debian and Ubuntu, apt-get install libx11-6 libxtst6.", error);
        }
    }

    public void Dispose()
    {
        if (_display != 0)
            _ = XCloseDisplay(_display);
        _display = 0;
    }

    public void MoveTo(double x, double y)
    {
        _ = XTestFakeMotionEvent(_display, -1, (int)Math.Round(x), (int)Math.Round(y), 0);
        Sync();
    }

    public void Press() => Button(true);

    public void Release() => Button(false);

    public void Click(double x, double y)
    {
        MoveTo(x, y);
        Press();
        Release();
    }

    public void DoubleClick(double x, double y)
    {
        Click(x, y);
        Press();
        Release();
    }

    /// <summary>Types text of Latin letters, digits and signs.</summary>
    public void Type(string text)
    {
        // The keysyms of printable Latin-1 characters are their code points.
        foreach (var character in text)
            Key(character);
    }

    /// <summary>Presses a key by its X name, such as <c>Return</c> or <c>Delete</c>, with Control held if asked for.</summary>
    public void Key(string name, bool control = false)
    {
        var symbol = XStringToKeysym(name);
        if (symbol == 0)
            throw new DemoException($"X knows no key named '{name}'.");
        if (control)
            Keycode(CodeOf(XStringToKeysym("Control_L")), true);
        Key(symbol);
        if (control)
            Keycode(CodeOf(XStringToKeysym("Control_L")), false);
    }

    private void Key(nuint symbol)
    {
        var code = CodeOf(symbol);
        var shift = XkbKeycodeToKeysym(_display, code, 0, 0) != symbol && XkbKeycodeToKeysym(_display, code, 0, 1) == symbol;
        var shiftCode = shift ? CodeOf(XStringToKeysym("Shift_L")) : (byte)0;
        if (shift)
            Keycode(shiftCode, true);
        Keycode(code, true);
        Keycode(code, false);
        if (shift)
            Keycode(shiftCode, false);
    }

    private byte CodeOf(nuint symbol)
    {
        var code = XKeysymToKeycode(_display, symbol);
        return code != 0 ? code : throw new DemoException($"The keyboard has no key for the symbol 0x{symbol:x}.");
    }

    private void Keycode(byte code, bool down)
    {
        _ = XTestFakeKeyEvent(_display, code, down ? 1 : 0, 0);
        Sync();
    }

    private void Button(bool down)
    {
        _ = XTestFakeButtonEvent(_display, LeftButton, down ? 1 : 0, 0);
        Sync();
    }

    private void Sync() => _ = XSync(_display, 0);

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string? name);

    [LibraryImport("libX11.so.6")]
    private static partial int XCloseDisplay(nint display);

    [LibraryImport("libX11.so.6")]
    private static partial int XSync(nint display, int discard);

    [LibraryImport("libX11.so.6", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nuint XStringToKeysym(string name);

    [LibraryImport("libX11.so.6")]
    private static partial byte XKeysymToKeycode(nint display, nuint symbol);

    [LibraryImport("libX11.so.6")]
    private static partial nuint XkbKeycodeToKeysym(nint display, byte code, uint group, uint level);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestQueryExtension(nint display, out int firstEvent, out int firstError, out int major, out int minor);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestFakeMotionEvent(nint display, int screen, int x, int y, nuint delay);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestFakeButtonEvent(nint display, uint button, int down, nuint delay);

    [LibraryImport("libXtst.so.6")]
    private static partial int XTestFakeKeyEvent(nint display, uint code, int down, nuint delay);
}
