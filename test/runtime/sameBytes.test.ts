/** Whatever a snippet changes of the world around it, the next check gives the same answer, byte for byte. */
import { strict as assert } from 'node:assert';
import type { PythonRuntime, SnippetRun } from '../../src/python/runtime';
import { describeEach, matrix, run } from './support';

/** What a snippet may change that others look at, and an expression that is true once it has. */
interface Change {
  readonly statements: readonly string[];
  readonly shown: string;
}

const changes: Readonly<Record<string, Change>> = {
  environment: {
    // The setter of `os.environ` is closed to snippets, what it keeps its entries in is not.
    statements: [
      'os = sys.modules["os"]',
      'os.environ._data.clear()',
      'os.environ._data[os.environ.encodekey("BACKPROP_CHANGED")] = os.environ.encodevalue("1")',
      'os.environ.clear()',
      'os.umask(0o777)',
    ],
    shown: 'os.environ.get("BACKPROP_CHANGED") == "1" and len(os.environ) == 1',
  },
  builtins: {
    statements: [
      'import builtins',
      'builtins.len = lambda x: 7',
      'builtins.sum = builtins.max = builtins.sorted = lambda *a, **k: 0',
      'builtins.mine = 1',
      'builtins.__import__ = None',
      'builtins.isinstance = None',
    ],
    shown: 'len("") == 7 and sorted([1]) == 0 and mine == 1 and isinstance is None',
  },
  'functions of NumPy': {
    statements: [
      'np.dot = np.sum = np.matmul = np.exp = lambda *a, **k: 0.0',
      'np.ndarray.mine = 1',
      'np.float64 = float',
      'np.random.randn = lambda *a: 1.0',
      'np.linalg.norm = None',
    ],
    shown:
      'np.dot(1, 2) == 0.0 and np.float64 is float and np.random.randn(9) == 1.0 and np.linalg.norm is None',
  },
  'settings of NumPy': {
    statements: [
      'before = np.random.get_state()[1].tolist()',
      'np.seterr(all="raise")',
      'np.set_printoptions(precision=1, suppress=True)',
      'np.random.seed(12345)',
      'np.random.rand(100)',
    ],
    shown:
      'np.geterr()["divide"] == "raise" and str(np.array([1 / 3])) == "[0.3]" and np.random.get_state()[1].tolist() != before',
  },
  collector: {
    statements: [
      'gc = sys.modules["gc"]',
      'gc.disable()',
      'gc.set_threshold(1, 1, 1)',
      'gc.callbacks.append(lambda *a: None)',
      'gc.freeze()',
    ],
    shown:
      'not gc.isenabled() and gc.get_threshold()[0] == 1 and len(gc.callbacks) > 0 and gc.get_freeze_count() > 0',
  },
  modules: {
    statements: [
      'for name in list(sys.modules):\n    if name not in ("sys", "builtins"): sys.modules[name] = None',
      'sys.modules.clear()',
    ],
    shown: 'not sys.modules',
  },
  'search for modules': {
    statements: [
      'sys.path[:] = ["/nowhere"]',
      'sys.meta_path.clear()',
      'sys.path_hooks.clear()',
      'sys.path_importer_cache.clear()',
    ],
    shown: 'sys.path == ["/nowhere"] and not sys.meta_path and not sys.path_hooks',
  },
  'interpreter’s own': {
    statements: [
      'sys.setrecursionlimit(300)',
      'sys.stdout = sys.stderr = None',
      'sys.excepthook = sys.displayhook = None',
      'sys.setswitchinterval(1.0)',
      'sys.set_int_max_str_digits(700)',
      'sys.argv[:] = ["changed"]',
    ],
    shown:
      'sys.getrecursionlimit() == 300 and sys.stdout is None and sys.excepthook is None and sys.getswitchinterval() == 1.0 and sys.argv == ["changed"]',
  },
  harness: {
    statements: [
      'replaced = []',
      'for name, module in list(sys.modules.items()):\n    if "harness" in name or name in ("json", "struct", "inspect", "dis", "traceback"):\n        for key, value in list(vars(module).items()):\n            if callable(value) and not key.startswith("__"):\n                setattr(module, key, lambda *a, **k: None)\n                replaced.append(name)',
    ],
    shown:
      'len(replaced) > 50 and sys.modules["json"].dumps(1) is None and sys.modules["struct"].pack("<d", 1) is None',
  },
  'lists and dictionaries of all modules': {
    statements: [
      // A collection that fell into it would find callbacks that are none, and say so.
      'sys.modules["gc"].disable()',
      'touched = []',
      'for name, module in list(sys.modules.items()):\n    for key, one in list(getattr(module, "__dict__", {}).items()):\n        if type(one) not in (list, dict) or len(one) > 4 or module is sys.modules["__main__"]: continue\n        if type(one) is list: one.append(1)\n        else: one["changed"] = 1\n        touched.append(key)',
    ],
    shown: 'len(touched) > 10',
  },
  'random numbers': {
    statements: [
      'import random',
      'random.seed(1)',
      'first = random.random()',
      'random.random = lambda: 0.5',
      'np.random.seed(1)',
      'np.random.set_state(np.random.get_state())',
    ],
    shown: 'first != 0.5 and random.random() == 0.5 and np.random.rand() == np.random.RandomState(1).rand()',
  },
  warnings: {
    statements: [
      'import warnings',
      'warnings.simplefilter("error")',
      'warnings.warn = print',
      'warnings.showwarning = None',
    ],
    shown: 'warnings.filters[0][0] == "error" and warnings.warn is print and warnings.showwarning is None',
  },
};

/** Each statement by itself: one that fails keeps none of the others from being tried. It prints whether all took effect. */
function changing({ statements, shown }: Change): string {
  return [
    'import sys',
    'import numpy as np',
    'out = sys.stdout',
    ...statements.flatMap((statement) => [
      'try:',
      ...statement.split('\n').map((line) => `    ${line}`),
      'except BaseException: pass',
    ]),
    `if ${shown}: out.write('took effect')`,
    'def f(x): return x',
    '',
  ].join('\n');
}

const looking = [
  'import sys, random, math, warnings, builtins',
  'import numpy as np',
  'def f(x):',
  '    np.random.seed(3)',
  '    drawn = np.random.randn(2, 2)',
  '    print(np.array([1 / 3, 1e-9]), sorted([3, 1, 2]), len("four"), hasattr(builtins, "mine"))',
  '    warnings.warn("seen")',
  '    os, gc = sys.modules["os"], sys.modules["gc"]',
  '    print(sorted(os.environ), gc.isenabled(), gc.get_threshold(), len(gc.callbacks), sys.getswitchinterval(), len(sys.argv))',
  '    norm = np.linalg.norm(x)',
  '    return np.dot(x, x), np.exp(x).sum(axis=0), drawn, norm, np.float64(1.5), sys.getrecursionlimit(), len(sys.path), len(sys.meta_path), hasattr(np.ndarray, "mine")',
].join('\n');

const x = matrix([
  [1, 2],
  [3, 4.5],
]);

/** Everything that a check answers but how long it took, numbers to their last bit. */
function bytesOf(answered: SnippetRun): string {
  return JSON.stringify(answered, (key, value: unknown) => {
    if (/(?:milliseconds|seconds|ms)$/iu.test(key)) return undefined;
    return value instanceof Float64Array ? Buffer.from(value.slice().buffer).toString('hex') : value;
  });
}

async function look(runtime: PythonRuntime): Promise<string> {
  return bytesOf(await run(runtime, looking, { args: { x }, trace: true, twice: true }));
}

describeEach('after a snippet that changes', (runtime) => {
  let before: string;

  it('nothing, a check answers', async () => {
    before = await look(runtime());
    assert.match(before, /"returned":\{"kind":"tuple"/u);
    assert.equal(await look(runtime()), before);
  });

  for (const [what, change] of Object.entries(changes)) {
    it(`the ${what}, the next check answers the same`, async () => {
      const { stdout, error } = await run(runtime(), changing(change), {
        args: { x },
        trace: true,
        twice: true,
        timeoutSeconds: 5,
      });
      // What leaves the tutor nothing to answer with has taken effect, too.
      const isStopped = (error?.message ?? '').includes('could not judge what the snippet left behind');
      assert.ok(isStopped || stdout === 'took effect', error?.message ?? stdout);
      assert.equal(await look(runtime()), before);
    });
  }
});
