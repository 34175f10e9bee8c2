using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace AuroraView.Views;

/// <summary>
/// The page that a panel shows where there is nothing else to show: what failed, and a button that tries again. It belongs to no host and to no site: nothing
/// is fetched, every text is escaped, and the one thing it can ask for is another try.
/// </summary>
internal static class FailurePage
{
    /// <summary>The event that the button sends. Counts from this page alone.</summary>
    internal const string RetryEvent = "auroraview:retry";

    private const int LongestText = 2000;

    private const string Script = $$"""document.getElementById("again").addEventListener("click",function(){this.disabled=true;window.auroraview.send_event("{{RetryEvent}}")})""";

    private const string Style = """
        :root{color-scheme:light dark;--back:#f6f6f7;--text:#1d1d1f;--faint:#5c5c66;--line:#c9c9d1;--button:#2459c4;--label:#fff}
        @media(prefers-color-scheme:dark){:root{--back:#26262b;--text:#ececf0;--faint:#a9a9b6;--line:#4a4a54;--button:#7ea6ff;--label:#10131c}}
        body{margin:0;min-height:100vh;display:flex;align-items:center;justify-content:center;background:var(--back);color:var(--text);font:14px/1.5 system-ui,sans-serif}
        main{box-sizing:border-box;max-width:34em;padding:24px}
        h1{margin:0 0 8px;font-size:18px;font-weight:600}
        p{margin:0 0 12px;overflow-wrap:anywhere;unicode-bidi:isolate}
        .address{color:var(--faint);font-family:ui-monospace,monospace;font-size:12px;border-left:3px solid var(--line);padding-left:10px;max-height:9em;overflow:auto}
        button{font:inherit;padding:6px 16px;border:0;border-radius:5px;background:var(--button);color:var(--label);cursor:pointer}
        button:disabled{opacity:.5}
        button:focus-visible{outline:2px solid var(--text);outline-offset:2px}
        """;

    private static readonly string s_policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page.</summary>
    /// <param name="heading">What has happened, in a few words.</param>
    /// <param name="reason">Why, as the engine says it.</param>
    /// <param name="address">What was to be shown, or <see langword="null"/>.</param>
    internal static string Create(string heading, string reason, string? address) => $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{s_policy}">
        <meta name="viewport" content="width=device-width"><style>{Style}</style></head>
        <body><main role="alert"><h1>{Escape(heading)}</h1><p>{Escape(reason)}</p>{(string.IsNullOrEmpty(address) ? "" : $"<p class=\"address\">{Escape(address)}</p>")}
        <button id="again" autofocus>Try again</button></main><script>{Script}</script></body></html>
        """;

    private static string Escape(string text) => WebUtility.HtmlEncode(text.Length <= LongestText ? text : text[..LongestText] + "...");

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
