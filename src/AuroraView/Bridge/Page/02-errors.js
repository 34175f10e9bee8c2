  // ---- errors

  class AuroraViewError extends PageError {
    constructor(message, code, remote) {
      super(message);
      const show = (name, value) => defineProperty(this, name, { __proto__: null, value, enumerable: true, configurable: true, writable: true });
      hide(this, 'name', 'AuroraViewError');
      show('code', code);
      if (remote) {
        if (has(remote, 'data')) show('data', remote.data);
        if (has(remote, 'type')) show('remoteType', remote.type);
        if (has(remote, 'stack')) show('remoteStack', remote.stack);
      }
    }
  }
  freeze(AuroraViewError.prototype);
  freeze(AuroraViewError);

  const fail = (code, message) => new AuroraViewError(message, code);
  const rejected = (error) => new PagePromise((_, reject) => reject(error));

  const cut = (text, length) => {
    if (text.length <= length) return text;
    const last = codeAt(text, length - 1);
    return slice(text, 0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length) + '…';
  };

  // A text of anything, also of objects whose own conversion throws.
  const textOf = (value) => {
    try {
      return typeof value === 'symbol' ? 'symbol' : '' + value;
    } catch {
      return 'a value that cannot be shown';
    }
  };

  const read = (value, name) => {
    try {
      return value[name];
    } catch {
      return undefined;
    }
  };

  // Of what was thrown, which may be anything: an object that is no error is shown by what is in it.
  const describeThrown = (thrown) =>
    thrown === null || typeof thrown !== 'object' || typeof read(thrown, 'stack') === 'string' ? describeText(thrown) : showThrown(thrown);

  const describeText = (error) => {
    const stack = error !== null && typeof error === 'object' ? read(error, 'stack') : undefined;
    return textOf(error) + (typeof stack === 'string' ? `\n${stack}` : '');
  };
  const isBranded = (test, value) => {
    try {
      test(value);
      return true;
    } catch {
      return false;
    }
  };
