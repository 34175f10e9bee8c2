  // ---- calls

  const pending = newMap();
  // The host refuses more than this too; a call that is refused here costs it nothing.
  let pendingCount = 0;
  let pendingSize = 0;
  let lastCall = 0;
  let state = 'connecting';

  const take = (id) => {
    const entry = pending.get(id);
    if (entry === undefined) return undefined;
    pending.delete(id);
    pendingCount--;
    pendingSize -= entry.size;
    if (entry.timer !== undefined) stopTimer(entry.timer);
    if (entry.signal !== undefined) unlisten(entry.signal, 'abort', entry.onAbort);
    return entry;
  };

  const giveUp = (id, reason, error) => {
    const entry = take(id);
    if (entry === undefined) return;
    spend(entry.size, 1);
    send(`["cancel",${id},"${reason}"]`);
    entry.reject(error);
  };

  const readOptions = (options) => {
    const chosen = { timeout: 0, signal: undefined };
    if (options === undefined || options === null) return chosen;
    if (typeof options !== 'object') throw fail('InvalidArguments', 'The options of a call must be an object.');
    if (has(options, 'timeout') && options.timeout !== undefined) {
      const { timeout } = options;
      if (typeof timeout !== 'number' || !(timeout >= 0)) throw fail('InvalidArguments', 'timeout must be a number of milliseconds, 0 or more.');
      chosen.timeout = timeout;
    }
    if (has(options, 'signal') && options.signal !== undefined) {
      chosen.signal = options.signal;
      try {
        isAborted(chosen.signal);
      } catch {
        throw fail('InvalidArguments', 'signal must be an AbortSignal.');
      }
    }
    return chosen;
  };

  const start = (method, json, options) => {
    let name;
    let timeout;
    let signal;
    const size = json === undefined ? 0 : json.length;
    try {
      name = quoteName(method, 'The method name');
      ({ timeout, signal } = readOptions(options));
      if (state === 'closed') throw fail('Closed', `${method}: the panel is closed.`);
      if (signal !== undefined && isAborted(signal)) throw fail('Cancelled', `${method}: cancelled before it was sent.`);
      if (pendingCount >= maxPending || (pendingSize > 0 && pendingSize + size > maxPendingBytes))
        throw fail('TooLarge', `${method}: too much is pending. At most ${maxPending} calls and ${maxPendingBytes} bytes are accepted until some are answered.`);
      if (!maySend())
        throw fail('TooLarge', `${method}: the page sends too much that fails. It may go on in a moment: ${maxPending} calls and ${maxPendingBytes / 2} bytes a second.`);
    } catch (error) {
      return rejected(error);
    }
    return new PagePromise((resolve, reject) => {
      const id = ++lastCall;
      pendingCount++;
      pendingSize += size;
      const entry = { resolve, reject, size, timer: undefined, signal: undefined, onAbort: undefined };
      pending.set(id, entry);
      // A timer cannot hold more than 2^31 - 1 ms; a longer wait is no bound at all.
      if (timeout > 0 && timeout <= 0x7fffffff)
        entry.timer = startTimer(() => giveUp(id, 'timeout', fail('Timeout', `${method}: no answer within ${timeout} ms.`)), timeout);
      if (signal !== undefined) {
        entry.signal = signal;
        entry.onAbort = () => giveUp(id, 'abort', fail('Cancelled', `${method}: cancelled.`));
        listen(signal, 'abort', entry.onAbort);
      }
      send(json === undefined ? `["call",${id},${name}]` : `["call",${id},${name},${json}]`);
    });
  };

  const call = (method, params, options) => {
    let json;
    try {
      json = params === undefined ? undefined : toJson(params, 'params');
    } catch (error) {
      return rejected(error);
    }
    return start(method, json, options);
  };

  const callWith = (method, args) => {
    let json;
    try {
      if (args.length > 0) json = toJson(args, 'arguments');
    } catch (error) {
      return rejected(error);
    }
    return start(method, json, undefined);
  };

  const settle = (entry, value, error) => {
    if (entry === undefined) return;
    if (error === undefined) entry.resolve(value);
    else {
      spend(entry.size, 1);
      entry.reject(new AuroraViewError(error.message, error.code, error));
    }
  };
