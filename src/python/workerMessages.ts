/** What passes between the extension and the worker that holds the built-in CPython. */

/** Where the worker finds CPython, and what it puts into it. */
export interface StartMessage {
  readonly type: 'start';
  /** Address of the folder with `pyodide.mjs`, with a slash at its end. */
  readonly pyodideUrl: string;
  /** The harness and the `numpy` package, by path within their folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Whether the memory of a Python that has imported them will follow; else start from nothing and make one. */
  readonly fromSnapshot: boolean;
  /** CPython as an earlier worker compiled it, or null. */
  readonly module: WebAssembly.Module | null;
  /** One byte: 2 asks the running snippet to end. */
  readonly interrupt: SharedArrayBuffer;
  /** The most memory that Python may have. */
  readonly memoryBytes: number;
}

/** Sent after the start, so that the worker can load CPython while the file is read. */
export interface SnapshotMessage {
  readonly type: 'snapshot';
  readonly memory: Uint8Array;
}

export interface RunMessage {
  readonly type: 'run';
  readonly request: Uint8Array<ArrayBuffer>;
}

export type ToWorker = StartMessage | SnapshotMessage | RunMessage;

/** Python is ready; `snapshot` where one was made, and what the next workers need not compile again. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly version: string;
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
  readonly module: WebAssembly.Module | null;
}

export type FromWorker =
  | ReadyMessage
  | { readonly type: 'failed'; readonly detail: string }
  | { readonly type: 'result'; readonly response: Uint8Array<ArrayBuffer> }
  | { readonly type: 'idle'; readonly tampered: boolean }
  | { readonly type: 'died'; readonly reason: DeathReason; readonly detail: string };

export type DeathReason = 'memory' | 'recursion' | 'exit' | 'crash';

const reasons: readonly unknown[] = ['memory', 'recursion', 'exit', 'crash'] satisfies DeathReason[];

function isReason(value: unknown): value is DeathReason {
  return reasons.includes(value);
}

/** A message from the worker, checked; null where it is none. */
export function readFromWorker(message: unknown): FromWorker | null {
  if (typeof message !== 'object' || message === null) return null;
  const given = message as Readonly<Record<string, unknown>>;
  const { type, version, snapshot, module, detail, response, tampered, reason } = given;
  if (type === 'ready' && typeof version === 'string') {
    if (isNullOr(snapshot, isBytes) && isNullOr(module, isModule)) return { type, version, snapshot, module };
  }
  if (type === 'failed' && typeof detail === 'string') return { type, detail };
  if (type === 'result' && isBytes(response)) return { type, response };
  if (type === 'idle' && typeof tampered === 'boolean') return { type, tampered };
  if (type === 'died' && isReason(reason) && typeof detail === 'string') return { type, reason, detail };
  return null;
}

function isNullOr<T>(value: unknown, is: (value: unknown) => value is T): value is T | null {
  return value === null || is(value);
}

function isModule(value: unknown): value is WebAssembly.Module {
  return value instanceof WebAssembly.Module;
}

function isBytes(value: unknown): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;
}
