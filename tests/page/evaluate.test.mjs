import assert from 'node:assert/strict';
import test from 'node:test';
import { createPage, settle } from './realm.mjs';

const evalExpression = (page, expression, id = 1) => page.run(`__auroraview_eval(0,${id},0,1,()=>(\n${expression}\n))`);

for (const [expression, outcome] of [
  ['undefined', 'u'], ['null', 'vnull'], ['1.5', 'v1.5'], ['-0', 'v-0'], ['1e21', 'v1e+21'], ['NaN', 'n"NaN"'], ['1/0', 'n"Infinity"'], ['-1/0', 'n"-Infinity"'],
  ['true', 'vtrue'], ['"a\\u2028\\ud83d"', 'v"a\u2028\\ud83d"'], ['10n ** 30n', 'b"1000000000000000000000000000000"'], ['-5n', 'b"-5"'],
  ['() => 1', 'x"function"'], ['Symbol("a")', 'x"symbol"'], ['[1,,2]', 'v[1,null,2]'], ['{a: NaN, b: undefined}', 'v{"a":null}'],
  ['new Date(0)', 'v"1970-01-01T00:00:00.000Z"'], ['new Date(NaN)', 'vnull'], ['new Map([[1, {a: 2}], ["b", undefined]])', 'v[[1,{"a":2}],["b",null]]'],
  ['new Set(["a", 1])', 'v["a",1]'], ['new Float32Array([1.5, NaN])', 'v[1.5,null]'], ['new BigInt64Array([1n, -2n])', 'v[1,-2]'],
  ['new Uint8Array([1, 2, 3]).buffer', 'v[1,2,3]'], ['new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)', 'v[2,3]'], ['new TypeError("x")', 'v{"name":"TypeError","message":"x"}'],
  ['{toJSON() { return undefined }}', 'u'], ['Object.create(null)', 'v{}'], ['new (class A { x = 1 })', 'v{"x":1}'], ['/a/g', 'x"a RegExp"'],
  ['new Proxy({a: 1}, {})', 'v{"a":1}'],
]) {
  test(`the value of ${expression} is ${outcome}`, () => assert.equal(evalExpression(createPage(), expression), outcome));
}

test('what is not JSON is described', () => {
  const page = createPage();
  assert.match(evalExpression(page, '(() => { const o = {}; o.o = o; return o })()'), /^x"an object that is not JSON \(\$\.o is an object that contains itself\)"$/);
  assert.match(evalExpression(page, '({ toJSON() { throw new Error("no") } })'), /^x"an object that is not JSON \(\$ cannot be read: Error: no\)"$/);
  assert.match(evalExpression(page, 'new Proxy({}, { ownKeys() { throw 5 } })'), /^x"/);
});

test('a thrown error has its parts, anything else is shown', () => {
  const page = createPage();
  const error = JSON.parse(evalExpression(page, '(() => { throw new RangeError("r\\n\\ud83d") })()').slice(1));
  assert.equal(error.name, 'RangeError');
  assert.equal(error.message, 'r\n\ud83d');
  assert.ok(error.stack.includes('RangeError'));
  const thrown = (what) => JSON.parse(evalExpression(page, `(() => { throw ${what} })()`).slice(1));
  assert.deepEqual(thrown('5'), { name: 'Uncaught', message: '5' });
  assert.deepEqual(thrown('null'), { name: 'Uncaught', message: 'null' });
  assert.deepEqual(thrown('undefined'), { name: 'Uncaught', message: 'undefined' });
  assert.deepEqual(thrown('{code: 1}'), { name: 'Uncaught', message: '{"code":1}' });
  assert.deepEqual(thrown('Symbol("s")'), { name: 'Uncaught', message: 'symbol' });
  assert.equal(thrown('new Proxy({}, { get() { throw 1 }, ownKeys() { throw 1 } })').name, 'Uncaught');
});

test('promises and thenables come later, rejections as errors', async () => {
  const page = createPage();
  await page.items();
  assert.equal(evalExpression(page, 'Promise.resolve({ a: 1 })', 1), 'p');
  assert.equal(evalExpression(page, 'Promise.reject(new TypeError("no"))', 2), 'p');
  assert.equal(evalExpression(page, '({ then(done) { done([1]) } })', 3), 'p');
  assert.equal(evalExpression(page, '({ then() { throw 7 } })', 4), 'p');
  assert.equal(page.run('__auroraview_eval(0,5,0,1,async()=>(await Promise.resolve(undefined)))'), 'p');
  assert.equal(evalExpression(page, 'new Promise(() => {})', 6), 'p');
  const items = await page.items();
  const byId = Object.fromEntries(items.map((item) => [item[1], item.slice(2)]));
  assert.deepEqual(byId[1], ['v', { a: 1 }]);
  assert.equal(byId[2][1].name, 'TypeError');
  assert.deepEqual(byId[3], ['v', [1]]);
  assert.deepEqual(byId[4], ['e', { name: 'Uncaught', message: '7' }]);
  assert.deepEqual(byId[5], ['u']);
  assert.equal(byId[6], undefined);
});

test('a value above the limit is not sent', async () => {
  const page = createPage({ limits: { maxBytes: 65536 } });
  await page.items();
  assert.match(evalExpression(page, '"x".repeat(70000)'), /^l7000\d$/);
  assert.equal(evalExpression(page, 'Promise.resolve("x".repeat(70000))'), 'p');
  const [[kind, id, letter]] = await page.items();
  assert.deepEqual([kind, id, letter], ['eval', 1, 'l']);
});

test('a program that began is not begun again, and its attempt is named', () => {
  const page = createPage();
  page.run('count = 0');
  assert.throws(() => page.run('__auroraview_eval(1,9,0,2);\ncount++; JSON.parse("x")'), { name: 'SyntaxError' });
  assert.throws(() => page.run('__auroraview_eval(1,9,0,3);\ncount++;'));
  assert.equal(page.run('count'), 1);
  assert.equal(page.run('__auroraview_eval(0,9,0,4,()=>{ count++ })'), 's2');
  assert.equal(page.run('count'), 1);
});

test('a query tells a begun script from a refused one', () => {
  const page = createPage();
  assert.equal(page.run('__auroraview_eval(3,1,0,9)'), 'q');
  assert.throws(() => page.run('__auroraview_eval(1,1,0,1); throw 1'));
  assert.equal(page.run('__auroraview_eval(3,1,0,9)'), 's1');
  assert.equal(page.run('__auroraview_eval(3,1,0,9)'), 'q');
});

test('a script meant for another document does not run', () => {
  const page = createPage();
  const other = page.document + 1;
  page.run('count = 0');
  assert.equal(page.run(`__auroraview_eval(0,1,${other},1,()=>(count++))`), 'g');
  assert.throws(() => page.run(`__auroraview_eval(1,2,${other},1);\ncount++`));
  assert.equal(page.run(`__auroraview_eval(3,2,${other},1)`), 'g');
  assert.equal(page.run(`__auroraview_eval(0,3,${page.document},1,()=>(count))`), 'v0');
});

test('a value wanted at the end of a program is that of its last expression', async () => {
  const page = createPage();
  assert.equal(page.run('__auroraview_eval(1,1,0,1);\nlet a = 2;__auroraview_eval(2,1,0,1,()=>(a * 21\n))'), 'v42');
  assert.equal(page.run('__auroraview_eval(1,2,0,1);\nfunction stays() {}\n;__auroraview_eval(2,2,0,1)'), 'u');
  assert.equal(page.run('typeof stays'), 'function');
  assert.equal(page.run('__auroraview_eval(3,2,0,1)'), 'q');
  await settle();
});
