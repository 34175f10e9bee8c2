  // ---- evaluation: see EvalScript

  const started = newMap();
  // The plain program that runs; it stays here where it threw, until the engine has told the page of that.
  let running = 0;

  const isPromise = (value) => {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
    return typeof value.then === 'function';
  };

  const whenSettled = (value, done, failed) => {
    if (!isBranded((promise) => then(promise, done, failed), value)) then(new PagePromise((resolve) => resolve(value)), done, failed);
  };

  const limited = (outcome) => (isTooLarge(outcome) ? `l${outcome.length}` : outcome);

  const settleEval = (id, outcome) => {
    const kind = slice(outcome, 0, 1);
    send(outcome.length === 1 ? `["eval",${id},"${kind}"]` : `["eval",${id},"${kind}",${slice(outcome, 1)}]`);
  };

  const awaitValue = (id, value) => {
    const done = (result) => settleEval(id, limited(encode(result)));
    const failed = (error) => settleEval(id, describeError(error));
    whenSettled(value, done, failed);
  };

  const runThunk = (id, thunk) => {
    try {
      const value = thunk();
      if (!isPromise(value)) return limited(encode(value));
      awaitValue(id, value);
      return 'p';
    } catch (error) {
      return describeError(error);
    }
  };

  // mode 0: run the thunk; 1: a plain program begins; 2: it reached its end, the thunk is its last expression; 3: did it begin?
  const evaluate = (mode, id, doc, attempt, thunk) => {
    if (doc !== 0 && doc !== documentId) {
      if (mode === 1) throw fail('CancelledByNavigation', 'Another document is there now.');
      return 'g';
    }
    if (mode === 2) {
      const outcome = thunk === undefined ? 'u' : runThunk(id, thunk);
      started.delete(id);
      running = 0;
      return outcome;
    }
    const begun = started.get(id);
    if (begun !== undefined) {
      if (mode === 1) throw fail('MalformedMessage', 'The script has begun already.');
      started.delete(id);
      return `s${begun}`;
    }
    if (mode === 3) return 'q';
    started.set(id, attempt);
    if (mode === 1) {
      running = id;
      return undefined;
    }
    const outcome = runThunk(id, thunk);
    started.delete(id);
    return outcome;
  };
