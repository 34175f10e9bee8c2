// A page that replaces or poisons every built-in after the bridge is there must neither break nor observe it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createPage, settle, token } from './realm.mjs';

// What a hostile (or careless) page can do. `seen` collects every string that passes through what it replaced.
const poison = `
  globalThis.seen = { __proto__: null, length: 0 };
  const notes = seen;
  const note = (...values) => { for (let i = 0; i < values.length; i++) if (typeof values[i] === 'string') notes[notes.length++] = values[i]; };
  const lie = (name) => function (a, b) { note(name + ' was called', a, b); throw 'tampered ' + name; };
  const holders = { Object, Function, Array, String, Number, Boolean, Symbol, BigInt, Map, Set, WeakMap, Promise, JSON, Reflect, RegExp, Error,
    TypeError, RangeError, Proxy, Math, Date, ArrayBuffer, Uint8Array, DataView, EventTarget, AbortSignal, AbortController, Event };
  const own = { keys: Object.getOwnPropertyNames, symbols: Object.getOwnPropertySymbols, define: Object.defineProperty, describe: Object.getOwnPropertyDescriptor,
    proto: Object.getPrototypeOf };
  const names = own.keys(holders);
  const objectPrototype = Object.prototype;
  const arrayPrototype = Array.prototype;
  const show = String;
  const toPrimitive = Symbol.toPrimitive;
  const spoil = (holder, path) => {
    const keys = own.keys(holder);
    const symbols = own.symbols(holder);
    for (let i = 0; i < keys.length + symbols.length; i++) {
      const key = i < keys.length ? keys[i] : symbols[i - keys.length];
      const d = own.describe(holder, key);
      if (!d.configurable && !d.writable) continue;
      if (typeof key === 'symbol' && key === toPrimitive) continue;
      const label = path + '.' + show(key);
      try {
        if (typeof d.value === 'function') own.define(holder, key, { __proto__: null, value: lie(label), configurable: true, writable: true });
        else if (d.get) own.define(holder, key, { __proto__: null, get: lie(label), configurable: true });
      } catch {}
    }
  };
  const arrayIterator = own.proto(own.proto([][Symbol.iterator]()));
  const prototypes = [];
  for (let i = 0; i < names.length; i++) {
    const holder = holders[names[i]];
    if (holder.prototype && names[i] !== 'Object' && names[i] !== 'Function') prototypes.push([holder.prototype, names[i] + '.prototype']);
  }
  prototypes.push([own.proto(Uint8Array.prototype), 'TypedArray.prototype'], [own.proto([][Symbol.iterator]()), 'ArrayIterator'], [arrayIterator, 'Iterator']);
  for (let i = 0; i < names.length; i++) if (names[i] !== 'Object') spoil(holders[names[i]], names[i]);
  const statics = { Object, Function };
  for (let i = 0; i < prototypes.length; i++) spoil(prototypes[i][0], prototypes[i][1]);
  const functionNames = ['call', 'apply', 'bind', 'toString'];
  for (let i = 0; i < functionNames.length; i++) own.define(Function.prototype, functionNames[i], { __proto__: null, value: lie('Function.prototype.' + functionNames[i]), configurable: true, writable: true });
  const objectNames = ['hasOwnProperty', 'toString', 'valueOf', 'isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__', '__lookupGetter__'];
  for (let i = 0; i < objectNames.length; i++) own.define(Object.prototype, objectNames[i], { __proto__: null, value: lie('Object.prototype.' + objectNames[i]), configurable: true, writable: true });
  // Before the next step: Node's own vm module cannot define a global of a realm whose Object.prototype is poisoned.
  const globals = ['setTimeout', 'clearTimeout', 'queueMicrotask', 'console', 'crypto', 'JSON', 'Promise', 'Map', 'Set', 'Object', 'Array', 'Symbol', 'Proxy', 'Error', 'Reflect',
    'Uint8Array', 'Uint32Array', 'ArrayBuffer', 'Event', 'EventTarget', 'AbortSignal', 'dispatchEvent', 'location', 'document', 'fill'];
  for (let i = 0; i < globals.length; i++) try { globalThis[globals[i]] = lie('global ' + globals[i]); } catch {}
  if (globalThis.webkit) { webkit.messageHandlers.auroraview.postMessage = lie('postMessage'); webkit.messageHandlers = {}; globalThis.webkit = undefined; }
  // Inherited names that a careless look-up would find, and setters that a careless assignment would run.
  const inherited = ['get', 'set', 'value', 'writable', 'timeout', 'signal', 'next', 'previous', 'first', 'last', 'callback', 'code', 'data', 'type', 'stack', 'document', 'once', 'timer',
    'capture', 'passive', 'detail', 'name', 'isOnce', 'isRemoved', 'serial', 'topic', 'reject', 'resolve', 'onAbort', 'bubbles', 'cause'];
  for (let i = 0; i < inherited.length; i++) own.define(objectPrototype, inherited[i], {
    __proto__: null, get() { note('read ' + inherited[i]); return undefined; }, set(v) { note('set ' + inherited[i], v); }, configurable: true });
  for (let i = 0; i < 8; i++) own.define(arrayPrototype, i, { __proto__: null, get() { note('read index ' + i); }, set(v) { note('set index ' + i, v); }, configurable: true });
`;

const poisoned = async () => {
  const page = createPage();
  await page.items();
  // Kept by the test itself, so that it can look without what the page replaced.
  page.run('var got = { __proto__: null, n: 0 }; var keepers = { signal: new AbortController(), then: Promise.prototype.then, call: Function.prototype.call.bind(Promise.prototype.then) };');
  page.run(poison);
  return page;
};
const seen = (page) => {
  const list = page.run('seen');
  const texts = [];
  for (let i = 0; i < list.length; i++) texts.push(list[i]);
  return texts;
};
const assertUntouched = (page) => assert.deepEqual(seen(page), []);

test('the poison works: it breaks a naive bridge', async () => {
  const page = await poisoned();
  for (const naive of ['new Promise(() => {})', 'JSON.stringify(1)', '[1].push(2)', '[...[1]]', '({}).hasOwnProperty(1)', '(() => {}).call()', '[][0]', '({}).timeout'])
    page.run(`try { ${naive} } catch {}`);
  assert.ok(seen(page).length >= 7);
});

test('events reach their listeners', async () => {
  const page = await poisoned();
  page.run("auroraview.on('e', d => { got.n += d.x; }); auroraview.on('bad', () => { throw 1 }); auroraview.once('e', () => { got.n += 100; })");
  page.run('__auroraview_deliver(\'[0,"e",{"x":1},0,"kept",{"x":5},1,"bad",0,"e",{"x":2}]\', \'[0,"e",{"x":3}]\')');
  page.run("got.off = auroraview.on('kept', d => { got.n += d.x; })");
  await settle();
  page.run("got.off(); auroraview.off('e')");
  page.run('__auroraview_deliver(\'[0,"e",{"x":1000},0,"kept",{"x":1000}]\')');
  assert.equal(page.run('got.n'), 111);
  assert.equal((await page.items()).length, 1);
  assertUntouched(page);
});

test('calls go out, answers and errors come back', async () => {
  const page = await poisoned();
  page.run(`
    keepers.call(auroraview.call('a', 'text'), v => { got.a = v; }, e => { got.a = e.message; });
    keepers.call(auroraview.call('b', 5, { timeout: 5, signal: keepers.signal.signal }), v => { got.b = v; }, e => { got.b = e.code; });
    keepers.call(auroraview.call('c', 5, {}), v => { got.c = v; }, e => { got.c = e.message; });
    keepers.call(auroraview.api.scene.rename(1, 'two'), v => { got.d = v; }, e => { got.d = e.code; });
    keepers.call(auroraview.call(''), v => { got.e = v; }, e => { got.e = e.code; });
    auroraview.send_event('ev', 7);`);
  assert.deepEqual(await page.items(), [
    ['call', 1, 'a', 'text'], ['call', 2, 'b', 5], ['call', 3, 'c', 5], ['call', 4, 'scene.rename', [1, 'two']], ['event', 'ev', 7],
  ]);
  page.fire(1);
  page.run(`__auroraview_deliver('[2,${page.document},1,"yes",4,${page.document},4,{"code":"X","message":"m"},3,${page.document},3]')`);
  await settle();
  assert.deepEqual([page.run('got.a'), page.run('got.b'), page.run('got.c'), page.run('got.d'), page.run('got.e')],
    ['yes', 'Timeout', undefined, 'X', 'InvalidArguments']);
  assert.deepEqual(await page.items(), [['cancel', 2, 'timeout']]);
  assertUntouched(page);
});

test('evaluation works', async () => {
  const page = await poisoned();
  assert.equal(page.run('__auroraview_eval(0,1,0,1,()=>(1+1))'), 'v2');
  assert.equal(page.run('__auroraview_eval(0,2,0,1,()=>("a\\"b"))'), 'v"a\\"b"');
  assert.equal(page.run('__auroraview_eval(0,3,0,1,()=>{ throw "x" })'), 'e{"name":"Uncaught","message":"x"}');
  assert.equal(page.run('__auroraview_eval(1,4,0,1)'), undefined);
  assert.equal(page.run('__auroraview_eval(2,4,0,1,()=>(NaN))'), 'n"NaN"');
  assert.equal(page.run('__auroraview_eval(0,5,0,1,async()=>(5))'), 'p');
  assert.deepEqual(await page.items(), [['eval', 5, 'v', 5]]);
});

test('ready, announcement, api names and closing work', async () => {
  const page = createPage();
  await page.items();
  page.run('var got = { __proto__: null }; var call = Function.prototype.call.bind(Promise.prototype.then); var keys = Object.keys;');
  page.run(poison);
  page.run("call(auroraview.whenReady(), () => { got.ready = true; }, () => {})");
  page.run('__auroraview_deliver(\'[5,["a","b.c"]]\')');
  await settle();
  assert.equal(page.run('got.ready'), true);
  assert.equal(page.run("'a' in auroraview.api && 'c' in auroraview.api.b"), true);
  page.run("call(auroraview.call('x'), () => {}, e => { got.code = e.code; })");
  page.run("__auroraview_deliver('[6]')");
  await settle();
  assert.equal(page.run('got.code'), 'Closed');
  assertUntouched(page);
});

test('the token is nowhere the page can look', async () => {
  const page = createPage();
  page.run(`
    globalThis.texts = [];
    const visit = (value, depth) => {
      if (depth > 4 || value === null || (typeof value !== 'object' && typeof value !== 'function')) { texts.push(String(value)); return; }
      if (typeof value === 'function') texts.push(Function.prototype.toString.call(value));
      for (const key of Reflect.ownKeys(value)) { const d = Object.getOwnPropertyDescriptor(value, key); if (d && 'value' in d) visit(d.value, depth + 1); else if (d && d.get) visit(d.get, depth + 1); }
    };
    visit(auroraview, 0); visit(__auroraview_deliver, 0); visit(__auroraview_eval, 0);
    try { auroraview.send_event('') } catch (e) { texts.push(e.stack) }
  `);
  assert.ok(page.run('texts.length') > 20);
  assert.equal(page.run('texts').some((text) => text.includes(token)), false);
});

test('strict mode keeps callers out of reach', () => {
  const page = createPage();
  page.run("auroraview.on('e', function f() { try { caught = String(f.caller) } catch (e) { caught = 'refused' } })");
  page.deliver(1, 'e');
  assert.equal(page.run('caught').includes(token), false);
  assert.ok(['refused', 'null'].includes(page.run('caught')));
});

test('a page that replaces built-ins before cannot be: the script comes first, but survives a polluted Object.prototype at its start', () => {
  const page = createPage({ prelude: "Object.defineProperty(Object.prototype, 'get', { value: undefined, writable: true, configurable: true, enumerable: false })" });
  assert.equal(page.run('typeof auroraview.call'), 'function');
});
