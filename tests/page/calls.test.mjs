import assert from 'node:assert/strict';
import test from 'node:test';
import { createPage, settle, token } from './realm.mjs';

const started = async (options) => {
  const page = createPage(options);
  await page.items();
  return page;
};
const outcomeOf = async (page, expression) => {
  page.run(`globalThis.outcome = undefined; (${expression}).then(v => outcome = { value: v }, e => outcome = { code: e.code, message: e.message, name: e.name, error: e })`);
  await settle();
  return page.run('outcome');
};

test('the first message is a hello, posted at once', () => {
  const page = createPage();
  assert.equal(page.posted.length, 1);
  assert.deepEqual(JSON.parse(page.posted[0].slice(token.length)).slice(1), [['hello', 'auroraview://app/index.html']]);
  assert.ok(Number.isSafeInteger(page.document) && page.document > 0);
});

test('documents have different ids', () => {
  assert.notEqual(createPage().document, createPage().document);
});

test('a subframe gets nothing', () => {
  const page = createPage({ subframe: true });
  assert.equal(page.posted.length, 0);
  assert.equal(page.run('typeof auroraview'), 'undefined');
});

test('a page without an engine gets nothing', () => {
  assert.equal(createPage({ engine: 'none' }).run('typeof auroraview'), 'undefined');
});

test('WebView2 is spoken to as well', async () => {
  const page = await started({ engine: 'webview2' });
  page.run("auroraview.call('a')");
  assert.deepEqual(await page.items(), [['call', 1, 'a']]);
});

test('running twice in one document changes nothing', async () => {
  const page = await started();
  page.run("before = auroraview");
  page.run((await import('./realm.mjs')).documentScript());
  assert.equal(page.run('before === auroraview'), true);
  assert.deepEqual(await page.items(), []);
});

test('absent, undefined, null, array, object and scalar parameters are told apart', async () => {
  const page = await started();
  page.run(`const c = auroraview.call;
    c('a'); c('b', undefined); c('c', null); c('d', [1, null]); c('e', { x: 1 }); c('f', 5); c('g', 'text')`);
  assert.deepEqual(await page.items(), [
    ['call', 1, 'a'], ['call', 2, 'b'], ['call', 3, 'c', null], ['call', 4, 'd', [1, null]],
    ['call', 5, 'e', { x: 1 }], ['call', 6, 'f', 5], ['call', 7, 'g', 'text'],
  ]);
});

test('what one task sends goes in one message, in order', async () => {
  const page = await started();
  page.run("for (let i = 0; i < 500; i++) { auroraview.send_event('e', i); if (i % 100 === 0) auroraview.call('c', i); }");
  await settle();
  assert.equal(page.posted.length, 1);
  const items = await page.items();
  assert.equal(items.length, 505);
  assert.deepEqual(items.filter((i) => i[0] === 'event').map((i) => i[2]), [...Array(500).keys()]);
});

test('api sends positional arguments under the dotted name', async () => {
  const page = await started();
  page.run("auroraview.api.ping(); auroraview.api.scene.rename('a', undefined, { b: 1 }); auroraview.api.a.b.c.d(1)");
  assert.deepEqual(await page.items(), [
    ['call', 1, 'ping'], ['call', 2, 'scene.rename', ['a', null, { b: 1 }]], ['call', 3, 'a.b.c.d', [1]],
  ]);
});

test('api is not a promise, cannot be changed, and shows what was announced', async () => {
  const page = await started();
  page.deliver(5, ['ping', 'scene.add', 'scene.rename']);
  assert.equal(page.run("auroraview.api.then === undefined && auroraview.api.scene.then === undefined"), true);
  assert.deepEqual([...page.run('Object.keys(auroraview.api)')], ['ping', 'scene']);
  assert.deepEqual([...page.run('Object.keys(auroraview.api.scene)')], ['add', 'rename']);
  assert.equal(page.run("'ping' in auroraview.api && !('pong' in auroraview.api) && 'add' in auroraview.api.scene"), true);
  assert.throws(() => page.run("'use strict'; auroraview.api.ping = 1"));
  assert.equal(page.run("auroraview.api.scene === auroraview.api.scene"), true);
  await page.run('(async () => { await auroraview.api; await auroraview.api.scene; })()');
  assert.deepEqual(await page.items(), []);
});

test('a reply resolves, an empty reply gives undefined, an error rejects', async () => {
  const page = await started();
  page.run("r = []; for (const n of 'abc') auroraview.call(n).then(v => r.push(v), e => r.push([e.name, e.code, e.message, e.data, e.remoteType, e.remoteStack, e instanceof Error, e instanceof auroraview.AuroraViewError]))");
  page.deliver(3, page.document, 2, 4, page.document, 3, { code: 'NameTaken', message: 'no', type: 'X', data: { a: 1 } }, 2, page.document, 1, { z: [1] });
  await settle();
  assert.deepEqual(JSON.parse(page.run('JSON.stringify(r)')), [null, ['AuroraViewError', 'NameTaken', 'no', { a: 1 }, 'X', null, true, true], { z: [1] }]);
});

test('a reply for another document or an unknown call is dropped', async () => {
  const page = await started();
  page.run("r = 'waiting'; auroraview.call('a').then(v => r = v)");
  page.deliver(2, page.document + 1, 1, 'wrong', 2, page.document, 99, 'wrong');
  await settle();
  assert.equal(page.run('r'), 'waiting');
  page.deliver(2, page.document, 1, 'right', 2, page.document, 1, 'again');
  await settle();
  assert.equal(page.run('r'), 'right');
});

test('a result with a __proto__ key arrives as it is', async () => {
  const page = await started();
  page.run("auroraview.call('a').then(v => r = v)");
  page.run(`__auroraview_deliver('[2,${page.document},1,{"__proto__":{"polluted":1},"a":2}]')`);
  await settle();
  assert.equal(page.run("Object.hasOwn(r, '__proto__') && r.polluted === undefined && ({}).polluted === undefined"), true);
});

for (const [what, expression, code] of [
  ['a function', "auroraview.call('a', () => 1)", 'InvalidArguments'],
  ['a symbol', "auroraview.call('a', Symbol())", 'InvalidArguments'],
  ['a cycle', "(() => { const o = {}; o.o = o; return auroraview.call('a', o); })()", 'InvalidArguments'],
  ['a throwing toJSON', "auroraview.call('a', { toJSON() { throw 1 } })", 'InvalidArguments'],
  ['a function argument', 'auroraview.api.a(1, () => 1)', 'InvalidArguments'],
  ['an empty name', "auroraview.call('')", 'InvalidArguments'],
  ['no name', 'auroraview.call()', 'InvalidArguments'],
  ['a long name', "auroraview.call('x'.repeat(257))", 'InvalidArguments'],
  ['half a surrogate pair in a name', "auroraview.call('a\\ud83d')", 'InvalidArguments'],
  ['a swapped surrogate pair in a name', "auroraview.call('\\ude00\\ud83d')", 'InvalidArguments'],
  ['a negative timeout', "auroraview.call('a', 1, { timeout: -1 })", 'InvalidArguments'],
  ['a NaN timeout', "auroraview.call('a', 1, { timeout: NaN })", 'InvalidArguments'],
  ['a text as options', "auroraview.call('a', 1, 'soon')", 'InvalidArguments'],
  ['a wrong signal', "auroraview.call('a', 1, { signal: {} })", 'InvalidArguments'],
  ['65 levels', "auroraview.call('a', JSON.parse('['.repeat(65) + ']'.repeat(65)))", 'TooDeep'],
  ['64 levels and one of api', "auroraview.api.a(JSON.parse('['.repeat(64) + ']'.repeat(64)))", 'TooDeep'],
  ['100,000 levels', "(() => { let a = []; for (let i = 0; i < 100000; i++) a = [a]; return auroraview.call('a', a); })()", 'TooDeep'],
]) {
  test(`call with ${what} rejects with ${code} and sends nothing`, async () => {
    const page = await started();
    const outcome = await outcomeOf(page, expression);
    assert.equal(outcome.code, code, outcome.message);
    assert.equal(outcome.name, 'AuroraViewError');
    assert.deepEqual(await page.items(), []);
    assert.throws(() => page.run(`auroraview.send_event('a', () => 1)`), { code: 'InvalidArguments' });
  });
}

test('64 levels pass, brackets and escaped quotes inside strings do not count', async () => {
  const page = await started();
  page.run(`auroraview.call('a', JSON.parse('['.repeat(64) + ']'.repeat(64)));
    auroraview.call('b', ['[{'.repeat(200), '\\\\"[[[['.repeat(100), '\\\\\\\\']);
    auroraview.call('c', { ['[['.repeat(90)]: '"' })`);
  assert.equal((await page.items()).length, 3);
});

test('sizes are counted in bytes of UTF-8', async () => {
  const page = await started({ limits: { maxBytes: 65536 } });
  const max = 65536 - 4096;
  for (const [text, code] of [
    [`'x'.repeat(${max - 2})`, undefined], [`'x'.repeat(${max - 1})`, 'TooLarge'],
    [`'é'.repeat(${(max - 2) / 2})`, undefined], [`'é'.repeat(${(max - 2) / 2 + 1})`, 'TooLarge'],
    [`'€'.repeat(${(max - 2) / 3 | 0})`, undefined], [`'€'.repeat(${((max - 2) / 3 | 0) + 1})`, 'TooLarge'],
    [`'😀'.repeat(${(max - 2) / 4 | 0})`, undefined], [`'😀'.repeat(${((max - 2) / 4 | 0) + 1})`, 'TooLarge'],
  ]) {
    page.run(`r = undefined; auroraview.call('a', ${text}).catch(e => r = e.code)`);
    await page.items();
    assert.equal(page.run('r'), code, text);
  }
});

test('no message is larger than the limit, however much one task sends', async () => {
  const page = await started({ limits: { maxBytes: 65536 } });
  page.run("for (let i = 0; i < 60; i++) auroraview.send_event('e', 'é'.repeat(5000))");
  await settle();
  for (const text of page.posted) assert.ok(Buffer.byteLength(text) <= 65536);
  assert.ok(page.posted.length > 1);
  assert.equal((await page.items()).length, 60);
});

test('more calls than may be pending are refused here, until some are answered', async () => {
  const page = await started({ limits: { maxPending: 3 } });
  page.run("for (let i = 0; i < 5; i++) auroraview.call('a').catch((e) => (globalThis.codes ??= []).push(e.code))");
  const calls = await page.items();
  assert.equal(calls.length, 3);
  assert.equal(page.run('codes.join()'), 'TooLarge,TooLarge');
  page.deliver(3, page.document, calls[0][1]);
  await settle();
  page.run("auroraview.call('b')");
  assert.equal((await page.items()).length, 1);
});

test('more bytes than may be pending are refused here, but for one call alone', async () => {
  const page = await started({ limits: { maxPendingBytes: 1000 } });
  page.run("r = ''; for (const size of [5000, 10]) auroraview.call('a', 'x'.repeat(size)).catch((e) => (r = e.code))");
  const calls = await page.items();
  assert.equal(calls.length, 1);
  assert.equal(page.run('r'), 'TooLarge');
  page.deliver(3, page.document, calls[0][1]);
  await settle();
  page.run("for (const size of [500, 490]) auroraview.call('a', 'x'.repeat(size))");
  assert.equal((await page.items()).length, 2);
});

test('a row of refused calls rejects each of them', async () => {
  const page = await started();
  page.run("for (let i = 0; i < 5; i++) auroraview.call('a').catch((e) => (globalThis.codes ??= []).push(i + e.code))");
  const first = (await page.items())[0][1];
  page.deliver(7, page.document, first + 1, first + 3, { code: 'TooLarge', message: 'no' });
  await settle();
  assert.equal(page.run('codes.join()'), '1TooLarge,2TooLarge,3TooLarge');
});

test('half a surrogate pair in a parameter is sent as an escape', async () => {
  const page = await started();
  page.run("auroraview.call('a', '\\ud83d')");
  await settle();
  assert.ok(page.posted[0].includes('"\\ud83d"'));
});

test('a timeout rejects, tells the host, and ignores the late reply', async () => {
  const page = await started();
  page.run("r = []; auroraview.call('slow', 1, { timeout: 50 }).then(v => r.push(v), e => r.push(e.code))");
  await page.items();
  assert.equal([...page.timers.values()][0].delay, 50);
  page.fire(1);
  assert.deepEqual(await page.items(), [['cancel', 1, 'timeout']]);
  page.deliver(2, page.document, 1, 'late');
  await settle();
  assert.deepEqual([...page.run('r')], ['Timeout']);
});

test('an answer stops the timer; no, zero, infinite and very long timeouts have none', async () => {
  const page = await started();
  page.run("for (const t of [undefined, 0, Infinity, 2147483648]) auroraview.call('a', 1, { timeout: t }); auroraview.call('b', 1, { timeout: 9 })");
  assert.equal(page.timers.size, 1);
  page.deliver(3, page.document, 5);
  assert.equal(page.timers.size, 0);
});

test('an abort rejects and tells the host; aborted before, nothing is sent', async () => {
  const page = await started();
  page.run(`r = []; const a = new AbortController(); auroraview.call('a', 1, { signal: a.signal }).catch(e => r.push(e.code)); done = a`);
  await page.items();
  page.run('done.abort()');
  assert.deepEqual(await page.items(), [['cancel', 1, 'abort']]);
  page.run("auroraview.call('b', 1, { signal: done.signal }).catch(e => r.push(e.code))");
  assert.deepEqual(await page.items(), []);
  assert.deepEqual([...page.run('r')], ['Cancelled', 'Cancelled']);
});

test('an abort after the answer does nothing', async () => {
  const page = await started();
  page.run("done = new AbortController(); auroraview.call('a', 1, { signal: done.signal })");
  await page.items();
  page.deliver(3, page.document, 1);
  page.run('done.abort()');
  assert.deepEqual(await page.items(), []);
});

test('closed: pending calls and later ones reject at once, events throw', async () => {
  const page = await started();
  page.run("r = []; auroraview.call('a', 1, { timeout: 5 }).catch(e => r.push(e.code)); auroraview.whenReady().catch(e => r.push(e.code))");
  await page.items();
  page.deliver(6, 6);
  page.run("auroraview.call('b').catch(e => r.push(e.code)); auroraview.api.b().catch(e => r.push(e.code)); auroraview.whenReady().catch(e => r.push(e.code))");
  assert.deepEqual(await page.items(), []);
  assert.deepEqual([...page.run('r')].sort(), ['Closed', 'Closed', 'Closed', 'Closed', 'Closed']);
  assert.equal(page.timers.size, 0);
  assert.throws(() => page.run("auroraview.send_event('x')"), { code: 'Closed' });
  assert.equal(page.run('auroraview.state + auroraview.isConnected'), 'closedfalse');
});

test('ready needs the document parsed and the host heard, and comes once', async () => {
  const page = createPage({ readyState: 'loading' });
  page.run("n = 0; r = []; addEventListener('auroraviewready', () => n++); for (let i = 0; i < 3; i++) auroraview.whenReady().then(() => r.push(i))");
  page.deliver(5, ['a']);
  await settle();
  assert.equal(page.run("n + auroraview.state"), '0connecting');
  page.parsed();
  await settle();
  assert.equal(page.run('n + auroraview.state + auroraview.isConnected'), '1readytrue');
  assert.deepEqual([...page.run('r')], [0, 1, 2]);
  page.deliver(5, ['a', 'b']);
  assert.equal(page.run('n'), 1);
  assert.deepEqual([...page.run('auroraview.methods')], ['a', 'b']);
  await page.run('auroraview.whenReady()');
});

test('the surface is frozen and leaves no enumerable global', () => {
  const page = createPage();
  assert.throws(() => page.run("'use strict'; auroraview.call = 1"));
  assert.throws(() => page.run("'use strict'; auroraview = 1"));
  assert.throws(() => page.run("'use strict'; auroraview.AuroraViewError.prototype.x = 1"));
  page.run('delete globalThis.auroraview; __auroraview_deliver = 1;');
  assert.equal(page.run('typeof auroraview.call + typeof __auroraview_deliver'), 'functionfunction');
  assert.equal(page.run("Object.keys(globalThis).some(k => k.includes('aurora'))"), false);
});

test('calls that fail use up what a page may send; calls that succeed do not', async () => {
  const page = await started({ limits: { maxPending: 5 } });
  const call = async () => {
    page.run("r = 'pending'; auroraview.call('a').then(() => (r = 'done'), (e) => (r = e.code))");
    const [item] = await page.items();
    return item?.[1];
  };
  for (let i = 0; i < 20; i++) {
    page.deliver(3, page.document, await call());
    await settle();
    assert.equal(page.run('r'), 'done');
  }
  for (let i = 0; i < 5; i++) page.deliver(4, page.document, await call(), { code: 'UnknownMethod', message: 'no' });
  assert.equal(await call(), undefined);
  assert.equal(page.run('r'), 'TooLarge');
  page.clock.time += 1000;
  assert.ok((await call()) > 0);
});
