/** What the kernels assume of CPython: what happens where it does not hold, and that it is assumed in one file only. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { ObjectMemory } from '../../src/numpy/kernels/abi';
import type { PythonApi } from '../../src/numpy/kernels/pythonApi';

const kernels = join(import.meta.dirname, '../../src/numpy/kernels');
const sources = readdirSync(kernels, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({
    name,
    text: readFileSync(join(kernels, name), 'utf8'),
  }));

describe("what NumPy's kernels assume of CPython", function () {
  this.timeout(300_000);
  let api: PythonApi;

  before(async () => {
    const pyodide = await loadPyodide({ jsglobals: {} });
    api = (pyodide as unknown as { readonly _module: PythonApi })._module;
  });

  /** The same CPython, but for one function, which gives something else. */
  function altered<K extends keyof PythonApi>(name: K, value: PythonApi[K]): PythonApi {
    return new Proxy(api, {
      get: (target, key): unknown => (key === name ? value : Reflect.get(target, key)),
    });
  }

  it('holds for the Pyodide at hand', () => {
    new ObjectMemory(api).checkLayout();
  });

  it('is refused by name for another version', () => {
    const other = api._malloc(16);
    new Uint8Array(api.HEAPU8.buffer).set(new TextEncoder().encode('3.15.0 (main)\0'), other);
    const memory = new ObjectMemory(altered('_Py_GetVersion', () => other));
    assert.throws(() => {
      memory.checkLayout();
    }, /^Error: NumPy cannot start: .*CPython 3\.14\.x, and this is CPython 3\.15\.0\. Adapt .*abi\.ts/);
    api._free(other);
  });

  const shifted: readonly (readonly [keyof PythonApi & `_Py${string}`, RegExp])[] = [
    ['_PyFloat_FromDouble', /the type of an object/],
    ['_PyTuple_New', /the length of a tuple/],
    ['_PyList_New', /the length of a list/],
    ['_PyBytes_FromStringAndSize', /the length of a bytes object/],
  ];
  for (const [name, complaint] of shifted) {
    it(`is refused where the objects of ${name} are laid out otherwise`, () => {
      const real = Reflect.get(api, name) as (...given: never[]) => number;
      const moved = (...given: never[]): number => {
        // An object whose fields lie four bytes further on than this address says.
        const at = api._malloc(64);
        const object = real(...given);
        api.HEAPU8.copyWithin(at + 4, object, object + 48);
        return at;
      };
      const quiet = new Proxy(altered(name, moved as never), {
        get: (target, key): unknown => (key === '_Py_DecRef' ? () => undefined : Reflect.get(target, key)),
      });
      assert.throws(() => {
        new ObjectMemory(quiet).checkLayout();
      }, complaint);
    });
  }

  it('never becomes an address by a number written elsewhere', () => {
    const literal =
      /\(\w+ \+ \d+\) ?>> ?[23]|\b(?:object|bytes|list|tuple|type|slice|descriptor|member) \+ \d/;
    const found = sources.filter(({ name, text }) => name !== 'abi.ts' && literal.test(text));
    assert.deepEqual(
      found.map(({ name }) => name),
      [],
    );
  });

  it('is not covered up: no missing element counts as zero', () => {
    const found = sources.filter(({ text }) => /\] \?\? (?:0n?|1|8|'')(?!\d)/.test(text));
    assert.deepEqual(
      found.map(({ name }) => name).filter((name) => name !== 'layout.ts'),
      [],
    );
  });

  it('is written in files that can be read', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 300);
    assert.deepEqual(
      long.map(({ name }) => name),
      [],
    );
  });
});
