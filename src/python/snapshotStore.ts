/** Keeps a snapshot of CPython's memory: for this session in memory, for later ones in a file. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const digestBytes = 32;
const prefix = 'python-';
const suffix = '.snapshot';

/** The snapshot for one key. Files are written atomically and checked when read; a bad one counts as none. */
export class SnapshotStore {
  readonly #directory: string | null;
  readonly #key: string;
  #held: Uint8Array | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(directory: string | null, key: string) {
    this.#directory = directory;
    this.#key = key;
  }

  /** Whether there is something to load, not yet looked into. */
  mayHave(): boolean {
    return this.#held !== null || (this.#directory !== null && existsSync(this.#path(this.#directory)));
  }

  /** The snapshot; null where there is none or it is damaged. */
  async load(): Promise<Uint8Array | null> {
    if (this.#held !== null) return this.#held;
    if (this.#directory === null) return null;
    try {
      const file = await readFile(this.#path(this.#directory));
      const body = file.subarray(digestBytes);
      if (body.length === 0 || !digest(body).equals(file.subarray(0, digestBytes))) return null;
      this.#held = shared(body);
    } catch {
      return null;
    }
    return this.#held;
  }

  /** Keeps a snapshot; the file is written in the background, and failing to write it only costs time later. */
  keep(snapshot: Uint8Array): void {
    this.#held = shared(snapshot);
    if (this.#directory === null) return;
    this.#writing = this.#write(this.#directory, this.#held).catch(() => undefined);
  }

  /** Resolves once the file is written, or could not be. */
  settled(): Promise<void> {
    return this.#writing;
  }

  async forget(): Promise<void> {
    this.#held = null;
    await this.#writing;
    if (this.#directory !== null) await rm(this.#path(this.#directory), { force: true });
  }

  #path(directory: string): string {
    return join(directory, `${prefix}${this.#key}${suffix}`);
  }

  async #write(directory: string, snapshot: Uint8Array): Promise<void> {
    await mkdir(directory, { recursive: true });
    const target = this.#path(directory);
    const draft = `${target}.${randomUUID()}`;
    try {
      await writeFile(draft, [digest(snapshot), snapshot]);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    for (const name of await readdir(directory)) {
      if (name.startsWith(prefix) && name.endsWith(suffix) && join(directory, name) !== target) {
        await rm(join(directory, name), { force: true });
      }
    }
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** A copy that every worker can read without another copy. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
