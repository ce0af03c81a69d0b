/** The Python files that go into the built-in CPython, and a key that changes whenever they or CPython change. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

export interface Sources {
  /** Contents by path, with `/` between folders. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Names a snapshot of CPython after importing them. */
  readonly key: string;
}

/** Reads `dist/python`, and the version of pyodide beside it. */
export async function loadSources(pyodidePath: string, pythonPath: string): Promise<Sources> {
  const entries = await readdir(pythonPath, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name).slice(pythonPath.length + 1))
    .sort();
  const hash = createHash('sha256').update(await readFile(join(pyodidePath, 'package.json')));
  // A snapshot holds nothing of Node, but what made it does: another Node may lay the start out differently.
  hash.update(`${process.versions.node.split('.')[0] ?? ''} ${process.arch}`);
  const files: Record<string, Uint8Array> = {};
  for (const path of paths) {
    const name = path.split(sep).join('/');
    const bytes = await readFile(join(pythonPath, path));
    hash.update(`\0${name}\0${String(bytes.length)}\0`).update(bytes);
    files[name] = bytes;
  }
  return { files, key: hash.digest('hex').slice(0, 24) };
}
