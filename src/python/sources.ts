/** The Python files that go into the built-in CPython, and a key that changes whenever they change. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

export interface Sources {
  /** Contents by path, with `/` between folders. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Names a snapshot of CPython after importing them. */
  readonly key: string;
}

/** Reads `dist/python`. The key stands for these files and for the realm's script, which CPython's loader is part of. */
export async function loadSources(pythonPath: string, realm: Uint8Array): Promise<Sources> {
  const entries = await readdir(pythonPath, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name).slice(pythonPath.length + 1))
    .sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(pythonPath, path))));
  const hash = createHash('sha256').update(realm);
  const files: Record<string, Uint8Array> = {};
  paths.forEach((path, index) => {
    const name = path.split(sep).join('/');
    const bytes = contents[index] ?? new Uint8Array();
    hash.update(`\0${name}\0${String(bytes.length)}\0`).update(bytes);
    files[name] = bytes;
  });
  return { files, key: hash.digest('hex') };
}
