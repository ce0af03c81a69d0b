/** Whatever a snippet changes of the world around it, the next check gives the same answer, byte for byte. */
import { strict as assert } from 'node:assert';
import type { PythonRuntime, SnippetRun } from '../../src/python/runtime';
import { describeEach, matrix, run } from './support';

/** What a snippet may change that others look at; what is not there, or may not be changed, stays. */
const changes: Readonly<Record<string, string>> = {
  environment:
    'os = sys.modules["os"]\nos.environ["BACKPROP_CHANGED"] = "1"\nos.environ.clear()\ngetattr(os, "putenv", print)("LC_ALL", "C")\nos.umask(0o777)',
  builtins:
    'import builtins\nbuiltins.len = lambda x: 7\nbuiltins.sum = builtins.max = builtins.sorted = lambda *a, **k: 0\nbuiltins.mine = 1\nbuiltins.__import__ = None\nbuiltins.isinstance = None',
  'functions of NumPy':
    'np.dot = np.sum = np.matmul = np.exp = lambda *a, **k: 0.0\nnp.ndarray.mine = 1\nnp.float64 = float\nnp.random.randn = lambda *a: 1.0\nnp.linalg.norm = None',
  'settings of NumPy':
    'np.seterr(all="raise")\nnp.set_printoptions(precision=1, suppress=True)\nnp.random.seed(12345)\nnp.random.rand(100)',
  collector:
    'gc = sys.modules["gc"]\ngc.disable()\ngc.set_threshold(1, 1, 1)\ngc.callbacks.append(lambda *a: None)\ngc.freeze()',
  modules:
    'for name in list(sys.modules):\n    if name not in ("sys", "builtins"): sys.modules[name] = None\nsys.modules.clear()',
  'search for modules':
    'sys.path[:] = ["/nowhere"]\nsys.meta_path.clear()\nsys.path_hooks.clear()\nsys.path_importer_cache.clear()',
  'interpreter’s own':
    'sys.setrecursionlimit(300)\nsys.stdout = sys.stderr = None\nsys.excepthook = sys.displayhook = None\nsys.setswitchinterval(1.0)\nsys.set_int_max_str_digits(700)\nsys.argv[:] = ["changed"]',
  harness:
    'for name, module in list(sys.modules.items()):\n    if "harness" in name or name in ("json", "struct", "inspect", "dis", "traceback"):\n        for key, value in list(vars(module).items()):\n            if callable(value) and not key.startswith("__"): setattr(module, key, lambda *a, **k: None)',
  'objects that the harness holds':
    'for one in sys.modules["gc"].get_objects():\n    if type(one) is list and len(one) < 5: one.append(1)\n    if type(one) is dict and len(one) < 5:\n        try: one["changed"] = 1\n        except BaseException: pass',
  'random numbers':
    'import random\nrandom.seed(1)\nrandom.random = lambda: 0.5\nnp.random.set_state(np.random.get_state())',
  warnings:
    'import warnings\nwarnings.simplefilter("error")\nwarnings.warn = print\nwarnings.showwarning = None',
};

/** Each statement by itself: one that fails keeps none of the others from being tried. */
function changing(statements: string): string {
  const tried = statements.replaceAll('\\', '\\\\').replaceAll("'''", "\\'\\'\\'");
  return [
    'import sys, ast',
    'import numpy as np',
    `for node in ast.parse('''${tried}''').body:`,
    '    try: exec(compile(ast.Module([node], []), "change", "exec"), globals())',
    '    except BaseException: pass',
    'def f(x): return x',
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

  for (const [what, statements] of Object.entries(changes)) {
    it(`the ${what}, the next check answers the same`, async () => {
      await run(runtime(), changing(statements), { args: { x }, trace: true, timeoutSeconds: 5 });
      assert.equal(await look(runtime()), before);
    });
  }
});
