  // ---- values towards the host: the one encoding of parameters, details and results. docs/bridge.md has its table.

  // Where the walk is: the object and the key of each level. Without a prototype, so that what is written stays out of the page's reach.
  const newLevels = () => ({ __proto__: null });
  let holders = newLevels();
  let keys = newLevels();
  let at = 0;
  let isWalking = false;

  // What is not JSON, and at which level; thrown. Known by being the last one: nothing is asked of what the page's own code throws.
  let lastFlaw = null;
  const flaw = (depth, what, code) => (lastFlaw = { __proto__: null, depth, what, code });

  const pathOf = (root, depth) => {
    let text = root;
    for (let level = 1; level <= depth; level++) {
      if (level > 20) return `${text}…`;
      text += typeof keys[level] === 'number' ? `[${keys[level]}]` : `.${cut(keys[level], 100)}`;
    }
    return text;
  };

  const quotedKeys = newMap();
  let quotedKeyCount = 0;
  const quoteKey = (key) => {
    const known = quotedKeys.get(key);
    if (known !== undefined) return known;
    const text = `${stringify(key)}:`;
    if (quotedKeyCount < 1000 && key.length < 100) {
      quotedKeyCount++;
      quotedKeys.set(key, text);
    }
    return text;
  };

  const writeNumber = (value) => (value - value === 0 ? `${value}` : 'null');

  // JSON of a value, or undefined for one that is left out, as JSON.stringify does it. Throws a flaw, or what the page's own code throws.
  const write = (value, depth, key) => {
    switch (typeof value) {
      case 'string':
        return stringify(value);
      case 'number':
        return writeNumber(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'undefined':
        return undefined;
      case 'bigint':
        return `${value}`;
      case 'function':
      case 'symbol':
        throw flaw(depth, `a ${typeof value}`);
    }
    if (value === null) return 'null';
    at = depth;
    const { toJSON } = value;
    if (typeof toJSON !== 'function') return writeObject(value, depth);
    const own = apply(toJSON, value, [`${key}`]);
    return own !== null && typeof own === 'object' ? writeObject(own, depth) : write(own, depth, key);
  };

  const enter = (holder, depth) => {
    holders[depth] = holder;
    if (depth < maxDepth) return;
    for (let first = 0; first < depth; first++)
      for (let second = first + 1; second <= depth; second++)
        if (holders[first] === holders[second]) throw flaw(second, 'an object that contains itself');
    throw flaw(depth, `nested deeper than ${maxDepth} levels`, 'TooDeep');
  };

  const tooLarge = () => flaw(0, `larger than ${maxPayload} bytes`, 'TooLarge');

  const writeObject = (value, depth) => {
    enter(value, depth);
    if (isArray(value)) return writeItems(value.length, (i) => value[i], depth);
    const prototype = getPrototypeOf(value);
    return prototype === objectPrototype || prototype === null ? writeProperties(value, depth, '') : writeSpecial(value, depth);
  };

  const writeItems = (length, item, depth) => {
    let text = '[';
    for (let i = 0; i < length; i++) {
      keys[depth + 1] = i;
      at = depth + 1;
      const json = write(item(i), depth + 1, i);
      text += (i === 0 ? '' : ',') + (json === undefined ? 'null' : json);
      if (text.length > maxPayload) throw tooLarge();
    }
    return `${text}]`;
  };

  const writeProperties = (value, depth, begun) => {
    const names = keysOf(value);
    let text = begun;
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      if (begun !== '' && (name === 'name' || name === 'message')) continue;
      keys[depth + 1] = name;
      at = depth + 1;
      const json = write(value[name], depth + 1, name);
      if (json === undefined) continue;
      text += (text === '' ? '' : ',') + quoteKey(name) + json;
      if (text.length > maxPayload) throw tooLarge();
    }
    return `{${text}}`;
  };

  const writeBytes = (bytes, depth) => writeItems(viewLength(bytes), (i) => bytes[i], depth);

  // What JSON.stringify turns into `{}` although there is something in it: written as the table says, or refused by its name.
  const writeSpecial = (value, depth) => {
    if (isView(value)) return writeBytes(isBranded(viewBuffer, value) ? new Bytes(viewBuffer(value), viewStart(value), viewBytes(value)) : value, depth);
    if (isBranded(bufferLength, value)) return writeBytes(new Bytes(value), depth);
    if (isBranded(mapSize, value)) return writeMap(value, depth);
    if (isBranded(setSize, value)) return writeSet(value, depth);
    if (nodeName !== null && isBranded(nodeName, value)) throw flaw(depth, `DOM node (${cut(nodeName(value), 100)})`);
    const tag = cut(slice(tagOf(value), 8, -1), 100);
    switch (tag) {
      case 'Number':
        if (isBranded(numberOf, value)) return writeNumber(numberOf(value));
        break;
      case 'String':
        if (isBranded(stringOf, value)) return stringify(stringOf(value));
        break;
      case 'Boolean':
        if (isBranded(booleanOf, value)) return booleanOf(value) ? 'true' : 'false';
        break;
    }
    if (tag === 'Error' || tag === 'DOMException' || isErrorObject(value))
      return writeProperties(value, depth, `"name":${stringify(textOf(read(value, 'name')))},"message":${stringify(textOf(read(value, 'message')))}`);
    if (typeof value.then === 'function') throw flaw(depth, 'a promise: await it first');
    // One of the engine's own kinds, whose content is not in its properties.
    if ((eventType !== null && isBranded(eventType, value)) || (tag !== 'Object' && keysOf(value).length === 0)) throw flaw(depth, `a ${tag}`);
    return writeProperties(value, depth, '');
  };

  const writeMap = (map, depth) => {
    let text = '';
    let index = 0;
    forEachEntry(map, (item, key) => {
      keys[depth + 1] = index++;
      text += (text === '' ? '' : ',') + writeObject([key, item], depth + 1);
    });
    return `[${text}]`;
  };

  const writeSet = (set, depth) => {
    const items = newLevels();
    let length = 0;
    forEachItem(set, (item) => {
      items[length++] = item;
    });
    return writeItems(length, (i) => items[i], depth);
  };

  const isErrorObject = (value) => {
    for (let holder = getPrototypeOf(value); holder !== null; holder = getPrototypeOf(holder)) if (holder === errorPrototype) return true;
    return false;
  };

  // Whether JSON.stringify loses nothing of a value: then it is used, which is several times faster. May throw what the page's own code throws.
  const isPlain = (value, depth) => {
    switch (typeof value) {
      case 'string':
      case 'number':
      case 'boolean':
      case 'undefined':
        return true;
      case 'object':
        break;
      default:
        return false;
    }
    if (value === null) return true;
    if (depth >= maxDepth || value.toJSON !== undefined) return false;
    if (isArray(value)) {
      const { length } = value;
      if (length > maxPayload) return false;
      for (let i = 0; i < length; i++) if (!isPlain(value[i], depth + 1)) return false;
      return true;
    }
    const prototype = getPrototypeOf(value);
    if (prototype !== objectPrototype && prototype !== null) return false;
    const names = keysOf(value);
    for (let i = 0; i < names.length; i++) if (!isPlain(value[names[i]], depth + 1)) return false;
    return true;
  };

  const tryPlain = (value) => {
    try {
      return isPlain(value, 0) ? stringify(value) : undefined;
    } catch {
      return undefined;
    }
  };

  // A value's JSON, or why it has none: { json } or { code, where, why, what }. `what` describes a value that is itself what cannot be sent.
  const encodeJson = (value, root) => {
    const plain = tryPlain(value);
    if (plain !== undefined) return { __proto__: null, json: plain };
    const before = { holders, keys, at, isWalking };
    // A getter or a toJSON of the page's may send something itself.
    if (isWalking) {
      holders = newLevels();
      keys = newLevels();
    }
    isWalking = true;
    try {
      return { __proto__: null, json: write(value, 0, '') };
    } catch (error) {
      if (error === lastFlaw)
        return { __proto__: null, code: error.code, where: pathOf(root, error.depth), why: `is ${error.what}`, what: error.depth === 0 ? error.what : undefined };
      const isDeep = error !== null && typeof error === 'object' && isBranded(getPrototypeOf, error) && getPrototypeOf(error) === rangeError;
      return { __proto__: null, code: isDeep ? 'TooDeep' : undefined, where: pathOf(root, at), why: `cannot be read: ${cut(textOf(error), 500)}`, what: undefined };
    } finally {
      ({ holders, keys, at, isWalking } = before);
      if (!isWalking) holders = newLevels();
    }
  };
