  // ---- values and errors of evaluated scripts as text: one letter (see EvalKind), then JSON

  const describeError = (error) => {
    if (error === null || typeof error !== 'object') return `e{"name":"Uncaught","message":${stringify(cut(textOf(error), 8000))}}`;
    const name = read(error, 'name');
    const message = read(error, 'message');
    const stack = read(error, 'stack');
    const line = read(error, 'line');
    const column = read(error, 'column');
    const source = read(error, 'sourceURL');
    const isError = typeof name === 'string' && typeof message === 'string';
    let text = `e{"name":${stringify(isError ? cut(name, 200) : 'Uncaught')},"message":${stringify(cut(isError ? message : showThrown(error), 8000))}`;
    if (typeof stack === 'string') text += `,"stack":${stringify(cut(stack, 8000))}`;
    if (typeof line === 'number' && line >= 0) text += `,"line":${line | 0}`;
    if (typeof column === 'number' && column >= 0) text += `,"column":${column | 0}`;
    if (typeof source === 'string') text += `,"source":${stringify(cut(source, 1000))}`;
    return `${text}}`;
  };

  const showThrown = (value) => {
    try {
      const text = stringify(value);
      return typeof text === 'string' ? text : textOf(value);
    } catch {
      return textOf(value);
    }
  };

  const isBranded = (test, value) => {
    try {
      test(value);
      return true;
    } catch {
      return false;
    }
  };

  const listOf = (length, at) => {
    let text = '[';
    for (let i = 0; i < length; i++) {
      const item = at(i);
      const json = typeof item === 'bigint' ? `${item}` : stringify(item);
      text += (i === 0 ? '' : ',') + (json === undefined ? 'null' : json);
    }
    return `${text}]`;
  };

  const jsonOf = (value) => {
    const json = stringify(value);
    return json === undefined ? 'null' : json;
  };

  // What JSON.stringify would turn into `{}` although it has a content, and what it cannot write at all.
  const encodeSpecial = (value) => {
    if (isView(value)) {
      if (isBranded(viewBuffer, value)) return `v${listOfBytes(new Bytes(viewBuffer(value), viewStart(value), viewBytes(value)))}`;
      return `v${listOf(viewLength(value), (i) => value[i])}`;
    }
    if (isBranded(bufferLength, value)) return `v${listOfBytes(new Bytes(value))}`;
    if (nodeName !== null && isBranded(nodeName, value)) return `x${stringify(`DOM node (${nodeName(value)})`)}`;
    if (isBranded(mapSize, value)) {
      let text = '';
      forEachEntry(value, (item, key) => {
        text += `${text === '' ? '' : ','}[${jsonOf(key)},${jsonOf(item)}]`;
      });
      return `v[${text}]`;
    }
    if (isBranded(setSize, value)) {
      let text = '';
      forEachItem(value, (item) => {
        text += (text === '' ? '' : ',') + jsonOf(item);
      });
      return `v[${text}]`;
    }
    if (isErrorObject(value))
      return `v{"name":${jsonOf(textOf(read(value, 'name')))},"message":${jsonOf(textOf(read(value, 'message')))}}`;
    return undefined;
  };

  const isErrorObject = (value) => {
    for (let holder = getPrototypeOf(value); holder !== null; holder = getPrototypeOf(holder)) if (holder === errorPrototype) return true;
    return false;
  };

  const listOfBytes = (bytes) => listOf(viewLength(bytes), (i) => bytes[i]);

  const encodeObject = (value) => {
    try {
      if (!isArray(value)) {
        const prototype = getPrototypeOf(value);
        if (prototype !== null && prototype !== objectPrototype) {
          const special = encodeSpecial(value);
          if (special !== undefined) return special;
        }
      }
      const text = stringify(value);
      return text === undefined ? 'u' : `v${text}`;
    } catch (error) {
      return `x${stringify(`an object that is not JSON (${cut(textOf(error), 500)})`)}`;
    }
  };

  const encode = (value) => {
    switch (typeof value) {
      case 'undefined':
        return 'u';
      case 'number':
        if (value !== value) return 'n"NaN"';
        if (value === Infinity) return 'n"Infinity"';
        if (value === -Infinity) return 'n"-Infinity"';
        return value === 0 && 1 / value < 0 ? 'v-0' : `v${value}`;
      case 'boolean':
        return value ? 'vtrue' : 'vfalse';
      case 'bigint':
        return `b"${value}"`;
      case 'function':
      case 'symbol':
        return `x"${typeof value}"`;
      case 'string':
        return `v${stringify(value)}`;
      default:
        return value === null ? 'vnull' : encodeObject(value);
    }
  };
