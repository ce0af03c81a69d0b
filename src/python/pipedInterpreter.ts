/** An interpreter in a process of its own, which answers in frames on its pipes. */
import type { Child } from './children';
import { FrameReader, frameKind } from './pipeFrames';
import { InterpreterDied } from './queue';
import type { Execution, Interpreter } from './queue';

interface Pending {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: InterpreterDied) => void;
}

/** How a process ends and is asked to end; what it is sent is its kind's own. */
export abstract class PipedInterpreter implements Interpreter {
  description = '';
  alive = true;
  /** The end of what the process wrote to standard error. */
  complaint = '';
  protected readonly child: Child;
  readonly #ended: Promise<void>;
  /** Who waits for a frame of which kind. */
  readonly #pending = new Map<number, Pending>();

  constructor(child: Child) {
    this.child = child;
    const reader = new FrameReader((kind, bytes) => {
      this.receive(kind, bytes);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!reader.push(chunk)) void this.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.complaint = (this.complaint + chunk.toString('utf8')).slice(-4096);
    });
    this.#ended = new Promise((resolve) => {
      child.process.on('error', (error) => {
        this.end(new InterpreterDied('crash', error.message));
        resolve();
      });
      child.process.on('exit', resolve);
      child.process.on('close', (code, signal) => {
        this.end(this.deathOf(code, signal));
        resolve();
      });
    });
  }

  /** What an exit that nothing announced means. */
  protected deathOf(code: number | null, signal: NodeJS.Signals | null): InterpreterDied {
    return new InterpreterDied(signal === null ? 'exit' : 'crash', signal ?? `exit code ${String(code)}`);
  }

  protected receive(kind: number, bytes: Uint8Array): void {
    this.#pending.get(kind)?.resolve(bytes);
    this.#pending.delete(kind);
  }

  /** The next frame of a kind. Rejects with `InterpreterDied` where the process ends first. */
  protected frame(kind: number): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      if (this.alive) this.#pending.set(kind, { resolve, reject });
      else reject(new InterpreterDied('crash', 'it had ended before'));
    });
  }

  protected end(reason: InterpreterDied): void {
    this.alive = false;
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }

  execute(request: Uint8Array<ArrayBuffer>, milliseconds: number): Execution {
    const response = this.frame(frameKind.result);
    const idle = this.frame(frameKind.idle).then((bytes) => ({ tampered: bytes[0] === 1 }));
    this.child.hold(true);
    idle
      .finally(() => {
        if (this.alive) this.child.hold(false);
      })
      .catch(() => undefined);
    this.send(request, milliseconds);
    return { response, idle };
  }

  protected abstract send(request: Uint8Array, milliseconds: number): void;

  abstract interrupt(why: 'time' | 'stop'): void;

  async kill(): Promise<void> {
    this.alive = false;
    this.child.hold(true);
    this.child.kill();
    await this.#ended;
  }
}
