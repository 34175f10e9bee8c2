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

  const encodeObject = (value) => {
    const { json, code, where, why, what } = encodeJson(value, '$');
    if (where === undefined) return json === undefined ? 'u' : `v${json}`;
    if (code === 'TooLarge') return `l${maxPayload}`;
    return `x${stringify(what === undefined ? `an object that is not JSON (${where} ${why})` : what)}`;
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
