/** The errors of runs that Python itself could not report any more. */
import type { InterpreterDied } from './interpreter';
import type { RunError, RunErrorKind } from './runtime';

function runError(kind: RunErrorKind, message: string, type: string | null = null): RunError {
  const nowhere = { line: null, column: null, endLine: null, endColumn: null };
  return { kind, type, message, ...nowhere, traceback: '', hint: null, sort: null };
}

/** The snippet ran into its time limit and did not end when asked to, so nothing of it is known. */
export function limitError(seconds: number): RunError {
  return runError(
    'timeout',
    `The snippet did not finish within ${String(seconds)} seconds and could not be interrupted, so Python was restarted. ` +
      'Look for a loop that never ends, and for an `except` that catches everything.',
  );
}

/** The interpreter ended while the snippet ran. */
export function diedError(died: InterpreterDied): RunError {
  switch (died.reason) {
    case 'memory':
      return runError(
        'memory',
        'MemoryError\nThe snippet used up the memory it may have, so Python was restarted. ' +
          'Check the shapes of its arrays, and that no list grows without end.',
        'MemoryError',
      );
    case 'recursion':
      return runError(
        'exception',
        'RecursionError: the snippet nests calls or data too deeply, so Python was restarted.\n' +
          'A function of the snippet calls itself without coming to an end.',
        'RecursionError',
      );
    case 'exit':
      return runError(
        'exception',
        `The snippet ended Python itself (${died.message}), so Python was restarted. Remove the call that does so.`,
      );
    case 'crash':
      return runError(
        'exception',
        `Python crashed while it ran the snippet (${died.message}) and was restarted. Undo the last change and check again.`,
      );
  }
}
