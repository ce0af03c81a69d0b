/** The Python files that go into the built-in CPython. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Reads `dist/python`: contents by path, with `/` between folders. */
export function loadSources(pythonPath: string): Readonly<Record<string, Uint8Array>> {
  const paths = readdirSync(pythonPath, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.py'))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(pythonPath, path))]),
  );
}
