// The way to the host: AuroraView's page API, plus a record of each call for the strip at the bottom.

const bridge = window.auroraview;

/** Whether the page lives in a panel at all. */
export const connected = bridge !== undefined;

/** Latest calls first. A gesture's calls (a dragged slider) share one record. */
export const records = [];
export const totals = { calls: 0, failed: 0 };
const keep = 200;
const watchers = new Set();
const untraced = new Map();
let nextId = 1;

export const onRecords = watcher => { watchers.add(watcher); };
const changed = record => { for (const watcher of watchers) watcher(record); };

/**
 * Calls the host and records how it went.
 * @param {string} method
 * @param {object} [params]
 * @param {{ share?: object, say?: (result: any) => string }} [options] share: the record of an earlier call of the same gesture
 */
export async function call(method, params, { share = null, say = () => "done" } = {}) {
  const record = share ?? open(method);
  record.count += 1;
  record.open += 1;
  totals.calls += 1;
  const trace = { record, settled: false };
  const waiting = untraced.get(method) ?? [];
  untraced.set(method, waiting);
  waiting.push(trace);

  const start = performance.now();
  try {
    const result = await bridge.call(method, params);
    close(record, "ok", say(result), performance.now() - start);
    return result;
  } catch (error) {
    totals.failed += 1;
    close(record, "failed", `${error.code ?? error.name}: ${error.message}`, performance.now() - start);
    throw error;
  } finally {
    const at = waiting.indexOf(trace);
    if (at >= 0) waiting.splice(at, 1);
  }
}

/** Listens to an event of the host. */
export const on = (name, listener) => bridge.on(name, listener);

export const ready = () => bridge.whenReady();

function open(method) {
  const record = { id: nextId++, method, count: 0, open: 0, state: "pending", thread: "", threadId: 0, result: "", ms: 0, at: new Date(), began: performance.now() };
  records.unshift(record);
  if (records.length > keep) records.length = keep;
  changed(record);
  return record;
}

function close(record, state, result, ms) {
  record.open -= 1;
  record.state = state;
  record.result = result;
  record.ms = ms;
  changed(record);
}

/** The host says on which thread a handler has begun: for each method in the order of its calls. */
export function listenForTraces() {
  on("call_trace", ({ method, thread, threadId }) => {
    const trace = untraced.get(method)?.shift();
    if (trace === undefined) return;
    trace.record.thread = thread;
    trace.record.threadId = threadId;
    changed(trace.record);
  });
}
