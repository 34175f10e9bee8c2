namespace AuroraView.Native.Views;

/// <summary>The events of a panel. The header's <c>AV_EVENT_*</c>.</summary>
internal enum ViewEvent
{
    Ready = 1,
    Loading = 2,
    Loaded = 3,
    LoadFailed = 4,
    TitleChanged = 5,
    Resized = 6,
    Focused = 7,
    Blurred = 8,
    ParentLost = 9,
    Closing = 10,
    Closed = 11,
    Crashed = 12,
    Error = 13,
}
