// The strip: draws the newest records of host.js, at most once a frame.

import { records, totals, onRecords } from "./host.js";
import { element } from "./dom.js";

const list = document.getElementById("calls");
const stats = document.getElementById("call-stats");
const shown = 60;
const drawn = new Map();
let frame = 0;

export function startCalls() {
  onRecords(record => { drawn.get(record.id)?.classList.add("stale"); schedule(); });
  draw();
}

function schedule() {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw() {
  frame = 0;
  if (records.length === 0) {
    list.replaceChildren(element("p", { class: "empty", text: "Each call to the host appears here." }));
    return;
  }
  const latest = records.slice(0, shown);
  const rows = latest.map(record => {
    const row = drawn.get(record.id);
    if (row && !row.classList.contains("stale")) return row;
    const made = drawRow(record);
    row?.replaceWith(made);
    drawn.set(record.id, made);
    return made;
  });
  if (list.firstChild !== rows[0] || list.childElementCount !== rows.length) list.replaceChildren(...rows);
  const alive = new Set(latest.map(record => record.id));
  for (const id of drawn.keys()) if (!alive.has(id)) drawn.delete(id);
  stats.textContent = totals.failed ? `${totals.calls} calls, ${totals.failed} refused` : `${totals.calls} calls`;
}

function drawRow(record) {
  const method = element("span", { class: "method", text: record.method });
  if (record.count > 1) method.append(element("span", { class: "times", text: `×${record.count}` }));
  const time = element("span", { class: "time" });
  const bar = element("i");
  // A tenth of a millisecond to ten seconds, logarithmically.
  bar.style.width = `${Math.max(2, Math.min(56, 11.2 * (Math.log10(Math.max(record.ms, .1)) + 1)))}px`;
  if (record.state === "pending") bar.style.width = "56px";
  time.append(bar, record.state === "pending" ? "…" : duration(record.ms));
  return element("div", { class: `call ${record.state}`, "data-method": record.method },
    element("span", { class: "at", text: record.at.toTimeString().slice(0, 8) }),
    method,
    element("span", { class: `thread ${record.thread}`, text: record.thread ? `${record.thread} · ${record.threadId}` : record.state === "failed" ? "not run" : "…" }),
    element("span", { class: "result", text: record.state === "pending" ? "running" : record.result, title: record.result }),
    time);
}

// The page's clock counts whole milliseconds.
export const duration = ms => ms < 1 ? "< 1 ms" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
