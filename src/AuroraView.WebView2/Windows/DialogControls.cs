using AuroraView.Threading.Windows;
using AuroraView.WebView2.Interop;

namespace AuroraView.WebView2.Windows;

/// <summary>What is in a dialog's window, and where: measured by the system's font for messages, at the DPI of the place where the dialog is. On the dialog's thread.</summary>
internal sealed unsafe class DialogControls : IDisposable
{
    // In pixels at 96 DPI.
    private const int Margin = 12;
    private const int Gap = 8;
    private const int Narrowest = 260;
    private const int Widest = 420;
    private const int ButtonWidth = 84;
    private const int MostLines = 12;

    private readonly nint _window;
    private readonly int _dpi;
    private readonly nint _font;
    private readonly nint _field;
    private readonly nint _mute;
    private int _bottom;

    /// <summary>Fills a dialog that is not shown yet, and puts it over the panel.</summary>
    public DialogControls(nint window, ScriptQuestion question, nint panel)
    {
        _window = window;
        _ = User32.SetWindowTextW(window, question.Caption);
        var middle = DialogPlace.MiddleOf(panel);
        // There first, so that the DPI is that monitor's.
        _ = User32.SetWindowPos(window, 0, middle.X, middle.Y, 0, 0, User32.NoSize | User32.NoOrder | User32.NoActivate);
        _dpi = Math.Max(96, (int)User32.GetDpiForWindow(window));
        _font = SystemFont.ForMessages((uint)_dpi);

        var message = question.Message.ReplaceLineEndings("\r\n");
        var (asked, line) = Measure(message, Scaled(Widest));
        var width = Math.Clamp(Math.Max(asked.Width, Measure(question.Asker, Scaled(Widest)).Room.Width) + Scaled(4), Scaled(Narrowest), Scaled(Widest));
        _bottom = Scaled(Margin);
        Add("STATIC", question.Asker, User32.NoPrefix | User32.EndEllipsis, 0, width, line);
        if (message.Length > 0)
            AddMessage(message, width, asked.Height, line);
        if (question.Kind == ScriptDialogKind.Prompt)
        {
            _field = Add("EDIT", question.DefaultText, User32.TabStop | User32.Border | User32.ScrollsSideways, 0, width, line + Scaled(8));
            _ = Tell(_field, User32.EditSelect, 0, -1);
        }

        if (question.MayMute)
            _mute = Add("BUTTON", "Do not let this page open more dialogs", User32.TabStop | User32.CheckBox, 0, width, line + Scaled(2));
        var first = AddButtons(question.Kind != ScriptDialogKind.Alert, width, line + Scaled(12));
        DialogPlace.Center(window, middle, Scaled(2 * Margin) + width, _bottom + Scaled(Margin - Gap));
        _ = User32.SetFocus(_field != 0 ? _field : first);
    }

    /// <summary>What the controls hold as the user answers.</summary>
    public ScriptAnswer Answer(bool isAccepted) =>
        new(isAccepted, isAccepted && _field != 0 ? Text(_field) : "", _mute != 0 && Tell(_mute, User32.GetCheck, 0, 0) == User32.Checked);

    /// <inheritdoc/>
    public void Dispose() => SystemFont.Delete(_font);

    // To a control of this very thread: its procedure is called, and nobody is waited for.
    private static nint Tell(nint control, uint message, nint first, nint second) => User32.SendMessageW(control, message, first, second);

    private static string Text(nint field)
    {
        var room = new char[User32.GetWindowTextLengthW(field) + 1];
        fixed (char* text = room)
            return new string(text, 0, User32.GetWindowTextW(field, text, room.Length));
    }

    private int Scaled(int pixels) => pixels * _dpi / 96;

    // A field that cannot be written to: it wraps, scrolls where the text is too long for a dialog, and its text can be copied.
    private void AddMessage(string message, int width, int height, int line)
    {
        var top = _bottom;
        var bar = height > line * MostLines ? User32.VerticalScroll : 0;
        var field = Add("EDIT", message, User32.ManyLines | User32.ReadOnly | User32.ScrollsUpAndDown | bar, 0, width, height);
        _ = Tell(field, User32.EditSetMargins, User32.BothMargins, 0);
        // It has broken the lines by itself: nothing may be out of sight.
        var lines = Math.Clamp((int)Tell(field, User32.EditLineCount, 0, 0), 1, MostLines);
        _ = User32.SetWindowPos(field, 0, 0, 0, width, lines * line, User32.NoMove | User32.NoOrder | User32.NoActivate);
        _bottom = top + (lines * line) + Scaled(Gap);
    }

    private nint AddButtons(bool hasCancel, int width, int height)
    {
        var top = _bottom + Scaled(Gap);
        var cancelLeft = width - Scaled(ButtonWidth);
        var okLeft = hasCancel ? cancelLeft - Scaled(Gap + ButtonWidth) : cancelLeft;
        var ok = Put("BUTTON", "OK", User32.TabStop | User32.DefaultButton, User32.OkButton, okLeft, top, Scaled(ButtonWidth), height);
        if (hasCancel)
            Put("BUTTON", "Cancel", User32.TabStop, User32.CancelButton, cancelLeft, top, Scaled(ButtonWidth), height);
        _bottom = top + height + Scaled(Gap);
        return ok;
    }

    private nint Add(string kind, string text, uint style, int id, int width, int height)
    {
        var control = Put(kind, text, style, id, 0, _bottom, width, height);
        _bottom += height + Scaled(Gap);
        return control;
    }

    private nint Put(string kind, string text, uint style, int id, int left, int top, int width, int height)
    {
        var control = Win32.CreateWindowExW(0, kind, text, User32.Child | User32.Visible | style, Scaled(Margin) + left, top, width, height, _window, id, Win32.GetModuleHandleW(null), 0);
        _ = Tell(control, User32.SetFont, _font, 0);
        return control;
    }

    private (NativeRectangle Room, int Line) Measure(string text, int widest)
    {
        var canvas = User32.GetDC(_window);
        var before = Gdi32.SelectObject(canvas, _font);
        var room = new NativeRectangle { Right = widest };
        var line = User32.DrawTextW(canvas, "X", 1, &room, User32.OnlyMeasure | User32.NoPrefixText);
        room = new NativeRectangle { Right = widest };
        // As a field breaks its lines.
        _ = User32.DrawTextW(canvas, text, text.Length, &room, User32.OnlyMeasure | User32.NoPrefixText | User32.BreakWords | User32.ExpandTabs | User32.AsField);
        _ = Gdi32.SelectObject(canvas, before);
        _ = User32.ReleaseDC(_window, canvas);
        return (room, Math.Max(1, line));
    }
}
