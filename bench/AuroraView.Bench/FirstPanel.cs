using AuroraView.Threading;

namespace AuroraView.Bench;

/// <summary>The peer of bench/hosts/start.py: a program that opens a panel, says so when the page has called its handler on the main thread, and ends.</summary>
internal static class FirstPanel
{
    public static void Run()
    {
        using var main = MainThreadDispatcher.CreateForCurrentThread();
        using var panel = new WebView(new WebViewOptions { Title = "first", DccMode = true, Dispatcher = main, Html = "<script>auroraview.call('opened')</script>" });
        var isOpen = false;
        panel.On("opened", () =>
        {
            Console.WriteLine("ready");
            isOpen = true;
        });
        panel.Show();
        main.RunUntil(() => isOpen, TimeSpan.FromMinutes(1));
    }
}
