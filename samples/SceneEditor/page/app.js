// The panel's wiring: buttons and keys to calls, events of the host to what is drawn.

import { call, on, ready, connected, records, totals, listenForTraces } from "./js/host.js";
import { scene, accept, select, birthplace, sizeOf, selectedNode, onScene } from "./js/scene.js";
import { startOutliner, beginRename, renameState } from "./js/outliner.js";
import { startProperties } from "./js/properties.js";
import { startViewport } from "./js/viewport.js";
import { startCalls } from "./js/calls.js";
import { startJob, toggleBake } from "./js/job.js";
import { toast, failed, dismissToasts } from "./js/messages.js";
import { element } from "./js/dom.js";

const button = action => document.querySelector(`[data-action="${action}"]`);

async function create(kind) {
  try {
    const made = await call("create_object", { kind, parent: birthplace() }, { say: node => `${node.name} #${node.id}` });
    select(made.id);
    document.getElementById("tree").focus();
  } catch (error) { failed("Not created", error); }
}

const rename = async (id, name) => { await call("rename_object", { id, name }, { say: node => node.name }); };

async function remove() {
  const node = selectedNode();
  if (!node) return;
  const count = sizeOf(node.id);
  try {
    await call("delete_object", { id: node.id }, { say: gone => `${gone.count} deleted` });
    toast({ title: count === 1 ? `${node.name} deleted` : `${node.name} and ${count - 1} below it deleted`, act: { label: "Undo", run: undo } });
  } catch (error) { failed("Not deleted", error); }
}

async function duplicate() {
  const node = selectedNode();
  if (!node) return;
  try {
    const made = await call("duplicate_object", { id: node.id }, { say: copy => `${copy.name} #${copy.id}` });
    select(made.id);
  } catch (error) { failed("Not duplicated", error); }
}

const show = (id, visible) => call("set_visible", { id, visible }, { say: () => (visible ? "shown" : "hidden") }).catch(error => failed("Not changed", error));
const undo = () => call("undo", undefined, { say: step => step.name }).catch(error => failed("Nothing undone", error));
const redo = () => call("redo", undefined, { say: step => step.name }).catch(error => failed("Nothing redone", error));

// While the host is busy the newest value of each property waits here: a slow host is never sent a queue of old ones.
const stream = { open: 0, waiting: new Map() };

function change(id, property, value, gesture) {
  if (stream.open >= 4) { stream.waiting.set(`${id} ${property}`, [id, property, value, gesture]); return; }
  stream.open += 1;
  const sent = call("set_property", { id, property, value, gesture: gesture.number }, { share: gesture.record, say: () => `${property} ${value.toFixed(2)}` });
  gesture.record ??= records[0];
  sent.catch(error => failed("Not changed", error)).finally(() => {
    stream.open -= 1;
    const [next] = stream.waiting;
    if (next === undefined) return;
    stream.waiting.delete(next[0]);
    change(...next[1]);
  });
}

async function save() {
  const tool = button("save");
  if (tool.disabled) return;
  tool.disabled = true;
  tool.classList.add("busy");
  try {
    const saved = await call("save_scene", undefined, { say: file => `${file.objects} objects, ${file.bytes} bytes` });
    toast({ title: `Saved ${saved.file}`, text: `${saved.objects} objects, ${saved.bytes} bytes` });
  } catch (error) { failed("Not saved", error); }
  tool.classList.remove("busy");
  tool.disabled = false;
}

async function turn(to) {
  try {
    const { turning } = await call("set_turning", { on: to }, { say: state => (state.turning ? "turning" : "still") });
    button("turn").setAttribute("aria-pressed", String(turning));
  } catch (error) { failed("Not changed", error); }
}

const unsafe = () => call("touch_from_view_thread", undefined, { say: () => "touched" }).catch(error => failed("Refused", error));

function onKey(event) {
  if (event.target.matches("input:not([type=range])")) return;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const run = command && key === "z" ? (event.shiftKey ? redo : undo)
    : command && key === "y" ? redo
    : command && key === "s" ? save
    : command && key === "d" ? duplicate
    : event.key === "Delete" && !event.target.closest("#tree") ? remove : null;
  if (!run) return;
  event.preventDefault();
  run();
}

/** Escape takes the messages away first; only then is it the outliner's. */
function onEscape(event) {
  if (event.key === "Escape" && !event.target.matches("input:not([type=range])") && dismissToasts()) event.stopPropagation();
}

function refresh() {
  document.getElementById("scene-name").textContent = scene.name;
  document.getElementById("dirty").hidden = !scene.dirty;
  for (const [action, step] of [["undo", scene.undo], ["redo", scene.redo]]) {
    const tool = button(action);
    tool.disabled = step === null;
    tool.title = `${action === "undo" ? "Undo" : "Redo"}${step ? ` ${step}` : ""} (Ctrl+${action === "undo" ? "" : "Shift+"}Z)`;
  }
  for (const action of ["duplicate", "delete"]) button(action).disabled = scene.selected === 0;
}

async function start() {
  for (const tool of document.querySelectorAll("[data-create]")) tool.addEventListener("click", () => create(tool.dataset.create));
  const actions = { undo, redo, save, duplicate, unsafe, delete: remove, bake: toggleBake, turn: () => turn(button("turn").getAttribute("aria-pressed") !== "true") };
  for (const [action, run] of Object.entries(actions)) button(action).addEventListener("click", () => run());
  addEventListener("keydown", onKey);
  addEventListener("keydown", onEscape, true);
  addEventListener("contextmenu", event => { if (!event.target.matches("input")) event.preventDefault(); });

  startOutliner({ rename, remove, show });
  startProperties(change);
  startCalls();
  startJob();
  startViewport();
  onScene(refresh);

  await ready();
  listenForTraces();
  on("scene_changed", accept);
  on("auroraview:host_busy", ({ busy }) => { document.getElementById("busy").hidden = !busy; });
  accept(await call("get_scene", undefined, { say: snapshot => `${snapshot.nodes.length} objects` }));
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) await turn(true);
}

// For the console, and for the demo that drives this page.
window.sceneEditor = Object.freeze({
  rename: beginRename,
  state: () => ({ selected: scene.selected, dragging: scene.held !== null, version: scene.version, nodes: [...scene.nodes.values()], ...renameState() }),
  calls: () => records.map(({ id, method, count, open, state, thread, threadId, result, ms }) => ({ id, method, count, open, state, thread, threadId, result, ms })).reverse(),
  totals: () => ({ ...totals }),
});

if (connected) start().catch(error => failed("The panel did not start", error));
else document.body.append(element("div", { class: "offline" }, element("strong", { text: "No host" }), element("span", { text: "This page is a panel: start the SceneEditor sample to see it alive." })));
