  // ---- batches from the host: each the JSON text of one flat array of operations

  const run = (batch) => {
    for (let i = 0; i < batch.length; ) {
      switch (batch[i]) {
        case 0: // event: name, detail
          receive(batch[i + 1], batch[i + 2]);
          i += 3;
          break;
        case 1: // event without detail: name
          receive(batch[i + 1], undefined);
          i += 2;
          break;
        case 2: // reply: document, call, value
          if (batch[i + 1] === documentId) settle(take(batch[i + 2]), batch[i + 3], undefined);
          i += 4;
          break;
        case 3: // reply without value: document, call
          if (batch[i + 1] === documentId) settle(take(batch[i + 2]), undefined, undefined);
          i += 3;
          break;
        case 4: // error: document, call, {code, message, type?, stack?, data?}
          if (batch[i + 1] === documentId) settle(take(batch[i + 2]), undefined, batch[i + 3]);
          i += 4;
          break;
        case 5: // the host's methods
          methods = freeze(batch[i + 1]);
          isGreeted = true;
          becomeReady();
          i += 2;
          break;
        case 6: // the view is closed
          close();
          i += 1;
          break;
        case 7: // refused calls: document, first, last, error
          if (batch[i + 1] === documentId)
            for (let id = batch[i + 2]; id <= batch[i + 3]; id++) settle(take(id), undefined, batch[i + 4]);
          i += 5;
          break;
        default:
          throw fail('MalformedMessage', `The host sent operation ${textOf(batch[i])}, which this page does not know.`);
      }
    }
  };

  const deliver = (...batches) => {
    for (let i = 0; i < batches.length; i++) {
      try {
        run(parse(batches[i]));
      } catch (error) {
        report('batch', '', describeText(error), 1);
      }
    }
    return documentText;
  };
