/** Whatever a snippet does to the interpreter, the next one does not notice. */
import assert from 'node:assert/strict';
import { assertHealthy, callOf, describeEachPython, errorOf, run } from './support';

/** Each is run, and then a normal snippet must work, and soon. What they report themselves does not matter. */
const spoilers: Readonly<Record<string, string>> = {
  'empties builtins': 'import builtins\nfor name in list(vars(builtins)):\n    delattr(builtins, name)',
  'replaces len, print and isinstance':
    'import builtins\nbuiltins.len = lambda v: 0\nbuiltins.print = None\nbuiltins.isinstance = lambda *a: True\ndef f(): return 1',
  'replaces __import__ and __build_class__':
    'import builtins\nbuiltins.__import__ = None\nbuiltins.__build_class__ = None\ndef f(): return 1',
  'replaces functions of numpy':
    'import numpy as np\nnp.dot = np.sum = np.ones = np.array = lambda *a, **k: 42\ndef f(): return np.dot(1, 2)',
  'replaces what numpy’s random is':
    'import numpy as np\nnp.random.seed = np.random.randn = None\ndef f(): return 1',
  'changes operators of arrays':
    'import numpy as np\ntry:\n    np.ndarray.__add__ = lambda a, b: 3\n    np.ndarray.dot = None\nexcept TypeError: pass\ndef f(): return 1',
  'replaces the ndarray class':
    'import numpy as np\nnp.ndarray = np.generic = int\ndef f(): return np.ones(3)',
  'sets numpy to None in sys.modules': 'import sys\nsys.modules["numpy"] = None\ndef f(): return 1',
  'clears sys.modules': 'import sys\nsys.modules.clear()\ndef f(): return 1',
  'replaces settrace': 'import sys\nsys.settrace = sys.setprofile = lambda f: None\ndef f(x): return x',
  'traces by itself':
    'import sys\ndef t(frame, event, arg): raise ValueError\ndef f(x):\n    sys.settrace(t)\n    return x',
  'profiles by itself':
    'import sys\ndef t(frame, event, arg): raise ValueError\ndef f(x):\n    sys.setprofile(t)',
  'replaces the standard streams':
    'import sys\nsys.stdout = sys.stderr = None\nsys.__stdout__ = 3\ndef f(): return 1',
  'closes the standard streams':
    'import sys\nsys.stdout.close()\nsys.stderr.close()\nprint("x")\ndef f(): return 1',
  'spoils the standard streams':
    'import sys\nsys.stdout.write = None\ntype(sys.stdout).write = lambda *a: 1/0\nprint("x")\ndef f(): return 1',
  'replaces json':
    'import json\njson.loads = json.dumps = json.JSONEncoder = None\njson.encoder.c_make_encoder = None\ndef f(): return 1',
  'replaces struct and time':
    'import struct, time\nstruct.pack = struct.unpack = None\ntime.monotonic = lambda: 0\ndef f(): return 1',
  'replaces traceback and linecache':
    'import traceback, linecache\ntraceback.TracebackException = None\nlinecache.getlines = None\nlinecache.cache = 3\n1/0',
  'replaces ast': 'import ast\nast.walk = ast.parse = None\nast.Return = int\ndef f(): return 1',
  'sets the recursion limit': 'import sys\nsys.setrecursionlimit(60)\ndef f(): return 1',
  'changes the path':
    'import sys\nsys.path.clear()\nsys.path_hooks.clear()\nsys.meta_path.clear()\ndef f(): return 1',
  'sets hooks': 'import sys\nsys.excepthook = sys.displayhook = sys.unraisablehook = lambda *a: 1/0\n1/0',
  'changes warnings':
    'import warnings\nwarnings.simplefilter("error")\nwarnings.showwarning = None\ndef f(): return 1',
  'changes what numpy prints and reports':
    'import numpy as np\nnp.set_printoptions(precision=1)\nnp.seterr(all="raise")\ndef f(): return 1',
  'seeds everything': 'import random, numpy as np\nrandom.seed(1)\nnp.random.seed(1)\ndef f(): return 1',
  'replaces random and math':
    'import random, math\nrandom.random = lambda: 4\nmath.sin = math.pi = None\ndef f(): return 1',
  'raises SystemExit': 'raise SystemExit(7)',
  'raises KeyboardInterrupt': 'def f(): raise KeyboardInterrupt',
  'raises GeneratorExit': 'def f(): raise GeneratorExit',
  'raises an exception that cannot be shown':
    'class E(BaseException):\n    def __str__(self): raise self\n    __repr__ = __str__\ndef f(): raise E()',
  'returns what cannot be shown': 'class A:\n    def __repr__(self): return 3\ndef f(): return A()',
  'returns liars':
    'import numpy as np\nclass A(list):\n    def __iter__(self): raise ValueError\n    def __len__(self): return -1\n' +
    'class B(int):\n    def __int__(self): return "x"\n    def __abs__(self): raise ValueError\ndef f(): return A([1]), B(3)',
  'has a callable that is no function':
    'class F:\n    def __call__(self, x): return x\n    def __getattr__(self, name): 1/0\nf = F()',
  'deletes itself': 'def f(x):\n    globals().clear()\n    return 1',
  'reaches its caller’s frames':
    'import sys\ndef f(x):\n    frame = sys._getframe()\n    while frame:\n        for name in list(frame.f_locals):\n            try: frame.f_locals[name] = None\n            except Exception: pass\n        frame = frame.f_back\n    return 1',
  'spoils its caller’s globals':
    'import sys\ndef f(x):\n    frame = sys._getframe()\n    while frame:\n        for name in list(frame.f_globals):\n            if name not in ("__builtins__",): frame.f_globals[name] = None\n        frame = frame.f_back\n    return 1',
  'imports the harness': 'import harness\nharness.run = None',
  'looks for the harness among the modules':
    'import sys\nfor name in ("harness", "__main__"):\n    module = sys.modules.get(name)\n    if module: vars(module).clear()\ndef f(): return 1',
  'ends Python (os._exit)': 'import sys\nsys.modules["os"]._exit(0)',
  'ends Python (os.abort)': 'import sys\nsys.modules["os"].abort()',
  'ends Python inside the function': 'import sys\ndef f(x): sys.modules["posix"]._exit(1)',
  'kills the process': 'import sys\nos = sys.modules["os"]\nos.kill(os.getpid(), 9)',
  'sets an alarm': 'import sys\nsignal = sys.modules["signal"]\nsignal.alarm(1)',
  'ignores interrupts and ends':
    'import sys\nsignal = sys.modules["signal"]\nsignal.signal(2, signal.SIG_IGN)\ndef f(): return 1',
  'ignores interrupts':
    'import sys\nsignal = sys.modules["signal"]\nsignal.signal(2, signal.SIG_IGN)\nwhile True: pass',
  'starts a thread': 'import sys\nsys.modules["threading"].Thread(target=lambda: print("late")).start()',
  'freezes the garbage collector':
    'import sys\ngc = sys.modules["gc"]\ngc.callbacks.append(lambda *a: 1/0)\ngc.disable()',
  'starts a thread that never ends':
    'import sys\ndef spin():\n    while True: pass\nsys.modules["_thread"].start_new_thread(spin, ())',
  'watches by sys.monitoring':
    'import sys\nm = sys.monitoring\nm.use_tool_id(2, "mine")\nm.set_events(2, m.events.LINE)\nm.register_callback(2, m.events.LINE, lambda *a: 1/0)\ndef f(): return 1',
  'leaves a finalizer':
    'import builtins\nclass A:\n    def __del__(self, b=builtins): b.len = None\nkeep = [A()]\nkeep.append(keep)\ndef f(): return 1',
  'fills a dictionary with equal hashes':
    'class H:\n    def __hash__(self): return 1\n    def __eq__(self, other): return False\nd = {H(): i for i in range(3000)}\ndef f(): return 1',
  'hides in __main__':
    'import __main__\n__main__.run = __main__.serve = None\nvars(__main__).clear()\ndef f(): return 1',
};

describeEachPython('a snippet that', (runtime) => {
  for (const [title, source] of Object.entries(spoilers)) {
    it(title, async () => {
      for (const trace of [true, false]) {
        await run(runtime(), source, {
          args: { x: { kind: 'number', type: 'float', value: 1 } },
          trace,
          twice: true,
          timeoutSeconds: 1,
        });
        await assertHealthy(runtime());
      }
    });
  }

  it('crashes what can be crashed gets a sentence, not a hang', async () => {
    const source = 'import sys\nctypes = sys.modules.get("ctypes")\nsys.modules["os"].abort()';
    const error = await errorOf(runtime(), source);
    assert.equal(error.kind, 'exception');
    assert.match(error.message, /Python (itself|crashed)/u);
    await assertHealthy(runtime());
  });

  it('changes json or struct does not change its own report', async () => {
    const source =
      'import json, struct, sys\njson.encoder.c_make_encoder = json.dumps = lambda *a: "forged"\nstruct.pack = lambda *a: b""\n' +
      'def f(): return [1.5] * 20';
    const call = await callOf(runtime(), source);
    assert.deepEqual(call.returned?.kind === 'list' && call.returned.items[0], {
      kind: 'number',
      type: 'float',
      value: 1.5,
    });
  });

  it('turns the trace off still gives its result', async () => {
    const source = 'import sys\ndef f():\n    a = 1\n    sys.settrace(None)\n    b = 2\n    return a + b';
    const call = await callOf(runtime(), source, { trace: true });
    assert.deepEqual(call.returned, { kind: 'number', type: 'int', value: 3 });
  });

  it('leaves nothing behind does not cost a new Python', async () => {
    const phases: string[] = [];
    const listening = runtime().onPhase((phase) => phases.push(phase));
    const source =
      'import math, random, json, collections, itertools, functools, copy, statistics, dataclasses, typing, warnings\n' +
      'import numpy as np\nnp.random.seed(1)\nnp.set_printoptions(precision=3)\nnp.seterr(all="ignore")\n' +
      'warnings.filterwarnings("ignore")\nprint(np.ones(3), repr(np.zeros((2, 2))))\nx = np.random.randn(3)\n' +
      'rng = np.random.RandomState(3)\ndef f(): return np.linalg.norm(x)';
    for (let round = 0; round < 3; round++) {
      const { error } = await callOf(runtime(), source, { trace: true });
      assert.equal(error, null, error?.message);
      await assertHealthy(runtime());
    }
    listening.dispose();
    assert.ok(!phases.includes('starting'), phases.join(' '));
  });
});
