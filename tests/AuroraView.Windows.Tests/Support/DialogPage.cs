using AuroraView.Engine;

namespace AuroraView.Windows.Tests.Support;

/// <summary>Pages that open dialogs. The engine's settings count from the first document on.</summary>
internal static class DialogPage
{
    private const string Own = "<title>page</title>";

    internal static EngineView Open(BackendStart? start = null, string? url = null)
    {
        var view = new EngineView(start);
        view.Backend.Load(1000, url is null ? new PageSource(PageSourceKind.Html, Own) : new PageSource(PageSourceKind.Url, url));
        view.WaitForLoad(1000);
        return view;
    }

    internal static void LoadAgain(this EngineView view)
    {
        view.Backend.Load(1001, new PageSource(PageSourceKind.Html, Own));
        view.WaitForLoad(1001);
    }

    internal static void WaitForLoad(this EngineView view, long id) => view.Wait("load", said => said.Load!.LoadId == id && said.Text == "Finished");

    internal static void Ask(this EngineView view, long id, int kind, string text) => view.Backend.Evaluate(id, $"double:dialog {kind} {text}", null);

    internal static string Answer(this EngineView view, long id) => view.Wait("evaluated", said => said.CallId == id).Text;

    /// <summary>Asks, lets somebody answer the dialog, and gives what the page got.</summary>
    internal static string Answered(this EngineView view, long id, int kind, Action<OpenDialog> answer)
    {
        view.Ask(id, kind, "text|given");
        var dialog = OpenDialog.Wait();
        answer(dialog);
        var text = view.Answer(id);
        dialog.WaitUntilGone();
        return text;
    }
}
