using AuroraView.Threading;

namespace AuroraView.Siege;

/// <summary>What the besiegers of a round share.</summary>
internal sealed record Siege(SiegeHost Host, Ledger Ledger, IReadOnlyList<SiegePanel> Panels, string SilentServer)
{
    // The engine is given two seconds, the page one, the process's end is waited for.
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(4);

    /// <summary>Sends a signal to processes of a panel, by the beginning of their name.</summary>
    public void Strike(SiegePanel panel, string name, int signal)
    {
        if (panel.View.Engine?.ProcessId is not { } process)
            return;
        foreach (var other in Panels.Where(other => other.View.Engine?.ProcessId == process))
            other.IsDisturbed = true;
        foreach (var each in ProcessTree.Descendants(Environment.ProcessId))
        {
            var isOfPanel = each.Id == process || ProcessTree.Descendants(process).Any(one => one.Id == each.Id);
            if (isOfPanel && each.Name.StartsWith(name, StringComparison.Ordinal))
            {
                ProcessTree.Signal(each.Id, signal);
                Ledger.Note($"signal {signal} to {each.Name} ({each.Id}) of {panel.Number}");
            }
        }
    }

    public void Close(SiegePanel panel, bool force) => Ledger.Call(
        $"close of {panel.Number}", SiegePanel.Drain + s_end, () => panel.View.Close(SiegePanel.Drain, force));

    /// <summary>
    /// Whether the page has heard of each of its calls. Where the page was replaced meanwhile the new one is asked; a panel that was disturbed or is closed has nothing to say.
    /// </summary>
    public void AskWhatIsOpen(SiegePanel panel)
    {
        var isLoadedAgain = false;
        for (var turn = 0; turn < 5 && panel is { IsDisturbed: false, View.State: ViewState.Open }; turn++)
        {
            try
            {
                var wrong = panel.View.EvalJsSync<string>("typeof settled === 'undefined' ? '' : await settled()", TimeSpan.FromSeconds(10) + Host.Allowance);
                if (!string.IsNullOrEmpty(wrong))
                    Ledger.Wrong($"the page of {panel.Number}: {wrong}");
                return;
            }
            catch (ThreadDispatchTimeoutException error) when (!isLoadedAgain && error.Message.Contains("The last load failed", StringComparison.Ordinal))
            {
                // It was refused before there was a page. The next load must bring one.
                isLoadedAgain = true;
                Ledger.Call($"load {panel.Number} again", s_end, () => panel.View.LoadHtml("<title>again</title>"));
            }
            catch (ThreadDispatchTimeoutException error) when (panel is { IsDisturbed: false, View.State: ViewState.Open })
            {
                Ledger.Wrong($"the page of {panel.Number} waits for an answer: {error.Message}");
                return;
            }
            catch (Exception error) when (error is BridgeException or ThreadSafetyException)
            {
                Ledger.Note($"asked {panel.Number}: {error.Message.Split('\n')[0]}");
            }
        }
    }
}
