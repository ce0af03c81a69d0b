/** What the queue of snippets needs of a Python: to be asked, interrupted and ended. */

/** A Python that is ready: a worker or a process. */
export interface Interpreter {
  readonly description: string;
  /** False once it has ended, for whatever reason. */
  readonly alive: boolean;
  /**
   * Asks one thing about a snippet: see `conversation.ts`. `milliseconds` is the time that is left, for an interpreter
   * that looks to it itself. Rejects with `InterpreterDied` where the interpreter ends first.
   */
  ask(question: Uint8Array<ArrayBuffer>, milliseconds: number): Promise<Uint8Array>;
  /** The snippet is done with. Resolves when the next could come; true where another Python is to take it. */
  finish(): Promise<boolean>;
  /** The time is over, or somebody wants the running snippet to stop: asks it to end, as Ctrl+C does. */
  interrupt(why: 'time' | 'stop'): void;
  /** Ends the interpreter at once. */
  kill(): Promise<void>;
}

/** Why an interpreter is no more. */
export class InterpreterDied extends Error {
  override readonly name = 'InterpreterDied';
  constructor(
    readonly reason: 'memory' | 'recursion' | 'exit' | 'crash',
    detail: string,
  ) {
    super(detail);
  }
}

/** Makes an interpreter; `first` is called where it takes longer because it is the first on this machine. */
export type InterpreterFactory = (first: () => void) => Promise<Interpreter>;
