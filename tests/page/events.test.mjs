import assert from 'node:assert/strict';
import test from 'node:test';
import { createPage, settle } from './realm.mjs';

const started = async (options) => {
  const page = createPage(options);
  await page.items();
  page.run('log = []');
  return page;
};
const log = (page) => JSON.parse(page.run('JSON.stringify(log)'));

test('listeners run in the order of registration with the detail', async () => {
  const page = await started();
  page.run("auroraview.on('e', d => log.push(['a', d])); auroraview.on('e', d => log.push(['b', d])); auroraview.on('f', () => log.push('f'))");
  page.deliver(0, 'e', { x: 1 }, 1, 'f', 0, 'e', null, 1, 'e');
  assert.deepEqual(log(page), [['a', { x: 1 }], ['b', { x: 1 }], 'f', ['a', null], ['b', null], ['a', null], ['b', null]]);
  assert.equal(page.run("u = 1; auroraview.on('u', d => u = d); 0"), 0);
  page.deliver(1, 'u');
  assert.equal(page.run('u'), undefined);
});

test('deliver gives the id of the document', async () => {
  const page = await started();
  assert.equal(page.deliver(1, 'e'), String(page.document));
  assert.equal(page.run('__auroraview_deliver()'), String(page.document));
});

test('many batches in one call keep their order', async () => {
  const page = await started();
  page.run("auroraview.on('e', d => log.push(d))");
  page.run("__auroraview_deliver('[0,\"e\",1]', '[0,\"e\",2,0,\"e\",3]', '[]', '[0,\"e\",4]')");
  assert.deepEqual(log(page), [1, 2, 3, 4]);
});

test('a listener that throws is reported and the others run', async () => {
  const page = await started();
  page.run("auroraview.on('e', () => { throw new TypeError('bad') }); auroraview.on('e', d => log.push(d)); auroraview.on('t', () => { throw { toString() { throw 1 } } })");
  assert.equal(page.deliver(0, 'e', 1, 1, 't', 0, 'e', 2), String(page.document));
  assert.deepEqual(log(page), [1, 2]);
  const reports = await page.items();
  assert.deepEqual(reports.map((r) => r.slice(0, 3)), [['report', 'listener', 'e'], ['report', 'listener', 't'], ['report', 'listener', 'e']]);
  assert.match(reports[0][3], /TypeError: bad/);
  assert.equal(page.consoleErrors.length, 3);
});

test('a report is cut, not inside a surrogate pair', async () => {
  const page = await started();
  page.run("auroraview.on('e', () => { throw 'x' + '😀'.repeat(5000) })");
  page.deliver(1, 'e');
  const [[, , , text]] = await page.items();
  assert.ok(text.length <= 2001 && text.isWellFormed());
});

test('listeners added while an event is dispatched wait, removed ones are skipped', async () => {
  const page = await started();
  page.run(`auroraview.on('e', () => { log.push('a'); auroraview.on('e', () => log.push('late')); offB(); });
    offB = auroraview.on('e', () => log.push('b'));
    auroraview.on('e', () => log.push('c'));`);
  page.deliver(1, 'e');
  assert.deepEqual(log(page), ['a', 'c']);
  page.run('log = []');
  page.deliver(1, 'e');
  assert.deepEqual(log(page), ['a', 'c', 'late']);
});

test('removing everything while dispatching, also the last and oneself, ends well', async () => {
  const page = await started();
  page.run(`offs = []; for (let i = 0; i < 4; i++) offs.push(auroraview.on('e', () => {
      log.push(i);
      if (i === 1) { offs[3](); offs[2](); offs[1](); auroraview.on('e', () => log.push('new')); }
    }));`);
  page.deliver(1, 'e');
  assert.deepEqual(log(page), [0, 1]);
  page.run('log = []; offs[1](); offs[1]()');
  page.deliver(1, 'e');
  assert.deepEqual(log(page), [0, 'new']);
});

test('a listener that removes itself and then the next one skips that one', async () => {
  const page = await started();
  page.run("offs = []; for (let i = 0; i < 3; i++) offs.push(auroraview.on('e', () => { log.push(i); if (i === 0) { offs[0](); offs[1](); } }))");
  page.deliver(1, 'e');
  assert.deepEqual(log(page), [0, 2]);
});

test('off removes by callback or all, once runs once, an event inside an event is delivered at once', async () => {
  const page = await started();
  page.run(`f = () => log.push('f'); auroraview.on('e', f); auroraview.on('e', () => log.push('g')); auroraview.on('e', f); auroraview.off('e', f);
    auroraview.once('e', () => { log.push('once'); __auroraview_deliver('[1,"e"]'); });`);
  page.deliver(1, 'e');
  assert.deepEqual(log(page), ['g', 'once', 'g']);
  page.run("log = []; auroraview.off('e'); auroraview.off('nobody')");
  page.deliver(1, 'e');
  assert.deepEqual(log(page), []);
});

test('events wait for the first listener of their name, in order, after on has returned', async () => {
  const page = await started();
  page.deliver(0, 'e', 1, 0, 'other', 'x', 0, 'e', 2);
  page.deliver(0, 'e', 3);
  page.run("const off = auroraview.on('e', d => { log.push(d); if (d === 3) off(); }); log.push('returned')");
  page.deliver(0, 'e', 4);
  await settle();
  assert.deepEqual(log(page), ['returned', 1, 2, 3]);
});

test('an event that comes between on and the kept ones does not overtake them', async () => {
  const page = await started();
  page.deliver(0, 'e', 1, 0, 'e', 2);
  page.run("auroraview.on('go', () => auroraview.on('e', d => log.push(d)))");
  page.deliver(1, 'go', 0, 'e', 3, 0, 'e', 4);
  await settle();
  page.deliver(0, 'e', 5);
  assert.deepEqual(log(page), [1, 2, 3, 4, 5]);
});

test('once takes one kept event, the next listener the rest', async () => {
  const page = await started();
  page.deliver(0, 'e', 1, 0, 'e', 2);
  page.run("auroraview.once('e', d => log.push(['once', d]))");
  await settle();
  page.run("auroraview.on('e', d => log.push(['on', d]))");
  await settle();
  assert.deepEqual(log(page), [['once', 1], ['on', 2]]);
});

test('after the last listener left, events go by', async () => {
  const page = await started();
  page.run("auroraview.on('e', d => log.push(d))()");
  page.deliver(0, 'e', 1);
  page.run("auroraview.on('e', d => log.push(d))");
  await settle();
  assert.deepEqual(log(page), []);
});

test('the kept events are bounded, the oldest go, the host is told how many', async () => {
  const page = await started({ limits: { maxBuffered: 5 } });
  page.deliver(...Array.from({ length: 8 }, (_, i) => [0, i % 2 ? 'odd' : 'even', i]).flat());
  const reports = await page.items();
  assert.deepEqual(reports.map((r) => [r[1], r[4]]), [['dropped', 3]]);
  page.run("auroraview.on('odd', d => log.push(d)); auroraview.on('even', d => log.push(d))");
  await settle();
  assert.deepEqual(log(page), [3, 5, 7, 4, 6]);
  page.deliver(0, 'z', 1);
  page.run("auroraview.on('z', d => log.push(d))");
  await settle();
  assert.deepEqual(log(page), [3, 5, 7, 4, 6, 1]);
});

test('names may be anything: __proto__, constructor, emoji, quotes', async () => {
  const page = await started();
  for (const name of ['__proto__', 'constructor', 'toString', '😀', `'"\\\n\u2028`, 'get']) {
    page.deliver(0, name, 'kept');
    page.run(`auroraview.on(${JSON.stringify(name)}, d => log.push(d)); auroraview.send_event(${JSON.stringify(name)})`);
    await settle();
    page.deliver(0, name, 'live');
    assert.deepEqual(log(page), ['kept', 'live']);
    assert.deepEqual(await page.items(), [['event', name]]);
    page.run('log = []');
  }
});

test('a wrong listener or name throws an AuroraViewError', async () => {
  const page = await started();
  for (const call of ["auroraview.on('e')", "auroraview.on('e', {})", "auroraview.on(5, () => 1)", "auroraview.once('', () => 1)", "auroraview.send_event(null)"])
    assert.throws(() => page.run(call), { code: 'InvalidArguments' });
});

test('a broken batch is reported, throws nothing, and the next one counts', async () => {
  const page = await started();
  page.run("auroraview.on('e', d => log.push(d))");
  assert.equal(page.run("__auroraview_deliver('[0,', '[99]', '5', 'null', '[0,\"e\",1]')"), String(page.document));
  assert.deepEqual(log(page), [1]);
  assert.deepEqual((await page.items()).map((r) => r[1]), ['batch', 'batch', 'batch']);
});

test('a console that throws does not stop the listeners', async () => {
  const page = createPage({ prelude: 'console = { error() { throw 1 } }' });
  page.run("log = []; auroraview.on('e', () => { throw 1 }); auroraview.on('e', d => log.push(d))");
  page.deliver(0, 'e', 1);
  assert.deepEqual(log(page), [1]);
});

test('a listener whose promise is rejected is reported once, like one that throws', async () => {
  const page = createPage();
  await page.items();
  page.run(`
    auroraview.on('e', async () => { await null; throw new TypeError('later') });
    auroraview.on('e', () => ({ then(_, failed) { failed({ code: 5 }) } }));
    auroraview.on('e', () => ({ get then() { throw new Error('no then') } }));
    auroraview.on('e', async () => 1);
    auroraview.on('e', () => heard = true);`);
  page.deliver(1, 'e');
  const reports = [...(await page.items()), ...(await page.items())];
  assert.equal(page.run('heard'), true);
  assert.equal(reports.length, 3, JSON.stringify(reports));
  assert.ok(reports.every(([kind, what, name]) => kind === 'report' && what === 'listener' && name === 'e'));
  for (const text of ['TypeError: later', '{"code":5}', 'no then']) assert.equal(reports.filter((item) => item[3].includes(text)).length, 1, text);
});

test('an error that no code catches is reported once, unless a listener of the page says that it is dealt with', async () => {
  const page = createPage();
  await page.items();
  const uncaught = async (type, parts) => {
    page.raise(type, parts);
    for (const id of [...page.timers.keys()]) page.fire(id);
    return (await page.items()).map((item) => item.slice(0, 4));
  };
  const [[report, kind, what, text]] = await uncaught('error', { error: page.run('new TypeError("in a timer")'), message: 'Uncaught TypeError' });
  assert.deepEqual([report, kind, what], ['report', 'uncaught', 'error']);
  assert.match(text, /^TypeError: in a timer\n/);
  assert.deepEqual(await uncaught('error', { filename: '/page.js', message: 'no object' }), [['report', 'uncaught', 'error', 'no object']]);
  // What WebKit shows of an evaluated program that threw or was refused: the evaluation tells it.
  assert.deepEqual(await uncaught('error', { filename: '', message: 'Script error.', error: null }), []);
  assert.deepEqual(await uncaught('error', { filename: 'auroraview:eval', message: 'SyntaxError', error: page.run('new SyntaxError("1 +")') }), []);
  assert.deepEqual(await uncaught('unhandledrejection', { reason: { code: 7 } }), [['report', 'uncaught', 'rejection', '{"code":7}']]);
  assert.deepEqual(await uncaught('unhandledrejection', { reason: undefined }), [['report', 'uncaught', 'rejection', 'undefined']]);
  page.run("addEventListener('error', (event) => event.preventDefault())");
  assert.deepEqual(await uncaught('error', { error: page.run('new Error("dealt with")') }), []);
});

test('a page that sends faster than it may is cut in the page, by count, and told about once a second', async () => {
  const page = await started({ limits: { maxPending: 10 } });
  page.run("for (let i = 0; i < 15; i++) auroraview.send_event('e', i)");
  assert.deepEqual((await page.items()).map((item) => item[2]), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  page.clock.time += 500;
  page.run("for (let i = 15; i < 25; i++) auroraview.send_event('e', i)");
  assert.deepEqual((await page.items()).map((item) => item[2]), [15, 16, 17, 18, 19]);
  assert.deepEqual([...page.timers.values()].map((timer) => timer.delay), [1000]);
  page.fire(page.timers.keys().next().value);
  assert.deepEqual(await page.items(), [['report', 'withheld', '', '', 10]]);
  page.clock.time += 60_000;
  page.run("for (let i = 0; i < 15; i++) auroraview.send_event('e', i)");
  assert.equal((await page.items()).length, 10);
});

test('a page that sends faster than it may is cut in the page, by bytes; one that is larger than all of it goes', async () => {
  const page = await started({ limits: { maxPendingBytes: 1000 } });
  page.run("for (let i = 0; i < 3; i++) auroraview.send_event('e', 'x'.repeat(1500))");
  assert.equal((await page.items()).length, 1);
  page.clock.time += 2000;
  page.run("auroraview.send_event('e', 'y')");
  assert.equal((await page.items()).length, 1);
});

test('of an error in a loop the host hears 200 times a second', async () => {
  const page = await started();
  page.run("auroraview.on('e', () => { throw new Error('bad'); })");
  for (let i = 0; i < 300; i++) page.deliver(0, 'e', 1);
  assert.equal((await page.items()).length, 200);
});
