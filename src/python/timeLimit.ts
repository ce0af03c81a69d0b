/** How long a snippet may run. */
import type { Interpreter } from './interpreter';

/**
 * How long a snippet that was asked to end may take to do so, and when a replacement is started for it. A busy machine
 * may not let Python have its turn for some hundred milliseconds, and who is killed cannot say in which line it was.
 */
const graceMs = 600;
const stubbornMs = 100;
/** A timer set for longer than this many milliseconds (25 days) fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Interrupts at the end of the time, or when the person presses Stop; kills where that does not help. */
export class TimeLimit {
  reached = false;
  readonly #milliseconds: number;
  #began = performance.now();
  #timer: NodeJS.Timeout;
  readonly #interpreter: Interpreter;
  readonly #signal: AbortSignal | undefined;
  readonly #stubborn: () => void;
  readonly #stop = (): void => {
    this.#stubborn();
    this.#end('stop');
  };

  constructor(
    interpreter: Interpreter,
    milliseconds: number,
    signal: AbortSignal | undefined,
    stubborn: () => void,
  ) {
    this.#interpreter = interpreter;
    this.#signal = signal;
    this.#stubborn = stubborn;
    this.#milliseconds = milliseconds;
    this.#timer = this.#set();
    signal?.addEventListener('abort', this.#stop);
  }

  get leftMs(): number {
    return Math.max(0, this.#milliseconds - (performance.now() - this.#began));
  }

  /** The whole time again, where it is not over. */
  restart(): void {
    if (this.reached) return;
    clearTimeout(this.#timer);
    this.#began = performance.now();
    this.#timer = this.#set();
  }

  #set(): NodeJS.Timeout {
    return setTimeout(
      () => {
        this.#end('time');
      },
      Math.min(this.#milliseconds, longestTimerMs),
    );
  }

  #end(why: 'time' | 'stop'): void {
    clearTimeout(this.#timer);
    this.reached = true;
    this.#interpreter.interrupt(why);
    this.#timer = setTimeout(() => {
      this.#stubborn();
      this.#timer = setTimeout(() => void this.#interpreter.kill(), graceMs - stubbornMs);
    }, stubbornMs);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#stop);
  }
}
