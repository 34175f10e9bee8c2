using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AuroraView;

namespace SceneEditor.Demo;

/// <summary>Asks the page what it shows and where. Used from the demo's thread.</summary>
internal sealed class PageProbe(ThreadSafeWebView view)
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(12);

    public T Ask<T>(string script) => view.EvalJsSync<T>(script, s_bound)!;

    /// <summary>Waits until a JavaScript condition holds.</summary>
    public void Until(string what, string condition) => Until(what, () => Ask<bool>($"Boolean({condition})"));

    /// <summary>Waits until a condition holds, looking again and again, but not for ever.</summary>
    public static void Until(string what, Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(start) > s_bound)
                throw new DemoException($"Waited {s_bound.TotalSeconds:0} s in vain: {what}.");
            Thread.Sleep(s_pause);
        }
    }

    /// <summary>The middle of the first element that matches, in pixels of the screen, once it stands still and can be hit there.</summary>
    public (double X, double Y) PointOf(string selector, double along = 0.5)
    {
        // A widget that is covered, hidden or still moving would make the pointer hit something else.
        var script = $$"""
            (() => {
              const found = document.querySelector({{JsonSerializer.Serialize(selector, SceneJson.Default.String)}});
              if (!found) return null;
              found.scrollIntoView({ block: "nearest" });
              const box = found.getBoundingClientRect();
              const x = box.left + box.width * {{along.ToString(CultureInfo.InvariantCulture)}}, y = box.top + box.height / 2;
              const hit = document.elementFromPoint(x, y);
              if (!hit || !(found.contains(hit) || hit.contains(found)) || found.disabled) return null;
              return [x + screenX, y + screenY];
            })()
            """;
        double[]? last = null;
        double[]? now = null;
        Until($"'{selector}' can be clicked", () =>
        {
            last = now;
            now = Ask<double[]?>(script);
            return now is not null && last is not null && now.AsSpan().SequenceEqual(last);
        });
        return (now![0], now[1]);
    }

    public IReadOnlyList<CallRecord> Calls() => Ask<CallRecord[]>("sceneEditor.calls()");

    public string TextOf(string selector) =>
        Ask<string>($"document.querySelector({JsonSerializer.Serialize(selector, SceneJson.Default.String)})?.textContent ?? ''");
}
