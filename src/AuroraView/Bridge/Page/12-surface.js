  // ---- what the page sees

  const show = (holder, name, value) => defineProperty(holder, name, { __proto__: null, value, enumerable: true });
  const reveal = (holder, name, get) => defineProperty(holder, name, { __proto__: null, get, enumerable: true });
  const auroraview = {};
  show(auroraview, 'call', call);
  show(auroraview, 'api', newProxy(''));
  show(auroraview, 'send_event', (name, detail) => {
    const quoted = quoteName(name, 'The event name');
    if (state === 'closed') throw fail('Closed', `${name}: the panel is closed.`);
    sendWithin(detail === undefined ? `["event",${quoted}]` : `["event",${quoted},${toJson(detail, 'detail')}]`, 1);
  });
  show(auroraview, 'on', (name, callback) => addListener(name, callback, false));
  show(auroraview, 'once', (name, callback) => addListener(name, callback, true));
  show(auroraview, 'off', off);
  show(auroraview, 'whenReady', whenReady);
  show(auroraview, 'AuroraViewError', AuroraViewError);
  reveal(auroraview, 'state', () => state);
  reveal(auroraview, 'isConnected', () => state === 'ready');
  reveal(auroraview, 'methods', () => methods);
  hide(page, 'auroraview', freeze(auroraview));
  hide(page, config.deliver, deliver);
  hide(page, config.evaluate, evaluate);

  send(`["hello",${stringify(cut(page.location.href, 8000))}]`);
  flush();
})(__AURORAVIEW_CONFIG__);
