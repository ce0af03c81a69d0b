/** Makes `dist/builtin/python.snapshot`: the built-in CPython's memory after its imports, so that no start repeats them. */
import { createHash, randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRealm } from '../src/python/bareRealm';
import { packSnapshotFile, programName, readSnapshotFile } from '../src/python/snapshotFile';
import { loadSources } from '../src/python/sources';

/** Makes the file unless it is there and fits. */
export async function makeSnapshot(builtinPath: string, pythonPath: string): Promise<void> {
  const own = (name: string): Promise<Buffer<ArrayBuffer>> => readFile(join(builtinPath, name));
  const path = join(builtinPath, 'python.snapshot');
  const [script, wasm, library] = await Promise.all([
    own('realm.js'),
    own('pyodide.asm.wasm'),
    own('python_stdlib.zip'),
  ]);
  const sources = await loadSources(pythonPath);
  const program = programName({ script, wasm, library });
  const hash = createHash('sha256');
  for (const [file, bytes] of Object.entries(sources))
    hash.update(`${file} ${String(bytes.length)}\n`).update(bytes);
  const madeOf = hash.digest('hex');
  if ((await readSnapshotFile(path, program, madeOf)) !== null) return;
  const realm = new BareRealm();
  const host = { now: () => performance.now(), random: () => randomInt(2 ** 32) };
  const { snapshot } = await realm.start(script.toString('utf8'), realm.compile(wasm), host, {
    library,
    sources,
    snapshot: null,
    makeSnapshot: true,
    memoryBytes: 2 ** 29,
  });
  if (snapshot === null) throw new Error('Python left no snapshot');
  await writeFile(path, packSnapshotFile(snapshot, program, madeOf));
}
