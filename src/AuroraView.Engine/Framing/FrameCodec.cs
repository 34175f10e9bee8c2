namespace AuroraView.Engine.Framing;

/// <summary>How the seam's data looks in the payload of a frame, both ways: the one place that knows.</summary>
internal static class FrameCodec
{
    public static void Write(ref FrameBuilder frame, BackendStart start)
    {
        frame.WriteString(start.Title);
        frame.WriteInt32(start.Width);
        frame.WriteInt32(start.Height);
        frame.WriteInt32(start.X);
        frame.WriteInt32(start.Y);
        frame.WriteInt64(start.Parent);
        frame.WriteBool(start.Visible);
        frame.WriteBool(start.Resizable);
        frame.WriteBool(start.Frame);
        frame.WriteBool(start.AlwaysOnTop);
        frame.WriteBool(start.Transparent);
        frame.WriteInt32((int?)start.Background);
        frame.WriteBool(start.DevTools);
        frame.WriteBool(start.AllowNewWindows);
        frame.WriteBool(start.AllowFileAccess);
        frame.WriteString(start.DataFolder);
        frame.WriteString(start.Group);
        frame.WriteBool(start.Isolated);
        frame.WriteString(start.UserAgent);
        frame.WriteString(start.AssetRoot);
        frame.WriteByte((byte)start.Acceleration);
        frame.WriteInt32(start.MaxMessageBytes);
        frame.WriteString(start.MessageToken);
        frame.WriteString(start.DocumentScript);
        frame.WriteString(start.DeliverFunction);
        frame.WriteString(start.MessageHandler);
        frame.WriteInt64((long)start.PingTimeout.TotalMilliseconds);
    }

    public static BackendStart ReadStart(PayloadReader reader)
    {
        var start = new BackendStart
        {
            Title = reader.ReadString(),
            Width = reader.ReadInt32(),
            Height = reader.ReadInt32(),
            X = reader.ReadOptionalInt32(),
            Y = reader.ReadOptionalInt32(),
            Parent = (nint)reader.ReadInt64(),
            Visible = reader.ReadBool(),
            Resizable = reader.ReadBool(),
            Frame = reader.ReadBool(),
            AlwaysOnTop = reader.ReadBool(),
            Transparent = reader.ReadBool(),
            Background = (uint?)reader.ReadOptionalInt32(),
            DevTools = reader.ReadBool(),
            AllowNewWindows = reader.ReadBool(),
            AllowFileAccess = reader.ReadBool(),
            DataFolder = reader.ReadOptionalString(),
            Group = reader.ReadOptionalString(),
            Isolated = reader.ReadBool(),
            UserAgent = reader.ReadOptionalString(),
            AssetRoot = reader.ReadOptionalString(),
            Acceleration = (Acceleration)reader.ReadChoice((int)Acceleration.Never + 1),
            MaxMessageBytes = reader.ReadInt32(),
            MessageToken = reader.ReadString(),
            DocumentScript = reader.ReadString(),
            DeliverFunction = reader.ReadString(),
            MessageHandler = reader.ReadString(),
            PingTimeout = TimeSpan.FromMilliseconds(Math.Clamp(reader.ReadInt64(), 1, int.MaxValue)),
        };
        reader.End();
        return start;
    }

    public static void Write(ref FrameBuilder frame, PageSource source)
    {
        frame.WriteByte((byte)source.Kind);
        frame.WriteTail(source.Text);
    }

    public static PageSource ReadSource(PayloadReader reader) =>
        new((PageSourceKind)reader.ReadChoice(3), Text(reader.ReadTail()));

    public static void Write(ref FrameBuilder frame, WindowCommand command)
    {
        frame.WriteByte((byte)command.Action);
        frame.WriteInt32(command.A);
        frame.WriteInt32(command.B);
        frame.WriteString(command.Text);
        frame.WriteInt64(command.Parent);
    }

    public static WindowCommand ReadWindowCommand(PayloadReader reader)
    {
        var command = new WindowCommand((WindowAction)reader.ReadChoice((int)WindowAction.Reparent + 1), reader.ReadInt32(), reader.ReadInt32(),
            reader.ReadOptionalString(), (nint)reader.ReadInt64());
        reader.End();
        return command;
    }

    public static void Write(ref FrameBuilder frame, BackendInfo info)
    {
        frame.WriteString(info.Engine);
        frame.WriteString(info.EngineVersion);
        frame.WriteString(info.EngineLibrary);
        frame.WriteInt64(info.Window);
        frame.WriteInt32(info.ProcessId);
        frame.WriteBool(info.Graphics?.Accelerated ?? false);
        frame.WriteString(info.Graphics?.Renderer);
        frame.WriteString(info.Graphics?.Why);
    }

    public static BackendInfo ReadInfo(PayloadReader reader)
    {
        var info = new BackendInfo(reader.ReadString(), reader.ReadString(), reader.ReadString(), (nint)reader.ReadInt64(), reader.ReadInt32());
        bool accelerated = reader.ReadBool();
        string renderer = reader.ReadOptionalString() ?? "";
        string? why = reader.ReadOptionalString();
        reader.End();
        return why is null ? info : info with { Graphics = new GraphicsInfo(accelerated, renderer, why) };
    }

    public static void Write(ref FrameBuilder frame, LoadProgress progress)
    {
        frame.WriteByte((byte)progress.Phase);
        frame.WriteString(progress.Url);
        frame.WriteString(progress.Error);
        frame.WriteBool(progress.CanGoBack);
        frame.WriteBool(progress.CanGoForward);
        frame.WriteInt64(progress.LoadId);
    }

    public static LoadProgress ReadProgress(PayloadReader reader)
    {
        var progress = new LoadProgress((LoadPhase)reader.ReadChoice((int)LoadPhase.Moved + 1), reader.ReadString(), reader.ReadOptionalString(),
            reader.ReadBool(), reader.ReadBool(), reader.ReadInt64());
        reader.End();
        return progress;
    }

    public static void Write(ref FrameBuilder frame, WindowChange change)
    {
        frame.WriteByte((byte)change.Kind);
        frame.WriteInt32(change.A);
        frame.WriteInt32(change.B);
        frame.WriteString(change.Error);
    }

    public static WindowChange ReadWindowChange(PayloadReader reader)
    {
        var change = new WindowChange((WindowChangeKind)reader.ReadChoice((int)WindowChangeKind.Refused + 1), reader.ReadInt32(),
            reader.ReadInt32(), reader.ReadOptionalString());
        reader.End();
        return change;
    }

    /// <summary>The reason of a closed view and, where it failed, the error.</summary>
    public static void WriteClosed(ref FrameBuilder frame, ClosedReason reason, BackendError? error)
    {
        frame.WriteByte((byte)reason);
        frame.WriteString(error?.Code);
        frame.WriteString(error?.Message);
    }

    public static (ClosedReason Reason, BackendError? Error) ReadClosed(PayloadReader reader)
    {
        var reason = (ClosedReason)reader.ReadChoice((int)ClosedReason.HostDied + 1);
        string? code = reader.ReadOptionalString();
        string? message = reader.ReadOptionalString();
        reader.End();
        return (reason, code is null ? null : new BackendError(code, message ?? ""));
    }

    public static string Text(ReadOnlySpan<byte> utf8) => System.Text.Encoding.UTF8.GetString(utf8);
}
