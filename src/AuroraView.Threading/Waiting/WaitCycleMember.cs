using System.Globalization;

namespace AuroraView.Threading.Waiting;

/// <summary>One member of a <see cref="WaitCycle"/>.</summary>
/// <param name="Name">The thread, call, page or lock.</param>
/// <param name="ThreadId">The managed thread id, if the member is a thread.</param>
/// <param name="WaitsFor">What it waits for, and with which operation.</param>
/// <param name="Since">How long it has been waiting, if that is known.</param>
public sealed record WaitCycleMember(string Name, int? ThreadId, string WaitsFor, TimeSpan? Since)
{
    /// <summary>The member as a line of text.</summary>
    public override string ToString() =>
        Since is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"{Name} waits for {WaitsFor} (since {since.TotalMilliseconds:0} ms)")
            : $"{Name} waits for {WaitsFor}";
}
