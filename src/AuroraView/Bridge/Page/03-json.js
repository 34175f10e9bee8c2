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

  const toJson = (value, root) => {
    const { json, code, where, why } = encodeJson(value, root);
    if (json === undefined) throw fail(code || 'InvalidArguments', `${where} ${why || 'is undefined'}, and cannot be sent to the host.`);
    if (isTooLarge(json)) throw fail('TooLarge', `${root}: larger than ${maxPayload} bytes.`);
    return json;
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
