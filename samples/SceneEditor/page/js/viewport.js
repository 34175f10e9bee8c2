// The viewport: the scene drawn on a canvas whenever the host, the pointer or a slider changes something.

import { on } from "./host.js";
import { scene, select, childrenOf, onScene, notify } from "./scene.js";
import { transformOf, makeProjection, apply } from "./geometry.js";
import { drawFloor, drawShadow, drawNode, drawGizmo } from "./shapes.js";

const canvas = document.getElementById("view");
const rate = document.getElementById("host-rate");
const paint = canvas.getContext("2d");
const orbit = { yaw: .62, pitch: .4, distance: 13.5, target: [0, 1.1, 0] };
const box = { width: 0, height: 0 };
const floor = { canvas: document.createElement("canvas"), look: "" };
let frame = 0;
let spots = [];

export function startViewport() {
  new ResizeObserver(fit).observe(canvas);
  onScene(schedule);
  canvas.addEventListener("pointerdown", onPointer);
  canvas.addEventListener("wheel", onWheel, { passive: false });
  listenForFrames();
}

function fit() {
  const ratio = devicePixelRatio || 1;
  box.width = canvas.clientWidth;
  box.height = canvas.clientHeight;
  canvas.width = Math.round(box.width * ratio);
  canvas.height = Math.round(box.height * ratio);
  paint.setTransform(ratio, 0, 0, ratio, 0, 0);
  draw();
}

/** The host turns an object on its main thread and sends the newest angle. */
function listenForFrames() {
  let since = performance.now();
  let count = 0;
  on("frame", ({ id, rotateY }) => {
    const node = scene.nodes.get(id);
    const isHeld = scene.held?.id === id && scene.held.property === "rotateY";
    if (node && !isHeld) node.rotateY = rotateY;
    count += 1;
    if (scene.selected === id) notify("held"); else schedule();
  });
  setInterval(() => {
    const now = performance.now();
    const perSecond = Math.round(count * 1000 / (now - since));
    rate.textContent = perSecond > 0 ? `${perSecond} host events/s` : "";
    since = now;
    count = 0;
  }, 1000);
}

function schedule() {
  if (frame === 0) frame = requestAnimationFrame(() => { frame = 0; draw(); });
}

function draw() {
  const { width, height } = box;
  if (width === 0 || height === 0) return;
  const project = makeProjection(orbit, width, height);
  paint.clearRect(0, 0, width, height);
  const items = collect(project);
  paint.drawImage(floorFor(project, items), 0, 0, width, height);
  for (const item of items) if (item.node.kind === "cube" || item.node.kind === "sphere") drawShadow(paint, project, item);
  items.sort((a, b) => b.at[2] - a.at[2]);
  for (const item of items) drawNode(paint, project, item, item.node.id === scene.selected);
  const chosen = items.find(item => item.node.id === scene.selected);
  if (chosen) drawGizmo(paint, project, chosen);
  spots = items.map(({ node, at, reach }) => ({ id: node.id, x: at[0], y: at[1], reach }));
}

/** The floor is drawn anew only when the camera or a light has moved: it is most of a frame's work. */
function floorFor(project, items) {
  const lights = items.filter(item => item.node.kind === "light");
  const look = JSON.stringify([canvas.width, canvas.height, orbit, lights.map(({ node, matrix }) => [node.intensity, matrix])]);
  if (look !== floor.look) {
    floor.look = look;
    floor.canvas.width = canvas.width;
    floor.canvas.height = canvas.height;
    const ground = floor.canvas.getContext("2d");
    ground.scale(canvas.width / box.width, canvas.height / box.height);
    drawFloor(ground, project, lights);
  }
  return floor.canvas;
}

/** Everything visible with its matrix, where it is on the canvas and how far a click may miss it. */
function collect(project) {
  const items = [];
  const walk = (node, above) => {
    if (!node.visible) return;
    const matrix = transformOf(node, above);
    const at = project(apply(matrix, [0, 0, 0]));
    const reach = node.kind === "group" ? 9 : Math.max(12, at[3] * .5 * (node.scale ?? 1));
    items.push({ node, matrix, at, reach });
    for (const child of childrenOf(node.id)) walk(child, matrix);
  };
  for (const root of childrenOf(0)) walk(root, null);
  return items;
}

function onPointer(event) {
  if (event.button !== 0) return;
  canvas.setPointerCapture(event.pointerId);
  const from = { x: event.clientX, y: event.clientY, yaw: orbit.yaw, pitch: orbit.pitch };
  let moved = false;
  const move = now => {
    const dx = now.clientX - from.x, dy = now.clientY - from.y;
    moved ||= Math.hypot(dx, dy) > 4;
    if (!moved) return;
    orbit.yaw = from.yaw + dx * .008;
    orbit.pitch = Math.max(.04, Math.min(1.45, from.pitch + dy * .006));
    schedule();
  };
  const up = now => {
    canvas.removeEventListener("pointermove", move);
    canvas.removeEventListener("pointerup", up);
    canvas.removeEventListener("pointercancel", up);
    if (!moved && now.type === "pointerup") pick(now);
  };
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
}

/** The nearest hit; of two the one drawn last, which is in front. */
function pick(event) {
  const edge = canvas.getBoundingClientRect();
  const x = event.clientX - edge.left, y = event.clientY - edge.top;
  const hit = spots.findLast(spot => Math.hypot(spot.x - x, spot.y - y) < spot.reach);
  select(hit?.id ?? 0);
}

function onWheel(event) {
  event.preventDefault();
  orbit.distance = Math.max(5, Math.min(40, orbit.distance * Math.exp(event.deltaY * .0012)));
  schedule();
}
