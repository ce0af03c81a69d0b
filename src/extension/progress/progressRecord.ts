/**
 * The progress as all windows and machines of a learner know it together: in VS Code's global state, which every window
 * may have changed since this one last looked. Free of VS Code, so that it can be tested as it is.
 */
import { mergeProgress, noProgress, progressSchema, readProgress, storedForm } from './progressModel';
import type { Progress, ReadProgress } from './progressModel';

/**
 * One key for each schema: a version of the extension that knows only an older schema keeps its own record and never
 * writes over a newer one, and a newer version finds the older record to begin from.
 */
const keyOf = (schema: number): string => `progress.v${String(schema)}`;
const asideKey = 'progress.aside';

/** The part of VS Code's memento that progress needs. */
export interface ProgressMemento {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
  setKeysForSync(keys: readonly string[]): void;
}

export class ProgressRecord {
  private known: Progress = noProgress;
  /** What was last found in the state: VS Code gives the same object until another one is stored. */
  private last: { readonly stored: unknown; readonly read: ReadProgress } | undefined;

  constructor(private readonly memento: ProgressMemento) {
    memento.setKeysForSync([keyOf(progressSchema)]);
  }

  /** All progress: what this window knows, with what other windows and machines have added. */
  get all(): Progress {
    this.known = mergeProgress(this.known, this.read());
    return this.known;
  }

  /** Takes in what somebody else has added, without storing it: they have. */
  takeIn(other: Progress): void {
    this.known = mergeProgress(this.all, other);
  }

  /** Stores what one step makes of all progress; gives what is stored. */
  advance(step: (all: Progress) => Progress): Progress {
    this.known = step(this.all);
    void this.memento.update(keyOf(progressSchema), storedForm(this.known));
    return this.known;
  }

  private read(): Progress {
    let stored: unknown;
    for (let schema: number = progressSchema; schema > 0 && stored === undefined; schema--)
      stored = this.memento.get(keyOf(schema));
    if (this.last && this.last.stored === stored) return this.last.read.progress;
    const read = readProgress(stored);
    this.last = { stored, read };
    if (!read.whole && this.memento.get(asideKey) === undefined) void this.memento.update(asideKey, stored);
    return read.progress;
  }
}
