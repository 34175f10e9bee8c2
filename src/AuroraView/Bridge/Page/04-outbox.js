  // ---- messages to the host: collected, and posted once a microtask checkpoint as one string

  // What is longer than this goes by itself: one message need not be large because many items were sent at once.
  const maxBatch = maxPayload < 0x40000 ? maxPayload / 3 : 0x40000;
  let outbox = '';
  let isFlushDue = false;
  const flush = () => {
    isFlushDue = false;
    if (outbox === '') return;
    const text = `${token}[${documentText},${outbox}]`;
    outbox = '';
    try {
      post(text);
    } catch {
      // The engine is tearing the document down: nobody is left to be told.
    }
  };
  const send = (item) => {
    if (outbox !== '' && outbox.length + item.length > maxBatch) flush();
    outbox = outbox === '' ? item : `${outbox},${item}`;
    if (isFlushDue) return;
    isFlushDue = true;
    later(flush);
  };

  // What the host does for nobody: events, calls that fail, reports. A page may cost it as much as may be pending, at once, and then so many a second; bytes half
  // as fast. What is more is dropped here and costs the host nothing: one report a second says how much it was.
  let allowed = maxPending;
  let allowedSize = maxPendingBytes;
  let filledAt = now();
  let withheld = 0;
  const maySend = () => {
    const seconds = (now() - filledAt) / 1000;
    filledAt += seconds * 1000;
    allowed += seconds * maxPending;
    allowedSize += (seconds * maxPendingBytes) / 2;
    if (allowed > maxPending) allowed = maxPending;
    if (allowedSize > maxPendingBytes) allowedSize = maxPendingBytes;
    return allowed > 0 && allowedSize > 0;
  };
  const spend = (size, count) => {
    allowed -= count;
    allowedSize -= size;
  };
  const tellWithheld = () => {
    const count = withheld;
    withheld = 0;
    send(`["report","withheld","","",${count}]`);
  };
  const sendWithin = (item, count) => {
    if (maySend()) {
      spend(item.length, count);
      send(item);
    } else if (withheld++ === 0) startTimer(tellWithheld, 1000);
  };
  // At most 200 a second: the host writes them down.
  const report = (kind, subject, text, count) =>
    sendWithin(`["report","${kind}",${stringify(subject)},${stringify(cut(text, 2000))},${count}]`, maxPending / 200);
