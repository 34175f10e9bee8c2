// Compiled, never run: the declarations must take what panels write, and refuse what cannot work.
async function panel(signal: AbortSignal): Promise<void> {
  await window.auroraview.whenReady();
  const sum = await auroraview.call<number>('add', [1, 2], { timeout: 1000, signal });
  sum.toFixed(2);
  await auroraview.call('ping');
  await auroraview.api.ping();
  await auroraview.api.scene.rename('a', 'b');
  const off: () => void = auroraview.on<{ value: number }>('progress', (detail) => detail.value.toFixed());
  off();
  auroraview.once('done', () => {});
  auroraview.off('done');
  auroraview.send_event('clicked', { x: 1 });
  window.addEventListener('auroraviewready', () => {});
  const connected: boolean = auroraview.isConnected;
  const names: readonly string[] = auroraview.methods;
  try {
    await auroraview.call('save', { path: '/tmp/x' });
  } catch (error) {
    if (error instanceof auroraview.AuroraViewError && error.code === 'Timeout') console.log(error.remoteType, error.data, connected, names);
  }
  // @ts-expect-error a method's name is a string
  auroraview.call(1);
  // @ts-expect-error the surface is read-only
  auroraview.call = null;
  // @ts-expect-error a timeout is a number
  auroraview.call('a', 1, { timeout: 'soon' });
  // @ts-expect-error a listener is a function
  auroraview.on('e');
  // @ts-expect-error errors come from AuroraView only
  new auroraview.AuroraViewError('x');
}
void panel;
