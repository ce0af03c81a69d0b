/** Every public name of the real NumPy: it is here, or its use says by name what is missing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBuiltinPython } from './builtinPython';
import type { BuiltinPython } from './builtinPython';

/** Made from the real NumPy by `names/list.py`. */
const data = readFileSync(join(import.meta.dirname, 'names', 'names.json'), 'utf8');
const { names } = JSON.parse(data) as { readonly names: Readonly<Record<string, readonly string[]>> };

/** What looking each name up ends in: `here`, `told`, or the error that nobody expects. */
const LOOK = `
import json, numpy as np

def look(owner, names):
    found = {}
    for name in names:
        try:
            getattr(eval(owner, {"np": np}), name)
        except Exception as error:
            told = "is not part of the built-in NumPy" in str(error)
            # An attribute that is there may have nothing to say of this object, in NumPy too.
            here = not isinstance(error, AttributeError)
            found[name] = "told" if told else "here" if here else f"{type(error).__name__}: {error}"
        else:
            found[name] = "here"
    return json.dumps(found)
`;

describe("NumPy's public names", function () {
  this.timeout(300_000);
  let python: BuiltinPython;
  const seen = new Map<string, Readonly<Record<string, string>>>();

  before(async () => {
    python = await startBuiltinPython();
    python.run(LOOK);
    for (const [owner, its] of Object.entries(names)) {
      const text = python.run(
        `look(${JSON.stringify(owner)}, json.loads(${JSON.stringify(JSON.stringify(its))}))`,
      );
      seen.set(owner, JSON.parse(String(text)) as Record<string, string>);
    }
  });

  it('are here, or say that they are not and what to do', () => {
    const silent = [...seen].flatMap(([owner, its]) =>
      Object.entries(its).flatMap(([name, what]) =>
        what === 'here' || what === 'told' ? [] : `${owner}.${name}: ${what}`,
      ),
    );
    assert.deepEqual(silent, []);
    const all = [...seen.values()].flatMap((its) => Object.values(its));
    const here = all.filter((what) => what === 'here').length;
    console.log(`      ${String(here)} of ${String(all.length)} names are here, the others say so`);
  });

  it('are said to be missing only where they are', () => {
    const listed = JSON.parse(
      String(
        python.run(`
from numpy import _elsewhere
owners = {"ndarray": "np.zeros(2)", "scalar": "np.float64(1)", "ufunc": "np.add", "nditer": "np.nditer([1])",
          "Generator": "np.random.default_rng(0)", "RandomState": "np.random.RandomState(0)"}
json.dumps({owners.get(owner, owner): sorted(its) for owner, its in _elsewhere.ELSEWHERE.items()})`),
      ),
    ) as Record<string, string[]>;
    const wrong = Object.entries(listed).flatMap(([owner, its]) =>
      its.filter((name) => seen.get(owner)?.[name] !== 'told').map((name) => `${owner}.${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('that are modules say so when they are imported', () => {
    for (const statement of [
      'import numpy.ma',
      'from numpy.polynomial import Chebyshev',
      'from numpy.polynomial.hermite import hermval',
      'from numpy import matrix',
      'import numpy.core.umath',
    ]) {
      assert.throws(
        () => python.run(statement),
        /np\.\S+ is not part of the built-in NumPy\. Use your own Python/,
      );
    }
    assert.throws(() => python.run('import numpy.nothing'), /ModuleNotFoundError/);
  });
});
