// A page to test the script in: a realm of its own, with what an engine provides, and a host that reads its messages.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const folder = fileURLToPath(new URL('../../src/AuroraView/Bridge/Page/', import.meta.url));
const template = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .sort()
  .map((name) => readFileSync(folder + name, 'utf8'))
  .join('\n');

export const token = '0123456789ABCDEF0123456789ABCDEF';

export const documentScript = (limits = {}) => {
  const config = {
    token,
    handler: 'auroraview',
    deliver: '__auroraview_deliver',
    evaluate: '__auroraview_eval',
    source: 'auroraview:eval',
    maxBytes: 64 * 1024 * 1024,
    maxDepth: 64,
    maxName: 256,
    maxBuffered: 10_000,
    maxPending: 10_000,
    maxPendingBytes: 32 * 1024 * 1024,
    ...limits,
  };
  return template.replace('__AURORAVIEW_CONFIG__)', `${JSON.stringify(config)})`);
};

// The page's own, so that a test may spoil them without spoiling the test runner's. Private fields and plain
// links only: they must go on working in a page that spoils everything else.
const eventClasses = `
  globalThis.Event = class Event { type; constructor(type) { this.type = type; } };
  globalThis.EventTarget = class EventTarget {
    #first = null;
    addEventListener(type, callback) { this.#first = { type, callback, next: this.#first }; }
    removeEventListener(type, callback) { for (let l = this.#first; l !== null; l = l.next) if (l.type === type && l.callback === callback) l.callback = null; }
    static raise(target, type) { for (let l = target.#first; l !== null; l = l.next) if (l.type === type && l.callback !== null) { const { callback } = l; callback(); } }
  };
  globalThis.AbortSignal = class AbortSignal extends EventTarget {
    #aborted = false;
    static #raise = EventTarget.raise;
    get aborted() { return this.#aborted; }
    static abort(signal) { if (signal.#aborted) return; signal.#aborted = true; const raise = AbortSignal.#raise; raise(signal, 'abort'); }
  };
  globalThis.AbortController = class AbortController { signal = new AbortSignal(); abort() { AbortSignal.abort(this.signal); } };`;

export const createPage = ({ limits, engine = 'webkit', readyState = 'complete', prelude = '', subframe = false, install = true } = {}) => {
  const posted = [];
  const consoleErrors = [];
  const domListeners = new EventTarget();
  const timers = new Map();
  let lastTimer = 0;
  const clock = { time: 0 };
  const handler = { postMessage: (text) => void posted.push(text) };
  const sandbox = vm.createContext({});
  const provide = {
    queueMicrotask: (job) => queueMicrotask(job),
    setTimeout: (job, delay) => {
      timers.set(++lastTimer, { job, delay });
      return lastTimer;
    },
    clearTimeout: (id) => timers.delete(id),
    performance: { now: () => clock.time },
    console: { error: (...args) => consoleErrors.push(args), log() {} },
    crypto: globalThis.crypto,
    location: { href: 'auroraview://app/index.html' },
    document: {
      readyState,
      addEventListener: (name, listener) => domListeners.addEventListener(name, listener),
    },
    addEventListener: (name, listener) => domListeners.addEventListener(`window:${name}`, listener),
    dispatchEvent: (event) => domListeners.dispatchEvent(new Event(`window:${event.type}`)),
    ...(engine === 'webkit' ? { webkit: { messageHandlers: { auroraview: handler } } } : {}),
    ...(engine === 'webview2' ? { chrome: { webview: handler } } : {}),
  };
  Object.assign(sandbox, provide);
  // Typed arrays of this realm are foreign to the page's: random numbers must fill the page's own.
  sandbox.fill = (array) => globalThis.crypto.getRandomValues(new Uint32Array(array.length)).forEach((n, i) => (array[i] = n));
  vm.runInContext(
    `var window = globalThis; var top = ${subframe ? '{}' : 'globalThis'};
     ${eventClasses}
     crypto = { getRandomValues(array) { fill(array); return array; } };`,
    sandbox,
  );
  const run = (code) => vm.runInContext(code, sandbox);
  if (prelude) run(prelude);
  if (install) run(documentScript(limits));

  const page = {
    run,
    posted,
    consoleErrors,
    timers,
    clock,
    parsed: () => domListeners.dispatchEvent(new Event('DOMContentLoaded')),
    raise: (type, parts) => domListeners.dispatchEvent(Object.assign(new Event(`window:${type}`, { cancelable: true }), parts)),
    // Host to page: operations as the writer makes them.
    deliver: (...operations) => run(`__auroraview_deliver(${JSON.stringify(JSON.stringify(operations))})`),
    evaluate: (script) => run(script),
    fire: (id) => {
      const timer = timers.get(id);
      timers.delete(id);
      timer.job();
    },
    // Page to host: every item since the last call.
    items: async () => {
      await settle();
      const all = [];
      for (const text of posted.splice(0)) {
        if (!text.startsWith(token)) throw new Error(`no token: ${text.slice(0, 80)}`);
        const [document, ...items] = JSON.parse(text.slice(token.length));
        page.document = document;
        all.push(...items);
      }
      return all;
    },
  };
  if (install && !subframe && engine !== 'none') {
    const [document] = JSON.parse(posted[0].slice(token.length));
    page.document = document;
  }
  return page;
};

export const settle = () => new Promise((resolve) => setImmediate(resolve));
