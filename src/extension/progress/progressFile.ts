/**
 * A second copy of the progress, in a file. VS Code keeps its global state in memory for a moment before it writes
 * it, and a window that dies or is reloaded within that moment takes an exercise just passed with it; a file is
 * written at once. Free of VS Code, so that it can be tested as it is.
 */
import { setImmediate } from 'node:timers/promises';
import {
  mergeProgress,
  noProgress,
  readProgress,
  salvageOverlap,
  salvageProgress,
  storedForm,
} from './progressModel';
import type { Progress } from './progressModel';

/** Progress is a few kilobytes. A file up to here is read as JSON, whatever it holds; a larger one is only searched. */
const largestJson = 256 * 1024;
/** No more of a file than this is looked at. */
const mostSearched = 64 * 1024 * 1024;
const pieceLength = 1024 * 1024;

/** The file that the copy is kept in. */
export interface ProgressPlace {
  /** The file's bytes, where there are no more than so many; undefined where there is no file. */
  read(limit: number): Promise<Uint8Array | 'too-large' | undefined>;
  /** Replaces the file. */
  write(text: string): Promise<void>;
  /** Gives the file another name, and tells it. */
  setAside(): Promise<string>;
  /** Tells the learner that a damaged file has been kept under another name. */
  tellAside(name: string, salvaged: Progress): void;
  /** Notes what went wrong; the progress is in VS Code's state as well. */
  warn(what: string, error: unknown): void;
}

export class ProgressFile {
  private waiting: Progress | undefined;
  private writing: Promise<void> | undefined;
  /** One look at a time: a damaged file is set aside once. */
  private looking: Promise<Progress> | undefined;

  constructor(private readonly place: ProgressPlace) {}

  /** What the file holds, nothing where it cannot be read. One that is damaged is kept under another name. */
  async read(): Promise<Progress> {
    try {
      return await this.look();
    } catch (error) {
      this.place.warn('The copy of the progress could not be read.', error);
      return noProgress;
    }
  }

  /** Adds progress to the file. Calls while a write is under way become one. */
  keep(progress: Progress): void {
    this.waiting = this.waiting ? mergeProgress(progress, this.waiting) : progress;
    this.writing ??= this.writeWaiting().finally(() => (this.writing = undefined));
  }

  /** Waits until everything is on disk. */
  async flush(): Promise<void> {
    await this.writing;
  }

  private look(): Promise<Progress> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookOnce(): Promise<Progress> {
    const bytes = await this.place.read(mostSearched);
    if (bytes === undefined) return noProgress;
    const found = bytes === 'too-large' ? undefined : parse(bytes);
    if (found) return found;
    const salvaged = bytes === 'too-large' ? noProgress : await search(bytes);
    this.place.tellAside(await this.place.setAside(), salvaged);
    // What was found in it is not left to the next write.
    if (salvaged !== noProgress) this.keep(salvaged);
    return salvaged;
  }

  private async writeWaiting(): Promise<void> {
    while (this.waiting) {
      const progress = this.waiting;
      this.waiting = undefined;
      try {
        // Another window may have written what this one does not know yet. A file that cannot be read is left alone.
        const all = mergeProgress(progress, await this.look());
        await this.place.write(JSON.stringify(storedForm(all)));
      } catch (error) {
        this.place.warn('The copy of the progress could not be written.', error);
      }
    }
  }
}

/** The progress of a file that is what it should be; undefined for any other. */
function parse(bytes: Uint8Array): Progress | undefined {
  if (bytes.length > largestJson) return undefined;
  try {
    const { progress, whole } = readProgress(JSON.parse(new TextDecoder().decode(bytes)));
    return whole ? progress : undefined;
  } catch {
    return undefined;
  }
}

/** Looks for entries in a text of any size and kind, piece by piece, so that the window goes on meanwhile. */
async function search(bytes: Uint8Array): Promise<Progress> {
  let found = noProgress;
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const piece = new TextDecoder().decode(
      bytes.subarray(Math.max(0, at - salvageOverlap), at + pieceLength),
    );
    found = mergeProgress(found, salvageProgress(piece));
    await setImmediate();
  }
  return found;
}
