/**
 * The worker that holds the built-in CPython. Node's `worker_threads` and the browser's workers differ only in how a
 * message comes and goes; that is `Port`, and the rest of this file uses nothing else of the platform.
 */
import { parentPort } from 'node:worker_threads';
import { startPython } from './pyodideHost';
import type { BuiltinPython } from './pyodideHost';
import { seal } from './seal';
import type { DeathReason, FromWorker, ToWorker } from './workerMessages';

/** A check that was waiting for Python has arrived by then. */
const warmUpMs = 20;

interface Port {
  receive(listener: (message: ToWorker) => void): void;
  send(message: FromWorker, transfer?: ArrayBuffer[]): void;
}

function nodePort(): Port {
  const port = parentPort;
  if (port === null) throw new Error('this file runs in a worker');
  return {
    receive: (listener) => port.on('message', listener),
    send: (message, transfer = []) => {
      port.postMessage(message, transfer);
    },
  };
}

/** Why Python is no more, as far as the JavaScript error that came out of it tells. */
function deathOf(error: unknown): { readonly reason: DeathReason; readonly detail: string } {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [first = detail] = detail.split('\n');
  if (/call stack|stack overflow/iu.test(detail)) return { reason: 'recursion', detail: first };
  if (/out of memory|allocation failed/iu.test(detail)) return { reason: 'memory', detail: first };
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (typeof status === 'number') return { reason: 'exit', detail: `exit code ${String(status)}` };
  return { reason: 'crash', detail: first };
}

/** A Python traceback ends with what went wrong. */
function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? text;
}

function listen(port: Port): void {
  let python: BuiltinPython | null = null;
  let asked = false;
  let snapshotArrived: (memory: Uint8Array) => void = () => undefined;
  const memory = new Promise<Uint8Array>((resolve) => {
    snapshotArrived = resolve;
  });
  port.receive((message) => {
    if (message.type === 'start') {
      startPython(message, memory).then(
        (started) => {
          python = started;
          seal();
          const { version, snapshot, module } = started;
          port.send({ type: 'ready', version, snapshot, module });
          // Only where no check is waiting already: it would wait for this.
          setTimeout(() => {
            if (!asked) started.warm();
          }, warmUpMs);
        },
        (error: unknown) => {
          port.send({ type: 'failed', detail: lastLine(error) });
        },
      );
      return;
    }
    if (message.type === 'snapshot') {
      snapshotArrived(message.memory);
      return;
    }
    asked = true;
    if (python === null) {
      port.send({ type: 'died', reason: 'crash', detail: 'Python was not ready' });
      return;
    }
    try {
      const response = python.run(message.request);
      port.send({ type: 'result', response }, [response.buffer]);
      port.send({ type: 'idle', tampered: python.tidy() });
    } catch (error) {
      port.send({ type: 'died', ...deathOf(error) });
    }
  });
}

listen(nodePort());
