  // ---- errors that no code of the page's catches

  // Asked a moment later: with preventDefault a listener of the page's says that the error is dealt with.
  const tellUncaught = (event, subject, text) =>
    startTimer(() => {
      if (read(event, 'defaultPrevented') !== true) report('uncaught', subject, text, 1);
    }, 0);

  const listenToPage = page.addEventListener.bind(page);
  listenToPage('error', (event) => {
    // What ends an evaluated program is told by the evaluation. WebKit takes such a program for one of another origin and hides where it stands.
    const file = read(event, 'filename');
    if (running !== 0 && (file === '' || file === config.source)) {
      running = 0;
      return;
    }
    const error = read(event, 'error');
    const isKnown = error !== null && error !== undefined;
    tellUncaught(event, 'error', isKnown ? describeThrown(error) : `${textOf(read(event, 'message'))} (the engine hides what scripts of another origin, and timers of evaluated scripts, throw)`);
  });
  listenToPage('unhandledrejection', (event) => tellUncaught(event, 'rejection', describeThrown(read(event, 'reason'))));
