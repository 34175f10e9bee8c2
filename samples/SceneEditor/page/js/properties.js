// The property area. A dragged slider is one gesture: one undo step, one change in 12 ms at most.

import { scene, kinds, selectedNode, notify, onScene } from "./scene.js";
import { element, icon } from "./dom.js";

const fields = document.getElementById("fields");
const subject = document.getElementById("subject");

const transform = [
  { property: "translateX", label: "Translate X", axis: "x", min: -8, max: 8, step: .01 },
  { property: "translateY", label: "Translate Y", axis: "y", min: -4, max: 8, step: .01 },
  { property: "translateZ", label: "Translate Z", axis: "z", min: -8, max: 8, step: .01 },
  { property: "rotateY", label: "Rotate Y", axis: "y", min: -180, max: 180, step: .5 },
];
const size = { property: "scale", label: "Scale", min: .1, max: 4, step: .01 };
const byKind = {
  group: [...transform, size],
  cube: [...transform, size],
  sphere: [...transform, size],
  light: [...transform.slice(0, 3), { property: "intensity", label: "Intensity", tint: "warm", min: 0, max: 4, step: .01, section: "Light" }],
  camera: [...transform, { property: "focalLength", label: "Focal mm", min: 12, max: 135, step: 1, section: "Lens" }],
};

let shown = 0;
let rows = [];
let change = () => {};
let gesture = null;
let nextGesture = 1;
// A little less than a frame of a 60 Hz display: each of its moves goes out, a faster pointer's are merged.
const gap = 12;

/** @param {(id: number, property: string, value: number, gesture: object) => void} given sends one value; called once in 12 ms at most */
export function startProperties(given) {
  change = given;
  onScene(() => { if (scene.selected !== shown) build(); update(); });
  build();
}

function build() {
  const node = selectedNode();
  shown = scene.selected;
  rows = [];
  subject.textContent = node ? `#${node.id}` : "";
  if (!node) {
    fields.replaceChildren(element("p", { class: "empty", text: "Select an object in the outliner or in the viewport." }));
    return;
  }
  const name = element("span", { text: node.name });
  const parts = [element("div", { class: "subject" }, icon(kinds[node.kind].icon, `k-${node.kind}`), name, element("span", { class: "kind", text: kinds[node.kind].label }))];
  rows.push(now => { name.textContent = now.name; });
  for (const field of byKind[node.kind]) {
    if (field.section) parts.push(element("div", { class: "section", text: field.section }));
    parts.push(buildField(node, field));
  }
  if (node.kind === "cube" || node.kind === "sphere") {
    const baked = element("output");
    rows.push(now => { baked.textContent = now.baked === null ? "not baked" : `${Math.round(now.baked * 100)} % open`; });
    parts.push(element("div", { class: "section", text: "Surface" }), element("div", { class: "field" }, element("label", { text: "Occlusion" }), baked));
  }
  fields.replaceChildren(...parts);
}

function buildField(node, { property, label, axis, tint, min, max, step }) {
  const look = axis ? `axis-${axis}` : tint ?? "";
  const id = `field-${property}`;
  const slider = element("input", { type: "range", id, class: look, min, max, step });
  const number = element("input", { type: "number", min, max, step, "aria-label": `${label}, number`, "data-number": property });
  const caption = element("label", { for: id });
  const words = label.split(" ");
  caption.append(axis ? `${words[0]} ` : label);
  if (axis) caption.append(element("b", { class: look, text: words[1] }));

  rows.push(now => {
    const value = now[property];
    if (document.activeElement !== slider || gesture === null) slider.value = value;
    if (document.activeElement !== number) number.value = value.toFixed(step < 1 ? 2 : 0);
    slider.style.setProperty("--at", `${100 * (slider.value - min) / (max - min)}%`);
  });
  slider.addEventListener("input", () => hold(node.id, property, Number(slider.value)));
  slider.addEventListener("change", release);
  number.addEventListener("change", () => {
    if (!Number.isFinite(number.valueAsNumber)) return update();
    hold(node.id, property, Math.min(max, Math.max(min, number.valueAsNumber)));
    release();
  });
  number.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === "Escape") number.blur(); });
  return element("div", { class: "field" }, caption, slider, number);
}

/** The newest value of a gesture: the first goes to the host at once, later ones with a gap, however slowly the page is drawn. */
function hold(id, property, value) {
  gesture ??= { number: nextGesture++, timer: 0, due: 0, sent: NaN };
  scene.held = { id, property, value };
  scene.nodes.get(id)[property] = value;
  const wait = gesture.due - performance.now();
  if (wait <= 0) send();
  else if (gesture.timer === 0) gesture.timer = setTimeout(send, wait);
  notify("held");
}

function send() {
  clearTimeout(gesture.timer);
  gesture.timer = 0;
  const { id, property, value } = scene.held;
  if (value === gesture.sent) return;
  gesture.sent = value;
  gesture.due = performance.now() + gap;
  change(id, property, value, gesture);
}

/** The pointer is up: its last value is sent, and the host's values count again. */
function release() {
  if (gesture === null) return;
  send();
  gesture = null;
  scene.held = null;
}

function update() {
  const node = selectedNode();
  if (node) for (const row of rows) row(node);
}
