  // ---- events from the host

  const topics = newMap();
  let serial = 0;
  let firstKept = null;
  let lastKept = null;
  let keptCount = 0;
  let droppedCount = 0;
  const keptByName = newMap();

  const runListener = (listener, detail) => {
    const { callback } = listener;
    const failed = (error) => {
      try {
        logError(`auroraview: a listener of '${listener.name}' failed`, error);
      } catch {
        // A console that fails must not keep the other listeners from running.
      }
      report('listener', listener.name, describeThrown(error), 1);
    };
    try {
      // An async listener fails later.
      const result = callback(detail);
      if (isPromise(result)) whenSettled(result, undefined, failed);
    } catch (error) {
      failed(error);
    }
  };

  const removeListener = (listener) => {
    if (listener.isRemoved) return;
    listener.isRemoved = true;
    const { topic, previous, next } = listener;
    if (previous === null) topic.first = next;
    else previous.next = next;
    if (next === null) topic.last = previous;
    else next.previous = previous;
  };

  // Like an EventTarget: listeners added meanwhile wait for the next event, removed ones are skipped.
  const dispatch = (topic, detail) => {
    const newest = serial;
    for (let listener = topic.first; listener !== null && listener.serial <= newest; listener = listener.next) {
      if (listener.isRemoved) continue;
      if (listener.isOnce) removeListener(listener);
      runListener(listener, detail);
    }
  };

  const keep = (name, detail) => {
    if (keptCount === maxBuffered) {
      const oldest = firstKept;
      firstKept = oldest.next;
      if (firstKept === null) lastKept = null;
      countKept(oldest.name, -1);
      if (droppedCount++ === 0)
        later(() => {
          const count = droppedCount;
          droppedCount = 0;
          report('dropped', '', `More than ${maxBuffered} events wait for a listener; the oldest were dropped.`, count);
        });
    }
    const entry = { name, detail, next: null };
    if (lastKept === null) firstKept = entry;
    else lastKept.next = entry;
    lastKept = entry;
    countKept(name, 1);
  };

  const countKept = (name, change) => {
    keptCount += change;
    const count = (keptByName.get(name) || 0) + change;
    if (count === 0) keptByName.delete(name);
    else keptByName.set(name, count);
  };

  // Events of a name that has never had a listener wait for one; once it had, they go by.
  const receive = (name, detail) => {
    const topic = topics.get(name);
    if (topic === undefined || (keptCount !== 0 && keptByName.get(name) !== undefined)) keep(name, detail);
    else if (topic.first !== null) dispatch(topic, detail);
  };

  const deliverKept = (topic) => {
    let previous = null;
    for (let entry = firstKept; entry !== null && topic.first !== null; entry = entry.next) {
      if (entry.name !== topic.name) {
        previous = entry;
        continue;
      }
      if (previous === null) firstKept = entry.next;
      else previous.next = entry.next;
      if (lastKept === entry) lastKept = previous;
      dispatch(topic, entry.detail);
      countKept(topic.name, -1);
    }
  };

  const addListener = (name, callback, isOnce) => {
    quoteName(name, 'The event name');
    if (typeof callback !== 'function') throw fail('InvalidArguments', 'A listener must be a function.');
    let topic = topics.get(name);
    if (topic === undefined) {
      topic = { name, first: null, last: null };
      topics.set(name, topic);
    }
    const listener = { name, topic, callback, isOnce, isRemoved: false, serial: ++serial, previous: topic.last, next: null };
    if (topic.last === null) topic.first = listener;
    else topic.last.next = listener;
    topic.last = listener;
    // Later, so that the caller has its unsubscribe function before the listener runs.
    if (keptByName.get(name) !== undefined) later(() => deliverKept(topic));
    return () => removeListener(listener);
  };

  const off = (name, callback) => {
    const topic = topics.get(name);
    if (topic === undefined) return;
    for (let listener = topic.first; listener !== null; listener = listener.next)
      if (callback === undefined || listener.callback === callback) removeListener(listener);
  };
