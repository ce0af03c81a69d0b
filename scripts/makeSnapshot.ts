/** Makes `dist/builtin/python.snapshot`: the built-in CPython's memory after its imports, so that no start repeats them. */
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRealm } from '../src/python/bareRealm';
import { packSnapshot, readSnapshot } from '../src/python/snapshotFile';
import { loadSources } from '../src/python/sources';

/** Makes the file unless it is there and fits. Packing it as small as for a release takes a minute. */
export async function makeSnapshot(
  builtinPath: string,
  pythonPath: string,
  isRelease: boolean,
): Promise<void> {
  const own = (name: string): Promise<Buffer<ArrayBuffer>> => readFile(join(builtinPath, name));
  const path = join(builtinPath, 'python.snapshot');
  const script = await own('realm.js');
  const { files, key } = await loadSources(pythonPath, script);
  if (!isRelease && (await readSnapshot(path, key)) !== null) return;
  const host = { now: () => performance.now(), random: () => randomInt(2 ** 32) };
  const { snapshot } = await new BareRealm().start(script.toString('utf8'), host, {
    wasm: await own('pyodide.asm.wasm'),
    library: await own('python_stdlib.zip'),
    sources: files,
    snapshot: null,
    makeSnapshot: true,
    memoryBytes: 2 ** 29,
  });
  if (snapshot === null) throw new Error('Python left no snapshot');
  await writeFile(path, packSnapshot(snapshot, key, isRelease ? 'small' : 'quick'));
}
