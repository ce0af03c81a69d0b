/** The command line as a person or a script starts it, in a folder of its own. */
import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exerciseById } from '../../src/course/course';

/** What `npm run build` makes. */
export const cli = join(__dirname, '../../dist/cli.js');

export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a process says until it ends. */
export function collect(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      settle({ status, out, err });
    });
  });
}

/** Runs the command line with these words, and nothing to read. */
export function run(...words: readonly string[]): Promise<Outcome> {
  return runWith('', ...words);
}

/** Runs the command line with these words, and this to read. */
export function runWith(input: string, ...words: readonly string[]): Promise<Outcome> {
  return runAs({}, input, ...words);
}

/** An account that may read no more than everybody may; as whom one is, where that is not root anyway. */
export const somebody: SpawnOptions =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534, env: { ...process.env, HOME: tmpdir() } } : {};

/** Runs the command line so, with these words, and this to read. */
export function runAs(options: SpawnOptions, input: string, ...words: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [cli, ...words], { ...options, stdio: 'pipe' });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return collect(child);
}

/** Does the same with each of several things, a few at a time: a process mostly waits for the one that it starts. */
export async function sideBySide<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things.values();
  const worker = async (): Promise<void> => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all([worker(), worker(), worker()]);
}

/** The solution of an exercise. */
export function solutionOf(id: string): string {
  const exercise = exerciseById(id);
  if (!exercise) throw new Error(`no exercise ${id}`);
  return exercise.solution;
}

/** A folder for files that a test writes. */
export class Folder {
  #path = '';

  get path(): string {
    return this.#path;
  }

  make(): void {
    this.#path = mkdtempSync(join(tmpdir(), 'bpt-cli-'));
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }

  /** Writes a file, with the folders above it; tells its path. */
  readonly write = (name: string, content: string | Uint8Array = ''): string => {
    const file = join(this.#path, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
}
