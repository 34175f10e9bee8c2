// The long job: it runs on a worker of the host, reports progress and can be cancelled.

import { call, on } from "./host.js";
import { failed, toast } from "./messages.js";
import { duration } from "./calls.js";

const job = document.getElementById("job");
const bake = job.querySelector('[data-action="bake"]');
const cancel = job.querySelector('[data-action="cancel-bake"]');
const bar = job.querySelector(".progress");
const text = document.getElementById("job-text");
let running = false;

export function startJob() {
  cancel.addEventListener("click", stop);
  on("bake_progress", ({ done, total, label }) => { if (running) report(done / total, `${done} / ${total}  ${label}`); });
}

function report(part, words) {
  bar.firstElementChild.style.transform = `scaleX(${part})`;
  bar.setAttribute("aria-valuenow", String(Math.round(part * 100)));
  text.textContent = words;
}

export async function toggleBake() {
  if (running) return;
  running = true;
  job.classList.remove("failed");
  bake.disabled = true;
  cancel.hidden = false;
  cancel.disabled = false;
  report(0, "Starting");
  try {
    const result = await call("bake", undefined, { say: done => (done.cancelled ? `cancelled after ${done.passes} passes` : `${done.meshes} meshes, ${done.passes} passes`) });
    if (result.cancelled) {
      job.classList.add("failed");
      text.textContent = `Cancelled after ${result.passes} of ${result.total}`;
    } else {
      report(1, `Baked ${result.meshes} meshes in ${duration(result.milliseconds)}`);
      toast({ title: "Bake done", sign: "i-bake", text: `${result.meshes} meshes, ${result.rays} rays` });
    }
  } catch (error) {
    job.classList.add("failed");
    text.textContent = "Not baked";
    failed("Not baked", error);
  } finally {
    running = false;
    bake.disabled = false;
    cancel.hidden = true;
  }
}

async function stop() {
  cancel.disabled = true;
  try { await call("cancel_bake", undefined, { say: answer => (answer.running ? "asked to stop" : "nothing ran") }); }
  catch (error) { failed("Not cancelled", error); }
}
