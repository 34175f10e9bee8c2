  // ---- messages to the host: collected, and posted once a microtask checkpoint as one string

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
    if (outbox !== '' && (outbox.length + item.length) * 3 > maxPayload) flush();
    outbox = outbox === '' ? item : `${outbox},${item}`;
    if (isFlushDue) return;
    isFlushDue = true;
    later(flush);
  };
  const report = (kind, subject, text, count) =>
    send(`["report","${kind}",${stringify(subject)},${stringify(cut(text, 2000))},${count}]`);
