/** An interpreter in a process of its own, which answers in frames on its pipes. */
import { randomBytes } from 'node:crypto';
import type { Child } from './children';
import { asked, FrameReader, frameOf, headBytes, nonceBytes, said } from './pipeFrames';
import { InterpreterDied } from './interpreter';
import type { Interpreter } from './interpreter';

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
  protected readonly ended: Promise<void>;
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
    this.ended = new Promise((resolve) => {
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
    if (kind === said.died) {
      const { reason, detail } = readJson(bytes);
      this.end(new InterpreterDied(reasons.find((each) => each === reason) ?? 'crash', String(detail)));
      return;
    }
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

  async ask(question: Uint8Array, milliseconds: number): Promise<Uint8Array> {
    // It is at rest again when it has finished.
    this.child.hold(true);
    return this.#exchange(asked.ask, said.result, milliseconds, question);
  }

  async finish(): Promise<boolean> {
    const [isSpoilt] = await this.#exchange(asked.finish, said.idle, 0);
    if (this.alive) this.child.hold(false);
    return isSpoilt !== 0;
  }

  /** Sends a question and gives its answer. What does not carry the question's number is no answer to it. */
  async #exchange(
    kind: number,
    answer: number,
    milliseconds: number,
    payload: Uint8Array = new Uint8Array(),
  ): Promise<Uint8Array> {
    const nonce = randomBytes(nonceBytes);
    const message = new Uint8Array(headBytes + payload.length);
    message.set(nonce);
    new DataView(message.buffer).setFloat64(nonceBytes, milliseconds, true);
    message.set(payload, headBytes);
    const waiting = this.frame(answer);
    this.child.stdin.write(frameOf(kind, message));
    const bytes = await waiting;
    if (nonce.equals(bytes.subarray(0, nonceBytes))) return bytes.subarray(nonceBytes);
    await this.kill();
    throw new InterpreterDied('crash', 'it answered what it was not asked');
  }

  abstract interrupt(why: 'time' | 'stop'): void;

  async kill(): Promise<void> {
    this.alive = false;
    this.child.hold(true);
    this.child.kill();
    await this.ended;
  }
}

const reasons = ['memory', 'recursion', 'exit', 'crash'] as const;

/** The members of a JSON object that an interpreter has sent. */
export function readJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const given: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
