using System.Diagnostics;
using System.Globalization;
using SceneEditor.Graph;

namespace SceneEditor.Demo;

/// <content>The steps.</content>
internal sealed partial class DemoDriver
{
    private void PlaySteps()
    {
        _page.Until("the panel shows the scene", "window.sceneEditor?.state().nodes.length > 0 && sceneEditor.calls().every(call => call.state !== 'pending')");
        _transcript.Header();
        Step("the panel asks for the scene", () => Expect(OnMain(scene => scene.Nodes.Length) == _page.Ask<int>("sceneEditor.state().nodes.length"), "page and scene differ"));
        Step("the host turns the table and tells the page", WatchTheTable);
        foreach (var kind in new[] { NodeKind.Cube, NodeKind.Sphere, NodeKind.Light, NodeKind.Camera })
            Step($"create a {SceneNames.BaseOf(kind)}", () => Create(kind));
        Step("rename it: double click, type", () => Rename("camera1", "shot_020"));
        Step("rename it to a name that is taken: F2, type", () => RenameRefused("shot_020", "shot_010"));
        Step("drag a slider", DragSlider);
        Step("undo the drag, one step, and redo it", UndoAndRedo);
        Step("save, which keeps the main thread busy for a second", Save);
        Step("touch the scene from the wrong thread", TouchFromWrongThread);
        Step("bake, and cancel", BakeAndCancel);
        Step("delete an object", () => Delete("sphere1"));
        Step("dismiss the messages with Escape", DismissMessages);
        Step("bake to the end", BakeAndTakePicture);
    }

    private void WatchTheTable()
    {
        var seen = _page.Ask<double>(TableAngle);
        _page.Until("the turntable turns in the page", $"{TableAngle} !== {Number(seen)}");
    }

    private const string TableAngle = $"sceneEditor.state().nodes.find(node => node.name === '{StartScene.Turntable}').rotateY";

    private void Create(NodeKind kind)
    {
        var word = SceneNames.BaseOf(kind);
        var before = OnMain(scene => scene.Nodes.Length);
        Click($"[data-create={word}]");
        PageProbe.Until($"the scene has a new {word}", () => OnMain(scene => scene.Nodes.Length == before + 1 && scene.Find($"{word}1") is not null));
        var made = OnMain(scene => scene.Find($"{word}1")!);
        Expect(made.Kind == kind, $"The scene has a {made.Kind} where a {kind} was asked for.");
        _page.Until($"the outliner shows the {word}, selected", $"document.querySelector('#row-{made.Id}[aria-selected=true]')?.textContent === '{word}1'");
    }

    private void Rename(string from, string to)
    {
        TypeName(from, to, StartByDoubleClick);
        PageProbe.Until($"the scene has {to}", () => OnMain(scene => scene.Find(to) is not null && scene.Find(from) is null));
        var id = OnMain(scene => scene.Find(to)!.Id);
        _page.Until($"the outliner shows {to}", $"document.querySelector('#row-{id} .name')?.textContent === '{to}'");
    }

    private void RenameRefused(string from, string taken)
    {
        var last = LastCall();
        TypeName(from, taken, StartByKey);
        var call = Answered("rename_object", last);
        Expect(call.State == "failed" && call.Result.Contains(taken, StringComparison.Ordinal), $"The call ended with '{call.Result}'.");
        _page.Until("the field shows the error", "document.querySelector('.bubble') && document.querySelector('.edit.wrong')");
        Expect(OnMain(scene => scene.Find(from) is not null), "The scene was renamed all the same.");
        _input.Key("Escape");
        _page.Until("the field is closed", "!document.querySelector('.edit, .bubble')");
    }

    private void TypeName(string from, string to, Action<int> start)
    {
        var id = OnMain(scene => scene.Find(from)!.Id);
        start(id);
        _page.Until("the name can be edited", $"document.activeElement?.matches('#row-{id} .edit')");
        _input.Type(to);
        _page.Until($"the field has '{to}' as it was typed", $"document.activeElement?.value === '{to}'");
        _input.Key("Return");
    }

    private void StartByDoubleClick(int id)
    {
        var (x, y) = _page.PointOf($"#row-{id} .name", along: 0.2);
        _input.DoubleClick(x, y);
    }

    private void StartByKey(int id)
    {
        // Renaming left the object selected and gave the keyboard back to the outliner: no pointer is needed.
        _page.Until("the outliner has the keyboard and the object", $"document.activeElement?.id === 'tree' && sceneEditor.state().selected === {id}");
        _input.Key("F2");
    }

    private void DragSlider()
    {
        var id = OnMain(scene => scene.Find("cube1")!.Id);
        Click($"#row-{id} .name");
        _page.Until("the properties are the cube's", $"document.querySelector('#subject').textContent === '#{id}'");
        var before = OnMain(scene => scene.Get(id).TranslateY);
        var share = (before + 4) / 12;
        var (x, y) = _page.PointOf("#field-translateY", along: share);
        var width = _page.Ask<double>("document.querySelector('#field-translateY').getBoundingClientRect().width");

        // Out, back, and out again, a small move sixty times a second, as a hand does it.
        const int Moves = 90;
        var start = Stopwatch.GetTimestamp();
        _input.MoveTo(x, y);
        _input.Press();
        for (var move = 1; move <= Moves; move++)
        {
            var path = 1.25 * move / Moves;
            _input.MoveTo(x + width * (path < 0.55 ? path : path < 1.05 ? 1.1 - path : path - 1), y);
            var due = TimeSpan.FromSeconds(move / 60.0) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
                Thread.Sleep(due);
        }

        _input.Release();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // The page may still be behind the pointer: what counts is the value at which it let go.
        _page.Until("the slider has moved and was let go", $"!sceneEditor.state().dragging && Math.abs({SliderValue} - {Number(before)}) > .2");
        PageProbe.Until("the scene has the slider's value", () => Math.Abs(OnMain(scene => scene.Get(id).TranslateY) - _page.Ask<double>(SliderValue)) < 1e-9);
        _page.Until("every value is answered", "sceneEditor.calls().every(call => call.open === 0)");
        var call = _page.Calls().Last(record => record.Method == "set_property");
        Expect(call.State == "ok" && call.Thread == "main", $"set_property ended with '{call.Result}' on '{call.Thread}'.");
        Expect(call.Count >= 10, $"Only {call.Count} values reached the host.");
        _transcript.Note($"{call.Count} values in {seconds:0.00} s ({call.Count / seconds:0}/s)");
    }

    private const string SliderValue = "Number(document.querySelector('#field-translateY').value)";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private void UndoAndRedo()
    {
        var id = OnMain(scene => scene.Find("cube1")!.Id);
        var dragged = OnMain(scene => scene.Get(id).TranslateY);
        _input.Key("z", control: true);
        PageProbe.Until("the drag is undone", () => Math.Abs(OnMain(scene => scene.Get(id).TranslateY) - dragged) > 0.2);
        _page.Until("redo can be clicked", "!document.querySelector('[data-action=redo]').disabled");
        Click("[data-action=redo]");
        PageProbe.Until("the drag is done again", () => OnMain(scene => scene.Get(id).TranslateY).Equals(dragged));
        _page.Until("the slider shows it", $"Math.abs({SliderValue} - {Number(dragged)}) < .006");
    }

    private void Save()
    {
        var last = LastCall();
        Click("[data-action=save]");
        _page.Until("the save has begun", "document.querySelector('[data-action=save]').classList.contains('busy')");
        var start = Stopwatch.GetTimestamp();
        Expect(_page.Ask<int>("6 * 7") == 42, "The page cannot count.");
        var answer = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var call = Answered("save_scene", last);
        Expect(call is { State: "ok", Thread: "main" }, $"The save ended with '{call.Result}' on '{call.Thread}'.");
        Expect(!OnMain(scene => scene.IsDirty), "The scene still has unsaved changes.");
        Expect(File.Exists(Path.Combine(_options.SaveFolder, OnMain(scene => scene.Name))), "There is no file.");
        _page.Until("the mark for unsaved changes is gone", "document.getElementById('dirty').hidden");
        _transcript.Note($"while the main thread was busy, the page answered a sync eval in {answer:0.00} ms");
    }

    private void TouchFromWrongThread()
    {
        var last = LastCall();
        var before = OnMain(scene => scene.Version);
        Click("[data-action=unsafe]");
        var call = Answered("touch_from_view_thread", last);
        Expect(call is { State: "failed", Thread: "view" }, $"The call ended with '{call.Result}' on '{call.Thread}'.");
        Expect(OnMain(scene => scene.Version) == before, "The scene was changed from the wrong thread.");
        _page.Until("the panel shows the error", $"document.querySelector('.toast.error strong')?.textContent.includes('{nameof(SceneThreadException)}')");
    }

    private void BakeAndCancel()
    {
        var last = LastCall();
        Click("[data-action=bake]");
        _page.Until("the bar moves", "Number(document.querySelector('.progress').getAttribute('aria-valuenow')) >= 15");
        Click("[data-action=cancel-bake]");
        var cancel = Answered("cancel_bake", last);
        Expect(cancel is { State: "ok", Thread: "view" }, $"The cancel ended with '{cancel.Result}' on '{cancel.Thread}'.");
        var call = Answered("bake", last);
        Expect(call.State == "ok" && call.Result.StartsWith("cancelled", StringComparison.Ordinal), $"The bake ended with '{call.Result}'.");
        Expect(OnMain(scene => scene.Nodes.All(node => node.Baked is null)), "A cancelled bake has changed the scene.");
    }

    private void Delete(string name)
    {
        var id = OnMain(scene => scene.Find(name)!.Id);
        Click($"#row-{id} .name");
        _page.Until($"{name} is selected", $"sceneEditor.state().selected === {id}");
        _input.Key("Delete");
        PageProbe.Until($"{name} is gone from the scene", () => OnMain(scene => scene.Find(name) is null));
        _page.Until($"{name} is gone from the outliner", $"!document.getElementById('row-{id}')");
    }

    private void DismissMessages()
    {
        _input.Key("Escape");
        _page.Until("no message is left", "document.getElementById('toasts').childElementCount === 0");
    }

    private void BakeAndTakePicture()
    {
        var last = LastCall();
        Click($"#row-{OnMain(scene => scene.Find("orb")!.Id)} .name");
        Click("[data-action=bake]");
        _page.Until("the bake is half done", "Number(document.querySelector('.progress').getAttribute('aria-valuenow')) >= 55");
        TakePicture();
        var call = Answered("bake", last);
        Expect(call is { State: "ok", Thread: "main" }, $"The bake ended with '{call.Result}' on '{call.Thread}'.");
        Expect(OnMain(scene => scene.Nodes.Where(node => node.IsMesh).All(node => node.Baked is not null)), "Not every mesh is baked.");
        _page.Until("the page has the baked values", "sceneEditor.state().nodes.some(node => node.baked !== null)");
    }

    private void TakePicture()
    {
        var png = _editor.View.CaptureScreenshotAsync().WaitAsync(TimeSpan.FromSeconds(20)).GetAwaiter().GetResult();
        Directory.CreateDirectory(Path.GetDirectoryName(_options.Picture)!);
        File.WriteAllBytes(_options.Picture, png);
    }
}
