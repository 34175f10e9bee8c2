using System.Text;

namespace AuroraView.Threading.Schedules.Scenarios;

/// <summary>How a fake host runs its loop.</summary>
internal enum LoopKind
{
    /// <summary>Pumps after each wake.</summary>
    Prompt,

    /// <summary>Loses some wakes.</summary>
    Lossy,

    /// <summary>Pumps some time after a wake.</summary>
    Late,

    /// <summary>Has no loop: sits in RunUntil.</summary>
    Explicit,
}

/// <summary>A dispatcher, and what its thread does before its loop runs.</summary>
internal sealed record Host(LoopKind Loop, int BudgetMs, Op[] Before);

/// <summary>What all threads do. With a seed for the schedule it is one run, to the step.</summary>
internal sealed record Scenario(Host[] Hosts, Op[][] Workers, int Pages, int Tokens, int Locks)
{
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Hosts.Length; i++)
            text.AppendLine($"  host d{i} ({Hosts[i].Loop}, budget {Hosts[i].BudgetMs} ms): {string.Join("; ", Hosts[i].Before.Select(static op => op.ToString()))}");
        for (var i = 0; i < Workers.Length; i++)
            text.AppendLine($"  worker w{i}: {string.Join("; ", Workers[i].Select(static op => op.ToString()))}");
        return text.Append($"  pages {Pages}, tokens {Tokens}, locks {Locks}").ToString();
    }
}
