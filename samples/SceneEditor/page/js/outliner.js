// The tree: selection, keyboard, renaming in place.

import { scene, kinds, childrenOf, select, selectedNode, onScene } from "./scene.js";
import { icon, element } from "./dom.js";
import { showBubble, hideBubble } from "./messages.js";

const tree = document.getElementById("tree");
const filter = document.getElementById("filter");
const folded = new Set();
const known = new Set();
const drawn = new Map();
let editing = null;
let actions = {};
let stale = false;

/** @param {{ rename(id: number, name: string): Promise<void>, remove(): void, show(id: number, visible: boolean): void }} given */
export function startOutliner(given) {
  actions = given;
  onScene(what => { if (what !== "held") render(); });
  filter.addEventListener("input", render);
  filter.addEventListener("keydown", event => { if (event.key === "Escape") { filter.value = ""; render(); tree.focus(); } });
  tree.addEventListener("pointerdown", onPointer);
  tree.addEventListener("dblclick", event => { if (!event.target.closest(".twist, .eye")) beginRename(idOf(event.target)); });
  tree.addEventListener("keydown", onKey);
}

const idOf = target => Number(target.closest?.(".row")?.dataset.id ?? 0);

function onPointer(event) {
  if (event.button !== 0 || event.target.closest("input")) return;
  const id = idOf(event.target);
  if (event.target.closest(".eye")) {
    event.preventDefault();
    actions.show(id, !scene.nodes.get(id).visible);
  } else if (event.target.closest(".twist")) {
    event.preventDefault();
    fold(id, !folded.has(id));
  } else {
    select(id);
  }
}

function fold(id, shut) {
  if (shut) folded.add(id); else folded.delete(id);
  render();
}

function onKey(event) {
  if (editing || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = visibleNodes();
  const at = rows.findIndex(row => row.node.id === scene.selected);
  const node = selectedNode();
  const isOpen = node && childrenOf(node.id).length > 0 && !folded.has(node.id);
  const moves = {
    ArrowDown: () => goTo(rows[Math.min(at + 1, rows.length - 1)]),
    ArrowUp: () => goTo(rows[Math.max(at - 1, 0)]),
    Home: () => goTo(rows[0]),
    End: () => goTo(rows[rows.length - 1]),
    ArrowRight: () => node && (isOpen ? goTo(rows[at + 1]) : fold(node.id, false)),
    ArrowLeft: () => node && (isOpen ? fold(node.id, true) : node.parent && select(node.parent)),
    F2: () => beginRename(scene.selected),
    Enter: () => beginRename(scene.selected),
    Delete: () => actions.remove(),
    Escape: () => select(0),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}

function goTo(row) {
  if (!row) return;
  select(row.node.id);
  tree.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
}

/** Rows from the top as they are seen: folded groups closed, or what the filter leaves with its ancestors. */
function visibleNodes() {
  const wanted = filter.value.trim().toLowerCase();
  const rows = [];
  const walk = (node, depth) => {
    const at = rows.push({ node, depth }) - 1;
    const open = wanted !== "" || !folded.has(node.id);
    const below = open ? childrenOf(node.id).filter(child => walk(child, depth + 1)).length : 0;
    const stays = wanted === "" || below > 0 || node.name.toLowerCase().includes(wanted);
    if (!stays) rows.splice(at, 1);
    return stays;
  };
  for (const root of childrenOf(0)) walk(root, 0);
  return rows;
}

function render() {
  if (editing) { stale = true; return; }
  stale = false;
  const seen = visibleNodes();
  const first = drawn.size === 0;
  let born = null;
  const rows = seen.map(({ node, depth }) => {
    const look = lookOf(node, depth);
    let row = drawn.get(node.id);
    if (row?.look !== look) {
      const isNew = !first && !known.has(node.id);
      row = { look, box: drawRow(node, depth, isNew) };
      drawn.set(node.id, row);
      if (isNew) born = row.box;
    }
    row.box.setAttribute("aria-selected", String(node.id === scene.selected));
    known.add(node.id);
    return row.box;
  });
  for (const id of drawn.keys()) if (!scene.nodes.has(id)) drawn.delete(id);
  if (rows.length === 0) rows.push(element("p", { class: "empty", text: scene.nodes.size === 0 ? "The scene is empty. Create something above." : "No object has that name." }));
  // Rows stay the same elements while nothing about them changes: a click that re-renders keeps its double click.
  if (rows.length !== tree.childElementCount || rows.some((row, at) => row !== tree.children[at])) {
    const top = tree.scrollTop;
    tree.replaceChildren(...rows);
    tree.scrollTop = top;
  }
  born?.scrollIntoView({ block: "nearest" });
  document.getElementById("node-count").textContent = String(scene.nodes.size);
  if (seen.some(({ node }) => node.id === scene.selected)) tree.setAttribute("aria-activedescendant", `row-${scene.selected}`);
  else tree.removeAttribute("aria-activedescendant");
}

const lookOf = (node, depth) => `${depth} ${node.kind} ${node.visible} ${childrenOf(node.id).length > 0} ${folded.has(node.id)} ${filter.value}/${node.name}`;

function drawRow(node, depth, born) {
  const parent = childrenOf(node.id).length > 0;
  const row = element("div", {
    class: `row${node.visible ? "" : " off"}${born ? " born" : ""}`,
    role: "treeitem",
    id: `row-${node.id}`,
    "data-id": node.id,
    "aria-level": depth + 1,
  });
  if (parent) row.setAttribute("aria-expanded", String(!folded.has(node.id) || filter.value !== ""));
  row.style.setProperty("--depth", depth);
  const eye = element("button", { class: "eye", tabindex: -1, title: node.visible ? "Hide" : "Show" }, icon(node.visible ? "i-eye" : "i-eye-off"));
  row.append(icon("i-chevron", `twist${parent ? "" : " leaf"}`), icon(kinds[node.kind].icon, `k-${node.kind}`), drawName(node.name), eye);
  return row;
}

function drawName(name) {
  const span = element("span", name.length > 24 ? { class: "name", title: name } : { class: "name" });
  const wanted = filter.value.trim().toLowerCase();
  const at = wanted === "" ? -1 : name.toLowerCase().indexOf(wanted);
  if (at < 0) span.textContent = name;
  else span.append(name.slice(0, at), element("mark", { text: name.slice(at, at + wanted.length) }), name.slice(at + wanted.length));
  return span;
}

export function beginRename(id) {
  const row = document.getElementById(`row-${id}`);
  if (editing || !row) return;
  const { name } = scene.nodes.get(id);
  const input = element("input", { class: "edit", value: name, maxlength: 64, spellcheck: "false", "aria-label": "New name" });
  editing = { id, input, busy: false };
  drawn.delete(id);
  row.querySelector(".name").replaceWith(input);
  input.focus();
  input.select();
  input.addEventListener("input", () => { input.classList.remove("wrong"); hideBubble(); });
  input.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Enter") commit(true);
    if (event.key === "Escape") endRename();
  });
  input.addEventListener("blur", () => commit(false));
}

async function commit(keepOpen) {
  const edit = editing;
  if (!edit || edit.busy) return;
  const name = edit.input.value.trim();
  if (name === scene.nodes.get(edit.id)?.name) return endRename();
  edit.busy = true;
  try {
    await actions.rename(edit.id, name);
    if (editing === edit) endRename();
  } catch (error) {
    if (!keepOpen) return endRename();
    edit.busy = false;
    edit.input.classList.add("wrong");
    edit.input.select();
    showBubble(edit.input, error.message);
  }
}

function endRename() {
  const focused = document.activeElement === editing?.input;
  editing = null;
  hideBubble();
  render();
  if (focused) tree.focus();
}

/** Whether the tree waits for a name to be typed, with newer nodes behind it. */
export const renameState = () => ({ editing: editing?.id ?? 0, stale });
