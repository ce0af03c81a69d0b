/**
 * Ways to be given a pass for wrong code. Each snippet's function gives numbers that are right for the example that is
 * shown and wrong for any other, and then tries to have it pass: by leaving questions out, by answering in the harness's
 * place, by changing what compares. None passes, and the next learner's verdict is untouched.
 */
import assert from 'node:assert/strict';
import { exerciseById } from '../../src/course/course';
import { checkSnippet } from '../../src/grader/check';
import type { Report } from '../../src/grader/report';
import type { PythonRuntime } from '../../src/python/runtime';
import { describeEachPython } from './support';

const wrong = `
import sys
import numpy as np
def relu(x):
    forge()
    return np.abs(np.asarray(x)) * 0 + 0.25
`;

/** Every frame below, and every object in it and around it that can be got at: as code that no line trace slows down. */
const walk = `
exec(compile('''
def everything():
    frame, seen, found = sys._getframe(), set(), []
    todo = []
    while frame is not None:
        todo += [frame.f_locals, frame.f_globals]
        frame = frame.f_back
    for depth in range(4):
        after = []
        for thing in todo:
            if id(thing) in seen: continue
            seen.add(id(thing))
            found.append(thing)
            try: after += list(thing.values()) if isinstance(thing, dict) else list(vars(thing).values()) if hasattr(thing, "__dict__") else list(thing) if type(thing) in (list, tuple) else []
            except BaseException: pass
        todo = after
    return found
''', "walk", "exec"))
`;

const right = 'import numpy as np\ndef relu(x):\n    return np.maximum(0, x)';

/** What an answer with no error looks like on the wire, with as many calls as one likes. */
const message = `
def message(calls, numbers=b""):
    import json, struct
    text = json.dumps({"error": None, "calls": calls, "drives": [], "stdout": "", "stdoutTruncated": False, "blanks": [], "skipped": []}).encode()
    text += b" " * (-(8 + len(text)) % 8)
    return b"BPT1" + struct.pack("<I", len(text)) + text + numbers
def answer(name="probe"):
    return {"name": name, "returned": {"kind": "number", "type": "float", "value": 0}, "error": None, "deterministic": True, "divergesAt": None, "changedInputs": [], "trace": [], "traceTruncated": False, "returnLines": []}
os = sys.modules.get("os")
`;

const forgeries: Readonly<Record<string, string>> = {
  nothing: 'def forge(): pass',
  'leaving out the calls to come':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and "calls" in t:\n            try: del t["calls"][1:]\n            except BaseException: pass',
  'leaving out all calls':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and isinstance(t.get("calls"), list): t["calls"].clear()',
  'adding calls':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and isinstance(t.get("calls"), list): t["calls"] += t["calls"] * 3',
  'another request':
    'def forge():\n    for t in everything():\n        if hasattr(t, "request"):\n            try: t.request = {"calls": [], "drives": [], "source": None}\n            except BaseException: pass',
  'another function':
    'def forge():\n    for t in everything():\n        if hasattr(t, "function_name"):\n            t.function_name = "abs"\n            t.function = np.abs',
  'results of its own':
    'def forge():\n    for t in everything():\n        if type(t).__name__ == "Run":\n            t.calls = [answer() for _ in range(9)]',
  'no error':
    'def forge():\n    for t in everything():\n        if hasattr(t, "error"):\n            try: t.error = None\n            except BaseException: pass\n    raise ValueError',
  'a writer that lies':
    'def forge():\n    for t in everything():\n        if type(t).__name__ == "Writer":\n            type(t).value = lambda self, value, depth=0: {"kind": "number", "type": "float", "value": 0}',
  'a class whose methods lie':
    'def forge():\n    for t in everything():\n        if type(t).__name__ == "Run":\n            type(t).call = lambda self, *a: answer()\n            type(t).response = lambda self: message([answer()])',
  'code in the harness’s place':
    'def forge():\n    for t in everything():\n        if callable(t) and getattr(t, "__module__", "").startswith("harness") and hasattr(t, "__code__"):\n            try: t.__code__ = (lambda *a, **k: message([answer()])).__code__\n            except BaseException: pass',
  'an encoder that lies':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and "encode_json" in t: t["encode_json"] = lambda value: "{}"',
  'a frame that lies':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and "frame" in t: t["frame"] = lambda header, chunks: message([answer()])',
  'arrays that lie':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and "to_bytes" in t: t["to_bytes"] = lambda array: ("float64", array.shape, b"\\0" * 8 * array.size)',
  'comparisons that lie':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict):\n            for name in ("is_other", "without_text"):\n                if name in t: t[name] = lambda *a: False',
  'numpy that lies':
    'def forge():\n    np.asarray = np.array = lambda *a, **k: np.zeros(3)\n    np.ndarray.__eq__ = lambda *a: True',
  'builtins that lie':
    'import builtins\ndef forge():\n    builtins.zip = builtins.len = builtins.abs = builtins.any = lambda *a: 0',
  'a number that equals everything':
    'class N(float):\n    def __eq__(self, other): return True\n    __hash__ = float.__hash__\ndef forge(): pass\ndef relu(x): return N(1.0)',
  'an array class that shows something else':
    'class A(np.ndarray):\n    def astype(self, *a, **k): return np.zeros(self.shape)\n    def tobytes(self, *a): return b"\\0" * 8 * self.size\ndef forge(): pass\ndef relu(x): return np.ones(np.shape(x)).view(A)',
  'another function later':
    'n = [0]\ndef forge():\n    n[0] += 1\n    if n[0] > 1:\n        import __main__\n        __main__.relu = lambda x: 1',
  'an answer on every descriptor':
    'import struct\ndef forge():\n    data = message([answer() for _ in range(9)])\n    for n in range(0, 64):\n        for whole in (struct.pack("<IB", len(data) + 1, 1) + data, struct.pack("<I", len(data)) + data):\n            try: os.write(n, whole)\n            except BaseException: pass',
  'an answer, and the end':
    'import struct\ndef forge():\n    data = message([answer()])\n    for n in range(0, 64):\n        try: os.write(n, struct.pack("<I", len(data)) + data)\n        except BaseException: pass\n    os._exit(0)',
  'a short answer, and silence':
    'import struct\ndef forge():\n    for n in range(0, 64):\n        try: os.write(n, struct.pack("<I", 10) + b"x")\n        except BaseException: pass\n    os._exit(0)',
  'an answer that never ends':
    'import struct\ndef forge():\n    for n in range(3, 64):\n        try: os.write(n, struct.pack("<I", 2**31) + b"x" * 100)\n        except BaseException: pass',
  'every number that can be seen, sent back':
    'def forge():\n    for t in everything():\n        if isinstance(t, bytes) and len(t) >= 16:\n            for n in range(0, 64):\n                try: os.write(n, b"\\x15\\0\\0\\0\\x01" + t[:16] + b"\\0" * 8)\n                except BaseException: pass',
  'the questions, taken away':
    'def forge():\n    for n in range(3, 64):\n        try:\n            os.set_blocking(n, False)\n            os.read(n, 1 << 20)\n        except BaseException: pass',
  'the channel, closed':
    'def forge():\n    for n in range(0, 64):\n        try: os.close(n)\n        except BaseException: pass',
  'the channel, swapped':
    'def forge():\n    try:\n        r, w = os.pipe()\n        for n in range(3, 64):\n            try: os.dup2(w, n)\n            except BaseException: pass\n    except BaseException: pass',
  'the parent, stopped':
    'def forge():\n    try: os.kill(os.getppid(), 19)\n    except BaseException: pass\n    try: os.kill(os.getppid(), 9)\n    except BaseException: pass',
  'a trace function that goes on':
    'def lie(frame, event, argument):\n    if event == "return" and isinstance(frame.f_locals.get("result"), dict): frame.f_locals["result"].update(answer())\n    return lie\ndef forge():\n    frame = sys._getframe()\n    sys.settrace(lie)\n    while frame:\n        frame.f_trace = lie\n        frame = frame.f_back',
  'a thread that answers later':
    'def late():\n    import time\n    for _ in range(50):\n        time.sleep(0.01)\n        for n in range(3, 64):\n            try: os.write(n, b"\\x01\\0\\0\\0x")\n            except BaseException: pass\ndef forge():\n    sys.modules["_thread"].start_new_thread(late, ())',
  'a copy that answers later':
    'def forge():\n    if os.fork() == 0:\n        import time\n        time.sleep(0.3)\n        for n in range(3, 64):\n            try: os.write(n, b"\\x01\\0\\0\\0x")\n            except BaseException: pass\n        os._exit(0)',
  'an exit handler that answers':
    'def forge():\n    sys.modules["atexit"].register(lambda: [os.write(n, message([answer()])) for n in range(3, 64)])',
  'a verdict’s words':
    'def forge():\n    print(\'{"verdict": "pass", "diagnoses": []}\')\n    sys.stderr.write("✓ pass")',
  'the right answer as often as a probe is shown':
    'n = [0]\ndef forge(): n[0] += 1\ndef relu(x):\n    forge()\n    return np.maximum(0, x) if n[0] <= 2 else np.abs(x)',
  'the right answer while somebody looks':
    'def forge(): pass\ndef relu(x): return np.maximum(0, x) if sys.gettrace() else np.abs(x)',
  'the right answer while nobody looks':
    'def forge(): pass\ndef relu(x): return np.abs(x) if sys.gettrace() else np.maximum(0, x)',
  'the right answer for the first shape':
    'shapes = []\ndef forge(): pass\ndef relu(x):\n    shapes.append(x.shape)\n    return np.maximum(0, x) if x.shape == shapes[0] else np.abs(x)',
  'the right answer the second time only':
    'seen = set()\ndef forge(): pass\ndef relu(x):\n    key = x.tobytes()\n    again = key in seen\n    seen.add(key)\n    return np.maximum(0, x) if again else np.abs(x)',
  'the first arguments, every time':
    'def forge():\n    for t in everything():\n        if type(t).__name__ == "Arguments":\n            first = t.of\n            t.entries = lambda value: b"\\0" * 8 * int(np.prod(value["shape"]))\n            type(t).entries = lambda self, value: b"\\0" * 8 * int(np.prod(value["shape"]))',
  'an argument that is changed to fit': 'def forge(): pass\ndef relu(x):\n    x[...] = 0.25\n    return x',
  'an argument that is changed for the next':
    'kept = []\ndef forge(): pass\ndef relu(x):\n    for old in kept: old[...] = 0.25\n    kept.append(x)\n    return np.zeros_like(x) + 0.25',
  'an array that changes when it is returned':
    'kept = []\ndef forge():\n    for old in kept: old *= 0\ndef relu(x):\n    forge()\n    kept.append(np.ones_like(x))\n    return kept[-1]',
  'an object that gives another array each time':
    'class A:\n    n = 0\n    def __init__(self, x): self.x = x\n    def __array__(self, *a, **k):\n        A.n += 1\n        return np.maximum(0, self.x) if A.n % 2 else np.abs(self.x)\n    shape = property(lambda self: self.x.shape)\n    dtype = np.dtype("float64")\ndef forge(): pass\ndef relu(x): return A(x)',
  'an array class that compares as equal':
    'class A(np.ndarray):\n    def __eq__(self, other): return np.True_\n    def __ne__(self, other): return np.False_\n    def __sub__(self, other): return np.zeros(self.shape)\n    __rsub__ = __sub__\ndef forge(): pass\ndef relu(x): return np.abs(x).view(A)',
  'numbers that say they are others':
    'class N(float):\n    def __float__(self): return 0.0\n    def __abs__(self): return 0.0\n    def __sub__(self, other): return 0.0\n    __rsub__ = __sub__\n    def __repr__(self): return "0.0"\ndef forge(): pass\ndef relu(x): return [N(1) for _ in range(x.size)]',
  'the exception that ends a run':
    'def forge():\n    for t in everything():\n        if isinstance(t, dict) and "Stop" in t: raise t["Stop"](None)',
  'an exception that says there was none':
    'class E(BaseException):\n    def __bool__(self): return False\n    def __str__(self): return ""\n    __class__ = property(lambda self: type(None))\ndef forge(): raise E()',
  'the end of the program, in order': 'def forge():\n    print("pass")\n    raise SystemExit(0)',
  'the library under the harness':
    'def forge():\n    import json, struct, dataclasses, builtins\n    for module in (json, struct, dataclasses):\n        for name in list(vars(module)):\n            if callable(getattr(module, name)): setattr(module, name, lambda *a, **k: b"")\n    for name in ("isinstance", "type", "list", "tuple", "dict", "all", "id", "sum", "min", "max"):\n        setattr(builtins, name, lambda *a, **k: True)',
  'classes under the harness':
    'def forge():\n    for t in everything():\n        if isinstance(t, type) and getattr(t, "__module__", "").startswith("harness"):\n            for name in list(vars(t)):\n                if name[:2] != "__":\n                    try: setattr(t, name, lambda *a, **k: None)\n                    except BaseException: pass',
  'the collector’s list of everything':
    'def forge():\n    g = sys.modules["gc"]\n    for o in g.get_objects():\n        if type(o).__name__ == "Run": o.calls, o.error = [answer()] * 9, None\n        if type(o) is dict and "calls" in o: o["calls"].clear()',
  'the tutor’s own files':
    'def forge():\n    import io\n    roots = [p for p in sys.path + [getattr(m, "__file__", None) or "" for m in list(sys.modules.values())] if "dist" in p or "backprop" in p]\n    for root in roots:\n        base = root.split("/python")[0].split("/dist")[0]\n        for name in ("/dist/chapters.json", "/dist/gradingWorker.js", "/dist/cli.js", "/chapters.json", "/gradingWorker.js"):\n            try: print("READ", len(sys.modules["io"].open(base + name).read()))\n            except BaseException: pass',
  'a program that keeps the channel open':
    'def forge():\n    try: sys.modules["_frozen_importlib"]._gcd_import("_posixsubprocess").fork_exec([b"/bin/sleep", b"60"], (b"/bin/sleep", b"/usr/bin/sleep"), False, (), None, None, -1, -1, -1, -1, -1, -1, 0, 1, False, True, -1, None, None, None, -1, None, False)\n    except BaseException: pass',
  'a child that answers too':
    'def forge():\n    try:\n        if os.fork() == 0: return\n    except BaseException: pass',
  'a handler for the interrupt that goes on':
    'def forge():\n    try:\n        s = sys.modules["signal"]\n        for n in (2, 14, 15): s.signal(n, lambda *a: os.write(1, message([answer()])))\n    except BaseException: pass\n    while True: pass',
  'a generator in place of the answer': 'def forge(): pass\ndef relu(x):\n    yield np.maximum(0, x)',
  'a promise of an answer': 'def forge(): pass\nasync def relu(x): return np.maximum(0, x)',
  'a caller’s local array':
    'def forge():\n    frame = sys._getframe(1).f_back\n    while frame:\n        for name, value in list(frame.f_locals.items()):\n            try:\n                if type(value) is np.ndarray: value[...] = 0\n                else: frame.f_locals[name] = None\n            except BaseException: pass\n        frame = frame.f_back',
  'a float that is a str of its own':
    'class S(str):\n    def __eq__(self, other): return True\n    __hash__ = str.__hash__\ndef forge(): pass\ndef relu(x): return S("0.0")',
  'an array with two shapes':
    'class A(np.ndarray):\n    shape = property(lambda self: (1,))\n    size = property(lambda self: 1)\n    ndim = property(lambda self: 1)\ndef forge(): pass\ndef relu(x): return np.abs(x).view(A)',
  'a masked array that hides what is wrong':
    'def forge(): pass\ndef relu(x):\n    try: return np.ma.masked_array(np.abs(x), mask=np.asarray(x) < 0)\n    except BaseException: return np.abs(x)',
  'numbers that are none where it is wrong':
    'def forge(): pass\ndef relu(x): return np.where(np.asarray(x) > 0, x, np.nan)',
  'complex numbers whose real part is right':
    'def forge(): pass\ndef relu(x): return np.maximum(0, x) + 1j * np.abs(x)',
  'a structure whose first field is right':
    'def forge(): pass\ndef relu(x):\n    try:\n        out = np.zeros(np.shape(x), dtype=[("a", float), ("b", float)])\n        out["a"] = np.maximum(0, x)\n        return out\n    except BaseException: return np.abs(x)',
  'both answers at once': 'def forge(): pass\ndef relu(x): return np.maximum(0, x), np.abs(x)',
  'a view that is changed after the answer':
    'kept = []\ndef forge(): pass\ndef relu(x):\n    while kept: kept.pop()[...] = 0.25\n    out = np.abs(x)\n    kept.append(out)\n    return out[...]',
  'the right answer by the size of the stack':
    'def forge(): pass\ndef relu(x):\n    depth, frame = 0, sys._getframe()\n    while frame: depth, frame = depth + 1, frame.f_back\n    return np.maximum(0, x) if depth % 2 else np.abs(x)',
  'the right answer by the clock':
    'import time\nbegan = time.time()\ndef forge(): pass\ndef relu(x): return np.maximum(0, x) if time.time() - began < 0.000001 else np.abs(x)',
  'the right answer by what the numbers are':
    'def forge(): pass\ndef relu(x): return np.maximum(0, x) if np.allclose(np.ravel(x)[:1], np.round(np.ravel(x)[:1], 2)) else np.abs(x)',
  'the names of the tutor’s own':
    'import __main__\n__main__.verdict = verdict = report = "pass"\n__main__.__dict__["diagnoses"] = diagnoses = []\ndef forge(): pass',
  'the linear algebra under numpy':
    'def forge():\n    for name in ("maximum", "abs", "where", "multiply", "greater", "clip", "array_equal", "shares_memory", "may_share_memory", "copyto", "ascontiguousarray", "isfinite"):\n        setattr(np, name, lambda *a, **k: True)\n    for module in list(sys.modules.values()):\n        if getattr(module, "__name__", "").startswith("numpy"):\n            for name in ("asarray", "array", "ndarray", "float64", "dtype"):\n                try: setattr(module, name, lambda *a, **k: np.zeros(1))\n                except BaseException: pass',
  'a result that raises when it is looked at':
    'class A(np.ndarray):\n    def __getattribute__(self, name): raise SystemExit(0)\ndef forge(): pass\ndef relu(x): return np.abs(x).view(A)',
  'a long sleep': 'def forge():\n    import time\n    time.sleep(30)',
};

describeEachPython('no pass for wrong code by', (runtime) => {
  function check(python: PythonRuntime, source: string, timeoutSeconds = 10): Promise<Report> {
    const exercise = exerciseById('relu');
    assert.ok(exercise);
    return checkSnippet(exercise, source, python, { timeoutSeconds, language: 'en' });
  }

  it('at least seventy ways', () => {
    assert.ok(Object.keys(forgeries).length >= 70, String(Object.keys(forgeries).length));
  });

  for (const [title, source] of Object.entries(forgeries)) {
    it(title, async () => {
      // What waits for an answer that never comes need not wait long.
      const forged = await check(runtime(), `${wrong}${walk}${message}${source}`, 1.5);
      assert.notEqual(forged.verdict, 'pass');
      assert.notEqual(forged.error?.kind, 'syntax', `it tries nothing: ${forged.error?.message ?? ''}`);
      assert.doesNotMatch(forged.stdout, /^READ/mu);
      const next = await check(runtime(), right);
      assert.equal(next.verdict, 'pass', JSON.stringify(next.error));
    });
  }

  // After each but the last, the next one is that.
  it('anything before it', async () => {
    const { verdict, error } = await check(runtime(), `${wrong}def forge(): pass`);
    assert.equal(verdict, 'fail', JSON.stringify(error));
  });
});
