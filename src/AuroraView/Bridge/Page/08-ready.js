  // ---- ready

  let isParsed = page.document.readyState !== 'loading';
  let isGreeted = false;
  let firstWaiting = null;
  let lastWaiting = null;
  const raise = page.dispatchEvent.bind(page);
  const PageEvent = Event;
  const becomeReady = () => {
    if (!isParsed || !isGreeted || state !== 'connecting') return;
    state = 'ready';
    for (let waiting = firstWaiting; waiting !== null; waiting = waiting.next) waiting.resolve();
    firstWaiting = lastWaiting = null;
    raise(new PageEvent('auroraviewready'));
  };
  if (!isParsed)
    page.document.addEventListener('DOMContentLoaded', () => {
      isParsed = true;
      becomeReady();
    });
  const whenReady = () =>
    new PagePromise((resolve, reject) => {
      if (state === 'ready') resolve();
      else if (state === 'closed') reject(fail('Closed', 'The panel is closed.'));
      else {
        const waiting = { resolve, reject, next: null };
        if (lastWaiting === null) firstWaiting = waiting;
        else lastWaiting.next = waiting;
        lastWaiting = waiting;
      }
    });

  const close = () => {
    if (state === 'closed') return;
    state = 'closed';
    for (let waiting = firstWaiting; waiting !== null; waiting = waiting.next) waiting.reject(fail('Closed', 'The panel is closed.'));
    firstWaiting = lastWaiting = null;
    forEachEntry(pending, (_, id) => take(id).reject(fail('Closed', 'The panel was closed.')));
  };
