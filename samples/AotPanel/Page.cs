namespace AotPanel;

/// <summary>The panel's page.</summary>
internal static class Page
{
    public const string Html = """
        <!doctype html>
        <title>Ahead of time</title>
        <form onsubmit="make(event)"><input name="name" value="cube"> <button>Make</button></form>
        <progress id="progress" value="0"></progress>
        <ol id="all"></ol>
        <script>
          const { call, api, on } = auroraview;
          on("progress", ({ done, total }) => { progress.max = total; progress.value = done; });
          async function make(event) {
            event.preventDefault();
            await call("create", { name: event.target.name.value });
            all.replaceChildren(...(await call("list")).map(o => Object.assign(document.createElement("li"), { textContent: o.name })));
          }
          // What the program's own test run asks for: every kind of handler once.
          async function tryAll() {
            const lines = [], failed = promise => promise.then(() => "no error", e => `${e.code} ${e.remoteType ?? ""} ${e.message}`);
            const told = new Promise(resolve => on("progress", p => p.done === p.total && resolve(`progress ${p.done} of ${p.total}`)));
            lines.push(JSON.stringify(await call("create", { name: "cube", size: 2.5 })));
            lines.push(JSON.stringify(await call("create", { name: "ball" })));
            await call("rename", { id: 2, name: "sphere" });
            lines.push(JSON.stringify(await api.list()));
            lines.push(`sum ${await api.add(40, 2)}`);
            lines.push(await failed(call("rename", { id: 9, name: "nobody" })));
            lines.push(await failed(call("create", { name: 7 })));
            lines.push(`exported ${await call("export", "scene.usd")}`);
            lines.push(await told);
            await call("report", { lines });
          }
        </script>
        """;
}
