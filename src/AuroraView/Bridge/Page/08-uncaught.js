  // ---- errors that no code of the page's catches

  // Asked a moment later: with preventDefault a listener of the page's says that the error is dealt with.
  const tellUncaught = (event, subject, text) =>
    startTimer(() => {
      if (read(event, 'defaultPrevented') !== true) report('uncaught', subject, text, 1);
    }, 0);

  const listenToPage = page.addEventListener.bind(page);
  listenToPage('error', (event) => {
    const file = read(event, 'filename');
    const error = read(event, 'error');
    const isKnown = error !== null && error !== undefined;
    // A program of an evaluation that threw or was not parsed is told by the evaluation. WebKit shows it, and each way of a script that it refused, as an
    // error of another origin, without text and place: what is hidden so cannot be told apart from it.
    if ((file === '' || file === config.source) && (running !== 0 || !isKnown || read(error, 'name') === 'SyntaxError')) {
      running = 0;
      return;
    }
    tellUncaught(event, 'error', isKnown ? describeThrown(error) : textOf(read(event, 'message')));
  });
  listenToPage('unhandledrejection', (event) => tellUncaught(event, 'rejection', describeThrown(read(event, 'reason'))));
