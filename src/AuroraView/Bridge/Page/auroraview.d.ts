// Declarations of window.auroraview, the page's side of AuroraView. Reference this file from a page's project:
//   /// <reference path="auroraview.d.ts" />

/** Codes of AuroraViewError that AuroraView itself gives. A host's handler may give others. */
type AuroraViewErrorCode =
  | 'UnknownMethod'
  | 'InvalidArguments'
  | 'HandlerFailed'
  | 'ResultNotSerializable'
  | 'TooLarge'
  | 'TooDeep'
  | 'OriginRefused'
  | 'Closed'
  | 'CancelledByNavigation'
  | 'Cancelled'
  | 'Timeout'
  | 'Deadlock'
  | 'MainThreadUnavailable'
  | 'ShutdownInProgress'
  | 'MalformedMessage';

/** What a failed call rejects with. */
declare class AuroraViewError extends Error {
  private constructor();
  readonly name: 'AuroraViewError';
  /** Stable: compare this, not the message. */
  readonly code: AuroraViewErrorCode | (string & {});
  /** What the host's handler attached. */
  readonly data?: unknown;
  /** The type of the host's exception, such as `System.IO.IOException`. */
  readonly remoteType?: string;
  /** The host's stack; only in debug. */
  readonly remoteStack?: string;
}

interface AuroraViewCallOptions {
  /**
   * Milliseconds to wait for the answer; then the call rejects with `Timeout` and the handler's token is cancelled.
   * Absent, 0 or above 2147483647: no limit on the page's side; the host's own limits hold.
   */
  timeout?: number;
  /** Aborting it rejects the call with `Cancelled` and cancels the handler's token. */
  signal?: AbortSignal;
}

/**
 * `api.name(a, b)` calls the host's method `name` with positional arguments, `api.scene.rename(a, b)` the method
 * `scene.rename`. Trailing arguments that are left out stay absent; an `undefined` between others is sent as null.
 * A method named `then` or `toJSON` is reached through `call` only.
 */
interface AuroraViewApi {
  (...args: unknown[]): Promise<any>;
  readonly [name: string]: AuroraViewApi;
}

interface AuroraView {
  /**
   * Calls a method of the host. Never throws: whatever is wrong rejects the promise with an AuroraViewError.
   * @param params An array fills the parameters by position, an object by name; left out or undefined is no
   *   argument, null is one null. Anything else is one argument. Dates, maps, sets, bytes and errors are converted; what has no JSON
   *   (a function, a promise, a Blob, a DOM node) rejects with `InvalidArguments` and its place: see docs/bridge.md.
   */
  call<T = any>(method: string, params?: unknown, options?: AuroraViewCallOptions): Promise<T>;

  readonly api: { readonly [name: string]: AuroraViewApi };

  /** Sends an event to the host. Throws an AuroraViewError where the detail cannot be sent. */
  send_event(name: string, detail?: unknown): void;

  /**
   * Listens to an event of the host. Listeners run in the order of registration; one that throws, or whose promise is rejected, is reported and does not stop
   * the others. Events of a name that has never had a listener are kept (at most 10,000 in all, the oldest are
   * dropped) and given to the first one, in order, right after `on` returned.
   * @returns Removes this listener.
   */
  on<T = any>(name: string, callback: (detail: T) => void): () => void;
  /** Like `on`, for one event. */
  once<T = any>(name: string, callback: (detail: T) => void): () => void;
  /** Removes the listeners of an event: those with this callback, or all. */
  off(name: string, callback?: (detail: any) => void): void;

  /**
   * Resolves when the document is parsed and the host has answered; the window's event `auroraviewready` is raised at the same
   * time. Calls, events and listeners need not wait for it.
   */
  whenReady(): Promise<void>;
  readonly state: 'connecting' | 'ready' | 'closed';
  /** Whether `state` is `ready`. */
  readonly isConnected: boolean;
  /** The names of the host's methods, as far as the host has told. */
  readonly methods: readonly string[];
  readonly AuroraViewError: typeof AuroraViewError;
}

interface Window {
  readonly auroraview: AuroraView;
}

declare const auroraview: AuroraView;

interface WindowEventMap {
  auroraviewready: Event;
}
