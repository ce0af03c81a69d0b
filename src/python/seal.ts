/**
 * Closes the ways from a JavaScript object to new code, for a snippet that gets hold of one: a function's
 * `constructor`, `eval`, and the globals that reach the machine. A guard, not a security boundary.
 */

/** Called once Python has started; nothing in it needs these afterwards. */
export function seal(): void {
  const kinds: readonly object[] = [
    function () {
      return undefined;
    },
    async () => Promise.resolve(),
    function* () {
      yield undefined;
    },
    async function* () {
      yield Promise.resolve();
    },
  ];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    const closed = closedMaker(prototype);
    Object.defineProperty(prototype, 'constructor', { value: closed });
    if (prototype === Function.prototype) replaceGlobal('Function', closed);
  }
  replaceGlobal('eval', closedMaker({}));
  // Emscripten notes its exit code there.
  replaceGlobal('process', Object.assign(Object.create(null) as object, { exitCode: 0 }));
  for (const name of ['require', 'fetch', 'WebSocket', 'Worker', 'importScripts']) {
    if (name in globalThis) replaceGlobal(name, undefined);
  }
}

/** Stands in for a function that makes functions of text; `instanceof` still works with it. */
function closedMaker(prototype: object): unknown {
  const closed = function (): never {
    throw new Error('JavaScript is closed to snippets');
  };
  closed.prototype = prototype;
  return closed;
}

function replaceGlobal(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: false, writable: false });
}
