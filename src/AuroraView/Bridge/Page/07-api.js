  // ---- api.<name>(...), api.<namespace>.<name>(...)

  let methods = freeze([]);
  const proxies = newMap();
  let proxyCount = 0;
  const refuse = () => false;

  // `then` and `toJSON` are asked for by promises and by JSON: answering would make every proxy look like a promise.
  const member = (path, key) => {
    if (typeof key !== 'string' || key === 'then' || key === 'toJSON') return undefined;
    const full = path === '' ? key : `${path}.${key}`;
    const known = proxies.get(full);
    if (known !== undefined) return known;
    const made = newProxy(full);
    if (proxyCount < 1000) {
      proxyCount++;
      proxies.set(full, made);
    }
    return made;
  };

  // The names below a path that the host has announced: for `in` and for the developer tools.
  const announced = (path) => {
    const prefix = path === '' ? '' : `${path}.`;
    const names = [];
    const seen = newMap();
    for (let i = 0; i < methods.length; i++) {
      const name = methods[i];
      if (slice(name, 0, prefix.length) !== prefix) continue;
      const dot = indexOf(name, '.', prefix.length);
      const key = slice(name, prefix.length, dot < 0 ? name.length : dot);
      if (key === '' || seen.get(key) !== undefined) continue;
      seen.set(key, true);
      defineProperty(names, names.length, { __proto__: null, value: key, enumerable: true, configurable: true, writable: true });
    }
    return names;
  };
  const isAnnounced = (path, key) => {
    if (typeof key !== 'string') return false;
    const names = announced(path);
    for (let i = 0; i < names.length; i++) if (names[i] === key) return true;
    return false;
  };

  const newProxy = (path) =>
    new PageProxy(path === '' ? { __proto__: null } : () => {}, {
      __proto__: null,
      get: (_, key) => member(path, key),
      has: (_, key) => isAnnounced(path, key),
      ownKeys: () => announced(path),
      getOwnPropertyDescriptor: (_, key) =>
        isAnnounced(path, key)
          ? { __proto__: null, value: member(path, key), enumerable: true, configurable: true, writable: false }
          : undefined,
      apply: (_, __, args) => callWith(path, args),
      set: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
      setPrototypeOf: refuse,
      preventExtensions: refuse,
    });
