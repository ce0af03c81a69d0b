/** The Python files that go into the built-in CPython. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Reads `dist/python`: contents by path, with `/` between folders. */
export async function loadSources(pythonPath: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const entries = await readdir(pythonPath, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name).slice(pythonPath.length + 1))
    .sort();
  const contents = await Promise.all(paths.map((path) => readFile(join(pythonPath, path))));
  return Object.fromEntries(
    paths.map((path, index) => [path.split(sep).join('/'), contents[index] ?? new Uint8Array()]),
  );
}
