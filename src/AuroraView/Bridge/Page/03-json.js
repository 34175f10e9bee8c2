  // ---- JSON towards the host

  const isTooLarge = (text) => {
    const length = text.length;
    if (length * 3 <= maxPayload) return false;
    if (length > maxPayload) return true;
    let bytes = length;
    for (let i = 0; i < length; i++) {
      const code = codeAt(text, i);
      if (code > 0x7f) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
    }
    return bytes > maxPayload;
  };

  const isTooDeep = (text) => {
    const length = text.length;
    if (length <= maxDepth * 2) return false;
    for (let i = 0, depth = 0; i < length; i++) {
      const code = codeAt(text, i);
      if (code === 0x22) {
        for (i++; ; i++) {
          const quote = indexOf(text, '"', i);
          let start = quote;
          while (codeAt(text, start - 1) === 0x5c) start--;
          i = quote;
          if ((quote - start) % 2 === 0) break;
        }
      } else if (code === 0x5b || code === 0x7b) {
        if (++depth > maxDepth) return true;
      } else if (code === 0x5d || code === 0x7d) {
        depth--;
      }
    }
    return false;
  };

  const toJson = (value, what) => {
    let text;
    try {
      text = stringify(value);
    } catch (error) {
      const deep = error !== null && typeof error === 'object' && getPrototypeOf(error) === rangeError;
      throw fail(deep ? 'TooDeep' : 'InvalidArguments', `${what} cannot be written as JSON: ${textOf(error)}`);
    }
    if (text === undefined) throw fail('InvalidArguments', `${what} cannot be written as JSON: it is a ${typeof value}.`);
    if (isTooLarge(text)) throw fail('TooLarge', `${what} is larger than ${maxPayload} bytes.`);
    if (isTooDeep(text)) throw fail('TooDeep', `${what} is nested deeper than ${maxDepth} levels.`);
    return text;
  };

  const quotedNames = newMap();
  let quotedCount = 0;
  const quoteName = (name, what) => {
    const known = quotedNames.get(name);
    if (known !== undefined) return known;
    if (typeof name !== 'string' || name.length === 0 || name.length > maxName)
      throw fail('InvalidArguments', `${what} must be a string of 1 to ${maxName} characters.`);
    for (let i = 0; i < name.length; i++) {
      const code = codeAt(name, i);
      if (code < 0xd800 || code > 0xdfff) continue;
      const next = i + 1 < name.length ? codeAt(name, i + 1) : 0;
      if (code > 0xdbff || next < 0xdc00 || next > 0xdfff) throw fail('InvalidArguments', `${what} has half a surrogate pair.`);
      i++;
    }
    const text = stringify(name);
    if (quotedCount < 1000) {
      quotedCount++;
      quotedNames.set(name, text);
    }
    return text;
  };
