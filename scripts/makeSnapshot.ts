/** Makes `dist/builtin/python.snapshot`: the built-in CPython's memory after its imports, so that no start repeats them. */
import { createHash, randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BareRealm } from '../src/python/bareRealm';
import { packSnapshotFile, programName, snapshotAt } from '../src/python/snapshotFile';
import { loadSources } from '../src/python/sources';

/** Makes the file unless it is there and fits. */
export async function makeSnapshot(builtinPath: string, pythonPath: string): Promise<void> {
  const own = (name: string): Uint8Array => readFileSync(join(builtinPath, name));
  const path = join(builtinPath, 'python.snapshot');
  const [script, wasm, library] = [own('realm.js'), own('pyodide.asm.wasm'), own('python_stdlib.zip')];
  const sources = loadSources(pythonPath);
  const program = programName(script, wasm, library);
  const madeOf = nameOf(sources);
  if (isThere(path, program, madeOf)) return;
  const realm = new BareRealm();
  realm.furnish(Buffer.from(script).toString('utf8'));
  const host = { now: () => performance.now(), random: () => randomInt(2 ** 32) };
  const { snapshot } = await realm.start(realm.compile(wasm), host, {
    library,
    sources,
    snapshot: null,
    snapshotAt: 0,
    makeSnapshot: true,
    memoryBytes: 2 ** 29,
  });
  if (snapshot === null) throw new Error('Python left no snapshot');
  writeFileSync(path, packSnapshotFile(snapshot, program, madeOf));
}

function isThere(path: string, program: string, madeOf: string): boolean {
  try {
    return snapshotAt(readFileSync(path), program, madeOf) > 0;
  } catch {
    return false;
  }
}

function nameOf(sources: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of Object.entries(sources))
    hash.update(`${path} ${String(bytes.length)}\n`).update(bytes);
  return hash.digest('hex');
}
