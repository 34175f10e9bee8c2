// One encoding for everything that leaves the page: what arrives, or is refused by name and place. The table is in docs/bridge.md.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createPage, settle } from './realm.mjs';

const arrives = [
  ['null', 'null'], ['true', 'true'], ['1.5', '1.5'], ['-0', '0'], ['1e21', '1e+21'], ['NaN', 'null'], ['-Infinity', 'null'],
  ['"a\\u2028\\ud83d"', '"a\u2028\\ud83d"'], ['10n ** 30n', '1000000000000000000000000000000'], ['undefined', 'null'],
  ['new Number(5)', '5'], ['new String("s")', '"s"'], ['new Boolean(false)', 'false'],
  ['new Date(0)', '"1970-01-01T00:00:00.000Z"'], ['new Date(NaN)', 'null'],
  ['[1,,3]', '[1,null,3]'], ['{ a: undefined, b: NaN, [Symbol("s")]: 1 }', '{"b":null}'], ['Object.create(null)', '{}'],
  ['new (class A { x = 1; get y() { return 2 } })', '{"x":1}'], ['new Proxy({ a: [1] }, {})', '{"a":[1]}'], ['new Proxy([1, 2], {})', '[1,2]'],
  ['{ toJSON(key) { return { key } } }', '{"key":"0"}'], ['{ a: { toJSON() { return new Map([[1, 2]]) } } }', '{"a":[[1,2]]}'], ['{ a: { toJSON() {} } }', '{}'],
  ['new Uint8Array([1, 2, 255]).buffer', '[1,2,255]'], ['new Uint8Array([1, 2])', '[1,2]'], ['new Float32Array([1.5, NaN])', '[1.5,null]'],
  ['new BigInt64Array([1n, -2n])', '[1,-2]'], ['new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)', '[2,3]'],
  ['new Map([["a", 1], [{ k: 1 }, new Set([2])]])', '[["a",1],[{"k":1},[2]]]'], ['new Set(["a", undefined, [1]])', '["a",null,[1]]'],
  ['new TypeError("no")', '{"name":"TypeError","message":"no"}'], ['Object.assign(new Error("e"), { code: 5 })', '{"name":"Error","message":"e","code":5}'],
  ['{ "__proto__x": 1, "a\\"b": 2 }', '{"__proto__x":1,"a\\"b":2}'],
  ['JSON.parse(\'{"__proto__": 1}\')', '{"__proto__":1}'],
];

const refused = [
  ['() => 1', '', 'a function'], ['Symbol("s")', '', 'a symbol'], ['{ cb: { go() {} } }', '.cb.go', 'a function'], ['[[Symbol.iterator]]', '[0][0]', 'a symbol'],
  ['Promise.resolve(1)', '', 'a promise'], ['{ a: Promise.resolve(1) }', '.a', 'a promise'], ['new (class { then() {} })', '', 'a promise'],
  ['/a/g', '', 'a RegExp'], ['new WeakMap()', '', 'a WeakMap'], ['{ x: new WeakRef({}) }', '.x', 'a WeakRef'], ['(function* () {})()', '', 'a Generator'],
  ['new Map([[1, () => 1]])', '[0][1]', 'a function'], ['new Set([1, new WeakSet()])', '[1]', 'a WeakSet'], ['new Proxy(new Map(), {})', '', 'a Map'],
  ['new (class Blob { get [Symbol.toStringTag]() { return "Blob" } })', '', 'a Blob'], ['new (class { get [Symbol.toStringTag]() { return "File" } })', '', 'a File'],
  ['(() => { const o = { list: [1] }; o.list.push({ o }); return o })()', '.list[1].o', 'contains itself'], ['(() => { const m = new Map(); m.set(1, m); return m })()', '[0][1]', 'contains itself'],
  ['{ get a() { throw new TypeError("no a") } }', '.a', 'cannot be read: TypeError: no a'], ['{ b: [{ toJSON() { throw 7 } }] }', '.b[0]', 'cannot be read: 7'],
  ['new Proxy({}, { ownKeys() { throw new Error("trap") } })', '', 'cannot be read: Error: trap'],
  ['new Proxy({}, { getPrototypeOf() { throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 } }) } })', '', 'cannot be read'],
  ['(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return { proxy } })()', '.proxy', 'cannot be read: TypeError'],
];

const paramsOf = async (page, expression) => {
  page.run(`outcome = undefined; auroraview.call('m', [${expression}]).catch(e => outcome = { code: e.code, message: e.message })`);
  await settle();
  const outcome = page.run('outcome');
  return { outcome, text: page.posted.splice(0).join('') };
};

for (const [expression, json] of arrives) {
  test(`${expression} arrives as ${json}`, async () => {
    const page = createPage();
    await page.items();
    const { outcome, text } = await paramsOf(page, expression);
    assert.equal(outcome, undefined, outcome?.message);
    assert.ok(text.includes(`["call",1,"m",[${json}]]`), text);
    page.run(`auroraview.send_event('e', { in: [${expression}] })`);
    await settle();
    assert.ok(page.posted.splice(0).join('').includes(`["event","e",{"in":[${json}]}]`));
    assert.equal(page.run(`__auroraview_eval(0,1,0,1,()=>([${expression}]))`), `v[${json}]`);
  });
}

for (const [expression, path, what] of refused) {
  test(`${expression} is refused as ${what} at ${path}`, async () => {
    const page = createPage();
    await page.items();
    const { outcome, text } = await paramsOf(page, expression);
    assert.equal(outcome.code, 'InvalidArguments');
    assert.ok(outcome.message.startsWith(`params[0]${path} `) && outcome.message.includes(what), outcome.message);
    assert.equal(text, '');
    assert.throws(() => page.run(`auroraview.send_event('e', { in: ${expression} })`), (error) => error.code === 'InvalidArguments' && error.message.startsWith(`detail.in${path} `));
    const told = page.run(`__auroraview_eval(0,1,0,1,()=>([${expression}]))`);
    assert.ok(told.startsWith('x"') && told.includes(`$[0]${path} `) && told.includes(what), told);
    assert.deepEqual(await page.items(), []);
    page.run("auroraview.call('m', [1])");
    assert.equal((await page.items()).length, 1);
  });
}

test('a value nested deeper than the limit is refused alike everywhere, also as a promise and inside a map', async () => {
  const page = createPage({ limits: { maxDepth: 8 } });
  await page.items();
  page.run(`
    deep = (n) => { let a = []; for (let i = 1; i < n; i++) a = [a]; return a; };
    inMap = (n) => { let a = 1; for (let i = 0; i < n; i++) a = new Map([[1, a]]); return a; };
    codes = []; const tell = (p) => p.catch((e) => codes.push(e.code));
    tell(auroraview.call('a', deep(8))); tell(auroraview.call('a', deep(9))); tell(auroraview.api.a(deep(8)));
    tell(auroraview.call('a', inMap(4))); tell(auroraview.call('a', inMap(5)));`);
  assert.equal((await page.items()).length, 2);
  assert.equal(page.run('codes.join()'), 'TooDeep,TooDeep,TooDeep');
  assert.match(page.run('__auroraview_eval(0,1,0,1,()=>(deep(8)))'), /^v/);
  assert.match(page.run('__auroraview_eval(0,1,0,1,()=>(deep(9)))'), /^x".*nested deeper than 8 levels/);
  assert.equal(page.run('__auroraview_eval(0,2,0,1,()=>(Promise.resolve(deep(9))))'), 'p');
  const [item] = await page.items();
  assert.deepEqual(item.slice(0, 3), ['eval', 2, 'x']);
});

test('a value that sends another one while it is read has its own place in errors', async () => {
  const page = createPage();
  await page.items();
  page.run(`outcome = []; auroraview.call('m', { a: { b: { toJSON() { auroraview.call('m', { x: [new Map(), () => 1] }).catch(e => outcome.push(e.message)); return () => 1; } } } }).catch(e => outcome.push(e.message))`);
  await settle();
  assert.match(page.run('outcome[0]'), /^params\.x\[1\] is a function/);
  assert.match(page.run('outcome[1]'), /^params\.a\.b is a function/);
});

test('a sparse array of four thousand million items does not hang the page', async () => {
  const page = createPage({ limits: { maxBytes: 65536 } });
  await page.items();
  page.run("auroraview.call('m', new Array(4294967295)).catch(e => outcome = e.code)");
  await settle();
  assert.equal(page.run('outcome'), 'TooLarge');
});
