// The page's side of the bridge. Runs before any script of the page, once a document, in the top frame only.
//
// Everything it uses later is taken here, before the page can change it, and what could still be changed under it is
// avoided: no look-up on a prototype of the page's, no iterator, no array method, no inherited property of an option
// or descriptor object. `__AURORAVIEW_CONFIG__` is replaced by AuroraView with this view's settings.
((config) => {
  'use strict';
  const page = window;
  if (page.top !== page) return;
  const { defineProperty, freeze, keys: keysOf, getPrototypeOf, getOwnPropertyDescriptor, prototype: objectPrototype } = Object;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const has = uncurry(objectPrototype.hasOwnProperty);
  if (has(page, 'auroraview')) return;

  const webView2 = page.chrome && page.chrome.webview;
  const channel = webView2 || (page.webkit && page.webkit.messageHandlers[config.handler]);
  if (!channel) return;

  const post = channel.postMessage.bind(channel);
  const { parse, stringify } = JSON;
  const PagePromise = Promise;
  const PageMap = Map;
  const then = uncurry(Promise.prototype.then);
  const later = queueMicrotask.bind(page);
  const startTimer = setTimeout.bind(page);
  const stopTimer = clearTimeout.bind(page);
  const now = performance.now.bind(performance);
  const logError = console.error.bind(console);
  const { isArray } = Array;
  const { apply } = Reflect;
  const tagOf = uncurry(objectPrototype.toString);
  const numberOf = uncurry(Number.prototype.valueOf);
  const stringOf = uncurry(String.prototype.valueOf);
  const booleanOf = uncurry(Boolean.prototype.valueOf);
  const { isView } = ArrayBuffer;
  const Bytes = Uint8Array;
  const PageProxy = Proxy;
  const codeAt = uncurry(''.charCodeAt);
  const indexOf = uncurry(''.indexOf);
  const slice = uncurry(''.slice);
  const getter = (holder, name) => uncurry(getOwnPropertyDescriptor(holder, name).get);
  const { get: mapGet, set: mapSet, delete: mapDelete, forEach: eachEntry } = Map.prototype;
  const forEachEntry = uncurry(eachEntry);
  const mapSize = getter(Map.prototype, 'size');
  const forEachItem = uncurry(Set.prototype.forEach);
  const setSize = getter(Set.prototype, 'size');
  const viewLength = getter(getPrototypeOf(Uint8Array.prototype), 'length');
  const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
  const viewBuffer = getter(DataView.prototype, 'buffer');
  const viewStart = getter(DataView.prototype, 'byteOffset');
  const viewBytes = getter(DataView.prototype, 'byteLength');
  const nodeName = typeof Node === 'function' ? getter(Node.prototype, 'nodeName') : null;
  const eventType = has(Event.prototype, 'type') ? getter(Event.prototype, 'type') : null;
  const listen = uncurry(EventTarget.prototype.addEventListener);
  const unlisten = uncurry(EventTarget.prototype.removeEventListener);
  const isAborted = getter(AbortSignal.prototype, 'aborted');
  const rangeError = RangeError.prototype;
  const PageError = Error;
  const errorPrototype = Error.prototype;

  const { token, maxBytes, maxDepth, maxName, maxBuffered, maxPending, maxPendingBytes } = config;
  const maxPayload = maxBytes - 4096;

  // Own properties of the map itself, so that calls stay as fast as the engine's own and out of the page's reach.
  const hide = (holder, name, value) => defineProperty(holder, name, { __proto__: null, value });
  const newMap = () => {
    const map = new PageMap();
    hide(map, 'get', mapGet);
    hide(map, 'set', mapSet);
    hide(map, 'delete', mapDelete);
    return map;
  };

  const random = crypto.getRandomValues(new Uint32Array(2));
  const documentId = (random[0] & 0x1fffff) * 0x100000000 + random[1] || 1;
  const documentText = '' + documentId;
