/**
 * Ways out that people have found or might find, each harmless here: whatever a snippet tries, nothing outside happens,
 * nothing of outside comes in, and the next check is as if it had not been.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertHealthy, describeEachPython, run } from './support';

/** `act(os)` does what must not be done with whatever module `os` was got hold of; `look` finds one. */
const tools = `
import sys
def act(os):
    try: os.system("touch " + TARGET)
    except BaseException: pass
    try: os.close(os.open(TARGET, 65, 511))
    except BaseException: pass
    try: print(os.read(os.open(SECRET, 0), 100))
    except BaseException: pass
    try: os.mkdir(TARGET)
    except BaseException: pass
    try: print(os.environ.get("BACKPROP_TEST_SECRET"), os.getenv("BACKPROP_TEST_SECRET"))
    except BaseException: pass
os = sys.modules.get("os")
`;

const frames = `
frame = sys._getframe()
while frame is not None:
    for name, value in list(frame.f_globals.items()):
        try:
            if hasattr(value, "closed"): value.closed = False
            if hasattr(value, "running"): value.running = False
            if hasattr(value, "importing"): value.importing = 9
        except BaseException: pass
    frame = frame.f_back
`;

const escapes: Readonly<Record<string, string>> = {
  'a way to say what an exception is':
    'class E(Exception):\n    def __str__(self):\n        act(os)\n        return "e"\ndef f(): raise E()',
  'a way to show what an exception is':
    'class E(BaseException):\n    def __repr__(self):\n        act(os)\n        return "e"\n    __str__ = __repr__\ndef f(): raise E()',
  'a class of exceptions with a name that acts':
    'class M(type):\n    @property\n    def __name__(cls):\n        act(os)\n        return "M"\nclass E(Exception, metaclass=M): pass\ndef f(): raise E()',
  'a module of an exception that acts':
    'class S(str):\n    def __eq__(self, other):\n        act(os)\n        return True\n    __hash__ = str.__hash__\nclass E(Exception): pass\nE.__module__ = S("m")\ndef f(): raise E()',
  'notes of an exception':
    'class N:\n    def __str__(self):\n        act(os)\n        return "n"\nclass E(Exception):\n    __notes__ = [N()]\ndef f(): raise E()',
  'the cause of an exception':
    'class C(Exception):\n    def __str__(self):\n        act(os)\n        return "c"\ndef f(): raise ValueError() from C()',
  'the arguments of a SyntaxError':
    'class S(str):\n    def __str__(self):\n        act(os)\n        return "s"\ndef f(): raise SyntaxError(S("a"), ("snippet.py", 1, 1, S("b")))',
  'the name of a ModuleNotFoundError':
    'class S(str):\n    def partition(self, at):\n        act(os)\n        return (self, "", "")\ndef f(): raise ModuleNotFoundError("x", name=S("os"))',
  'a finder in sys.meta_path':
    'class F:\n    @staticmethod\n    def find_spec(name, path=None, target=None):\n        act(os)\nsys.meta_path.insert(0, F)\nimport colorsys',
  'a finder that stays behind':
    'class F:\n    @staticmethod\n    def find_spec(name, path=None, target=None):\n        act(os)\nsys.meta_path.insert(0, F)\ndef f(): return 1',
  'a hook in sys.path_hooks':
    'def hook(path):\n    act(os)\n    raise ImportError\nsys.path_hooks.insert(0, hook)\nsys.path_importer_cache.clear()\nimport colorsys',
  'a loader of its own':
    'import types\nclass L:\n    @staticmethod\n    def find_spec(name, path=None, target=None):\n        return types.SimpleNamespace(name=name, loader=L, origin=None, submodule_search_locations=None, has_location=False, cached=None, parent="", loader_state=None, _initializing=False)\n    @staticmethod\n    def create_module(spec): return None\n    @staticmethod\n    def exec_module(module): act(os)\nsys.meta_path.insert(0, L)\nimport qwertyuiop',
  'a module that is found within an import':
    'class F(str):\n    def __eq__(self, other):\n        act(os)\n        return False\n    __hash__ = str.__hash__\nsys.modules[F("colorsys")] = None\nimport colorsys',
  'an import that runs a call of its own':
    'b = sys.modules["_frozen_importlib"]\nb._call_with_frames_removed(act, os)\nb._call_with_frames_removed(os.system, "touch " + TARGET)',
  'an import with another import inside':
    'b = sys.modules["_frozen_importlib"]\ndef other(name): act(os)\nb._find_and_load("nothing.there", other)',
  'an import whose import is os.system':
    'b = sys.modules["_frozen_importlib"]\nb._find_and_load("touch " + TARGET.replace(".", "") + ".x", os.system)',
  'the globals of the frames below': `${frames}act(os)`,
  'the globals of the frames below, in the function': `def f():\n${frames
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n    act(os)`,
  'the globals of the guarded import':
    'g = __builtins__["__import__"] if isinstance(__builtins__, dict) else __import__\nfor cell in (getattr(g, "__closure__", None) or ()):\n    try: cell.cell_contents = lambda *a: None\n    except BaseException: pass\nfor name, value in list(getattr(g, "__globals__", {}).items()):\n    try: value.closed = False\n    except BaseException: pass\nact(os)',
  'another audit hook': 'sys.addaudithook(lambda event, arguments: None)\nact(os)',
  'an audit event of its own': 'sys.audit("backprop.open")\nsys.audit("backprop.close")\nact(os)',
  'an object that dies in a cycle':
    'class D:\n    def __del__(self): act(os)\nd = D()\nd.me = d\ndel d\ndef f(): return 1',
  'an object that dies when the result is dropped':
    'class D:\n    def __del__(self): act(os)\ndef f(): return D()',
  'an object that dies with the module':
    'class D:\n    def __del__(self, act=act, os=os): act(os)\nkept = D()\ndef f(): return 1',
  'an object that dies as an argument':
    'class D:\n    def __del__(self): act(os)\nclass E(Exception): pass\ndef f(): raise E(D())',
  'a weak reference’s callback':
    'import weakref\nclass A: pass\na = A()\nr = weakref.finalize(a, act, os)\ndel a\ndef f(): return 1',
  'a finalizer at the end':
    'import weakref\nclass A: pass\na = A()\nr = weakref.finalize(a, act, os)\ndef f(): return 1',
  'an exit handler': 'sys.modules["atexit"].register(act, os)\ndef f(): return 1',
  'a function with a code property':
    'class F:\n    @property\n    def __code__(self):\n        act(os)\n        raise AttributeError\n    def __call__(self): return 1\nf = F()',
  'a function with a name property':
    'class F:\n    @property\n    def __name__(self):\n        act(os)\n        return "f"\n    def __getattr__(self, name): act(os)\n    def __call__(self): raise TypeError\nf = F()',
  'a function whose code lies about its file':
    'exec(compile("act(os)", os.__file__, "exec"), {"act": act, "os": os})',
  'code in the name of the import':
    'exec(compile("act(os)", "<frozen importlib._bootstrap>", "exec"), {"act": act, "os": os})',
  'code with another file’s name put in':
    'act.__code__ = act.__code__.replace(co_filename=os.__file__)\nact(os)',
  'code by marshal': 'import marshal\nexec(marshal.loads(marshal.dumps(act.__code__)), {"os": os})\nact(os)',
  'a thread':
    'sys.modules["_thread"].start_new_thread(act, (os,))\ndef f():\n    import time\n    time.sleep(0.2)',
  'a thread that waits for the guard':
    'def late():\n    import time\n    for _ in range(20):\n        time.sleep(0.02)\n        act(os)\nt = sys.modules.get("threading")\nt.Thread(target=late).start()\ndef f(): return 1',
  'a trace function in the frames below':
    'def t(frame, event, argument):\n    act(os)\n    return t\nsys.settrace(t)\nframe = sys._getframe()\nwhile frame:\n    frame.f_trace = t\n    frame = frame.f_back\ndef f(): return 1',
  'a profile function': 'def t(frame, event, argument): act(os)\nsys.setprofile(t)\ndef f(): return 1',
  'sys.monitoring':
    'm = sys.monitoring\nm.use_tool_id(3, "t")\nm.set_events(3, m.events.PY_START)\nm.register_callback(3, m.events.PY_START, lambda *a: act(os))\ndef f(): return 1',
  'a signal’s handler':
    's = sys.modules["signal"]\ns.signal(s.SIGINT, lambda *a: act(os))\ns.setitimer(s.ITIMER_REAL, 0.01)\nwhile True: pass',
  'hooks of the interpreter':
    'sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *a: act(os)\nclass D:\n    def __del__(self): 1/0\nD()\n1/0',
  'a stream that acts':
    'class S:\n    def write(self, text):\n        act(os)\n        return 0\n    def flush(self): act(os)\nsys.stdout = sys.stderr = S()\nprint("x")\n1/0',
  'an array class that acts':
    'import numpy as np\nclass A(np.ndarray):\n    def __array_finalize__(self, other): act(os)\n    def __array_wrap__(self, *a): act(os)\n    def __array_ufunc__(self, *a, **k): act(os)\n    def tobytes(self, *a):\n        act(os)\n        return b""\ndef f(): return np.ones(3).view(A)',
  'a number that acts':
    'class N(float):\n    def __abs__(self): act(os)\n    def __float__(self): act(os)\n    def __eq__(self, other): act(os)\n    __hash__ = None\ndef f(): return N(1.0), [N(2.0)]',
  'a tuple that acts':
    'class T(tuple):\n    def __iter__(self):\n        act(os)\n        return iter(())\n    def __len__(self):\n        act(os)\n        return 0\ndef f(): return T((1, 2))',
  'the classes of everything':
    'for c in object.__subclasses__():\n    for m in list(vars(c).values()):\n        g = getattr(m, "__globals__", None)\n        if g:\n            for n in ("os", "_os", "posix"):\n                if n in g: act(g[n])',
  'loaders that read':
    'for c in object.__subclasses__():\n    if "Loader" in c.__name__ or "Importer" in c.__name__:\n        try: print(c("m", SECRET).get_data(SECRET))\n        except BaseException: pass',
  'modules made anew':
    'i = sys.modules["_imp"]\nm = sys.modules["_frozen_importlib"].BuiltinImporter\nfor name in ("posix", "nt", "_socket", "_thread"):\n    try: act(m.load_module(name))\n    except BaseException: pass',
  'the collector’s objects':
    'g = sys.modules["gc"]\nfor o in g.get_objects():\n    if type(o) is dict and "closed" in o: o["closed"] = False\nact(os)',
  'the referrers of a function': 'g = sys.modules["gc"]\nprint(g.get_referrers(act))\nact(os)',
  'frames of other threads':
    'for frame in sys._current_frames().values():\n    for v in list(frame.f_globals.values()):\n        try: v.closed = False\n        except BaseException: pass\nact(os)',
  'a traceback’s frames':
    'try: 1/0\nexcept ZeroDivisionError as e: frame = e.__traceback__.tb_frame\nwhile frame:\n    frame.f_locals.clear() if frame.f_back is None else None\n    for v in list(frame.f_locals.values()):\n        try: v.closed = False\n        except BaseException: pass\n    frame = frame.f_back\nact(os)',
  'a generator’s frames':
    'def g():\n    yield sys._getframe()\nframe = next(g())\nwhile frame:\n    for v in list(frame.f_globals.values()):\n        try: v.closed = False\n        except BaseException: pass\n    frame = frame.f_back\nact(os)',
  pickles:
    'import pickle\ntry: pickle.loads(b"cposix\\nsystem\\n(V" + ("touch " + TARGET).encode() + b"\\ntR.")\nexcept BaseException: pass\nclass R:\n    def __reduce__(self): return act, (os,)\npickle.loads(pickle.dumps(R()))',
  'numpy’s files':
    'import numpy as np\nfor way in (lambda: np.save(TARGET, np.ones(3)), lambda: np.savetxt(TARGET, np.ones(3)), lambda: np.ones(3).tofile(TARGET), lambda: print(np.fromfile(SECRET, dtype=np.uint8)), lambda: print(np.loadtxt(SECRET, dtype=str)), lambda: np.memmap(TARGET, mode="w+", shape=(3,)), lambda: print(np.genfromtxt(SECRET, dtype=str))):\n    try: way()\n    except BaseException: pass\ndef f(): return 1',
  'the library’s files':
    'import logging, zipfile, gzip, tarfile, wave, codecs, io\nfor way in (lambda: logging.FileHandler(TARGET), lambda: zipfile.ZipFile(TARGET, "w"), lambda: gzip.open(TARGET, "w"), lambda: tarfile.open(TARGET, "w"), lambda: wave.open(TARGET, "w"), lambda: print(codecs.open(SECRET).read()), lambda: print(io.open(SECRET).read()), lambda: print(io.FileIO(SECRET).read()), lambda: io.FileIO(TARGET, "w")):\n    try: way()\n    except BaseException: pass\ndef f(): return 1',
  'open with a path that lies':
    'class P(str):\n    def replace(self, *a): return "/usr/lib/python3"\n    def startswith(self, *a): return True\n    def decode(self, *a): return "/usr/lib"\nfor way in (lambda: print(sys.modules["io"].open(P(SECRET)).read()), lambda: sys.modules["io"].open(P(TARGET), "w")):\n    try: way()\n    except BaseException: pass',
  'open with a path that acts':
    'class P:\n    def __fspath__(self):\n        act(os)\n        return SECRET\nprint(sys.modules["io"].open(P()).read())',
  'a descriptor that is open':
    'for n in range(3, 64):\n    try: print(os.read(n, 100))\n    except BaseException: pass\n    try: os.ftruncate(n, 0)\n    except BaseException: pass',
  sockets:
    'for name in ("socket", "_socket"):\n    try: sys.modules[name].socket().connect(("127.0.0.1", PORT))\n    except BaseException: pass\n    try: sys.modules["_frozen_importlib"].BuiltinImporter.load_module(name).socket().connect(("127.0.0.1", PORT))\n    except BaseException: pass',
  addresses:
    'for name in ("urllib.request", "http.client", "logging.handlers", "asyncio", "xmlrpc.client"):\n    try: __import__(name)\n    except BaseException: pass\nu = sys.modules.get("urllib.request")\nu and u.urlopen("http://127.0.0.1:%d" % PORT)',
  processes:
    'for name in ("subprocess", "_posixsubprocess", "multiprocessing", "pty"):\n    try: sys.modules[name].run(["touch", TARGET])\n    except BaseException: pass\nfor way in ("popen", "system", "posix_spawn", "execv", "fork"):\n    try: getattr(os, way)("touch " + TARGET)\n    except BaseException: pass',
  'C’s functions':
    'try: c = sys.modules["ctypes"]\nexcept KeyError: c = sys.modules["_frozen_importlib"]._gcd_import("ctypes")\nc.CDLL(None).system(b"touch " + TARGET.encode())\nc.pythonapi.PyRun_SimpleString(b"import os")',
  'Pyodide’s JavaScript':
    'h = sys.modules["_pyodide._importhook"]\np = h.jsfinder.jsproxies["pyodide_js"]\np.mountNodeFS("/mnt", "/")\nprint(open("/mnt" + SECRET).read())',
  'JavaScript by all means':
    'for name in ("js", "pyodide_js", "pyodide", "pyodide.code", "_pyodide", "_pyodide_core", "pyodide.ffi"):\n    m = sys.modules.get(name)\n    if m is None:\n        try: m = sys.modules["_frozen_importlib"]._gcd_import(name)\n        except BaseException: continue\n    for way in ("run_js", "eval", "to_js"):\n        try: print(getattr(m, way)("process.env"))\n        except BaseException: pass\n    for value in list(vars(m).values()):\n        try: print(value.constructor.constructor("return process")().env)\n        except BaseException: pass',
  'Emscripten’s script':
    'c = sys.modules["_frozen_importlib"]._gcd_import("ctypes")\nc.pythonapi.emscripten_run_script_string.restype = c.c_char_p\nprint(c.pythonapi.emscripten_run_script_string(b"JSON.stringify(process.env)"))',
  'the files of the other side':
    'for root in ("/proc/self/environ", "/proc/self/cwd", "/proc/1/environ"):\n    for way in (lambda: sys.modules["io"].open(root, "rb").read(), lambda: os.listdir(root)):\n        try: print(way())\n        except BaseException: pass',
  'a coroutine’s frame':
    'async def g(): act(sys._getframe().f_builtins["__import__"]("posix"))\nc = g()\ntry: c.send(None)\nexcept BaseException: pass\nframe = sys._getframe()\nwhile frame:\n    try: print(frame.f_builtins["open"](SECRET).read())\n    except BaseException: pass\n    try: act(frame.f_builtins["__import__"]("os"))\n    except BaseException: pass\n    frame = frame.f_back',
  'another interpreter, by its old name':
    'b = sys.modules["_frozen_importlib"]\ni = b._gcd_import("_xxsubinterpreters")\nn = i.create()\ni.run_string(n, "import os\\nos.system(%r)\\nos.mkdir(%r)\\nprint(open(%r).read())" % ("touch " + TARGET, TARGET, SECRET))',
  'another interpreter':
    'b = sys.modules["_frozen_importlib"]\ni = b._gcd_import("_interpreters")\nn = i.create()\ni.run_string(n, "import os\\nos.system(%r)\\nos.mkdir(%r)\\nprint(open(%r).read())" % ("touch " + TARGET, TARGET, SECRET))',
  'another interpreter, imported':
    'for name in ("_xxsubinterpreters", "_interpreters", "_testcapi", "_testinternalcapi", "concurrent.interpreters"):\n    try:\n        i = __import__(name)\n        n = i.create()\n        i.run_string(n, "import os\\nos.mkdir(%r)" % TARGET)\n    except BaseException: pass',
  'a process without subprocess':
    'import sys\nfor get in (lambda: sys.modules["_posixsubprocess"], lambda: sys.modules["_frozen_importlib"]._gcd_import("_posixsubprocess"), lambda: sys.modules["_frozen_importlib"].BuiltinImporter.load_module("_posixsubprocess")):\n    try:\n        p = get()\n        r, w = os.pipe()\n        args = [[b"/bin/touch", TARGET.encode()], (b"/bin/touch", b"/usr/bin/touch"), True, (w,), None, None, -1, -1, -1, -1, -1, -1, r, w, True, False, -1, None, None, None, -1, None]\n        for extra in ([], [True]):\n            try: print(p.fork_exec(*args, *extra))\n            except BaseException as e: print(type(e), e)\n    except BaseException as e: print(type(e), e)\nimport time\ntime.sleep(0.3)\ndef f():\n    import time\n    time.sleep(0.3)',
  'a named pipe':
    'try: os.mkfifo(TARGET)\nexcept BaseException: pass\ntry: os.mknod(TARGET)\nexcept BaseException: pass',
  links:
    'for way in ("symlink", "link", "rename", "replace"):\n    try: getattr(os, way)(SECRET, TARGET)\n    except BaseException: pass',
  'a socket in the file system':
    's = b = sys.modules["_frozen_importlib"]._gcd_import("_socket")\nx = s.socket(1, 1)\nx.bind(TARGET)',
  'a loader that writes':
    'e = sys.modules["_frozen_importlib_external"]\nfor way in (lambda: e._write_atomic(TARGET, b"x"), lambda: e.SourceFileLoader("m", TARGET).set_data(TARGET, b"x"), lambda: e.SourceFileLoader("m", TARGET)._cache_bytecode(TARGET, TARGET, b"x"), lambda: print(e.FileLoader("m", SECRET).get_data(SECRET)), lambda: print(e.SourceFileLoader("m", SECRET).get_source("m")), lambda: e.ExtensionFileLoader("m", SECRET).load_module("m"), lambda: print(sys.modules["zipimport"].zipimporter(SECRET))):\n    try: way()\n    except BaseException as x: pass',
  'a codec that acts':
    'import codecs\ncodecs.register(lambda name: act(os))\ncodecs.register_error("mine", lambda e: (act(os), ("", e.end))[1])\nfor way in (lambda: "x".encode("nothing-there"), lambda: "\\u2028".encode("ascii", "mine"), lambda: codecs.lookup("posix"), lambda: print(codecs.open(SECRET, encoding="rot13").read())):\n    try: way()\n    except BaseException: pass\nprint("\\ud800")',
  'a reduction':
    'r = ().__reduce_ex__(2)[0]\ng = r.__globals__["__builtins__"]\ng = g if isinstance(g, dict) else vars(g)\nfor way in (lambda: print(g["open"](SECRET).read()), lambda: act(g["__import__"]("os"))):\n    try: way()\n    except BaseException: pass',
  'a copy that acts':
    'import copy\nclass D:\n    def __deepcopy__(self, memo): act(os)\n    def __copy__(self): act(os)\n    def __reduce_ex__(self, n): act(os)\ncopy.deepcopy([D()])\ncopy.copy(D())\ndef f(): return D()',
  'a class that acts while it is made':
    'class M(type):\n    @classmethod\n    def __prepare__(m, *a):\n        act(os)\n        return {}\n    def mro(cls):\n        act(os)\n        return type.mro(cls)\n    def __instancecheck__(cls, one): act(os)\nclass A(metaclass=M):\n    def __init_subclass__(cls): act(os)\n    def __class_getitem__(cls, k): act(os)\nclass B(A): pass\ndef f():\n    isinstance(1, A)\n    return B(), A[1]',
  'text that formats':
    'print("{0.__globals__[sys].modules[os].environ}".format(act))\nprint("{0.__class__.__base__}".format(1))',
  'a source for tracebacks':
    'class L:\n    def get_source(self, name):\n        act(os)\n        return "act"\ng = {"__loader__": L(), "__name__": "m", "__spec__": None}\ncode = compile("def go(): 1/0", "elsewhere.py", "exec")\nexec(code, g)\nimport linecache\nlinecache.lazycache("snippet.py", g)\nlinecache.lazycache("elsewhere.py", g)\ndef f(): g["go"]()',
  'a generator that ends':
    'def g():\n    try: yield 1\n    finally: act(os)\nkept = g()\nnext(kept)\nother = g()\nnext(other)\ndel other\ndef f():\n    one = g()\n    next(one)\n    return one',
  'hooks of generators':
    'sys.set_asyncgen_hooks(firstiter=lambda g: act(os), finalizer=lambda g: act(os))\nasync def g(): yield 1\na = g()\ntry: a.__anext__().send(None)\nexcept BaseException: pass\nsys.breakpointhook = lambda *a: act(os)\nsys.modules["builtins"].breakpoint()',
  'a function with the harness’s globals':
    'import types\nframe = sys._getframe()\nwhile frame:\n    try: types.FunctionType(act.__code__, {**frame.f_globals})(os)\n    except BaseException: pass\n    try: frame.f_globals["sys"].modules["os"].mkdir(TARGET)\n    except BaseException: pass\n    frame = frame.f_back',
  'every cell':
    'seen = set()\ndef open_up(value, depth):\n    if depth > 6 or id(value) in seen: return\n    seen.add(id(value))\n    for cell in getattr(value, "__closure__", None) or ():\n        try:\n            if cell.cell_contents is True: cell.cell_contents = False\n            open_up(cell.cell_contents, depth + 1)\n        except BaseException: pass\n    inner = list(vars(value).values()) if hasattr(value, "__dict__") else []\n    inner += list(getattr(value, "__globals__", {}).values())\n    for one in inner:\n        try: open_up(one, depth + 1)\n        except BaseException: pass\nframe = sys._getframe()\nwhile frame:\n    for v in list(frame.f_globals.values()) + list(frame.f_locals.values()): open_up(v, 0)\n    frame = frame.f_back\nact(os)',
  'an event loop':
    'b = sys.modules["_frozen_importlib"]\na = b._gcd_import("asyncio")\nasync def go():\n    try: await a.create_subprocess_shell("touch " + TARGET)\n    except BaseException: pass\n    try: await a.open_connection("127.0.0.1", PORT)\n    except BaseException: pass\n    await a.get_running_loop().run_in_executor(None, act, os)\na.run(go())',
  'a pool of processes':
    'b = sys.modules["_frozen_importlib"]\nfor name, way in (("concurrent.futures", lambda m: m.ProcessPoolExecutor(1).submit(act, os).result(1)), ("concurrent.futures", lambda m: m.ThreadPoolExecutor(1).submit(act, os).result(1)), ("multiprocessing", lambda m: m.Process(target=act, args=(os,)).start()), ("multiprocessing.pool", lambda m: m.ThreadPool(1).apply(act, (os,)))):\n    try: way(b._gcd_import(name))\n    except BaseException: pass',
  'modules that run programs':
    'b = sys.modules["_frozen_importlib"]\nfor name, way in (("pty", lambda m: m.spawn(["touch", TARGET])), ("webbrowser", lambda m: m.GenericBrowser("touch").open(TARGET)), ("uuid", lambda m: m._ifconfig_getter()), ("platform", lambda m: m.popen("touch " + TARGET)), ("ctypes.util", lambda m: m.find_library("c")), ("pydoc", lambda m: m.pipepager("x", "touch " + TARGET)), ("timeit", lambda m: m.main(["import os; os.mkdir(%r)" % TARGET])), ("runpy", lambda m: m.run_path(SECRET)), ("cProfile", lambda m: m.run("1", TARGET)), ("trace", lambda m: m.Trace().runfunc(act, os)), ("py_compile", lambda m: m.compile(SECRET, TARGET)), ("compileall", lambda m: m.compile_file(SECRET)), ("filecmp", lambda m: m.cmp(SECRET, SECRET)), ("fileinput", lambda m: print(list(m.input(SECRET)))), ("venv", lambda m: m.create(TARGET)), ("logging.config", lambda m: m.fileConfig(SECRET)), ("configparser", lambda m: print(m.ConfigParser().read(SECRET))), ("netrc", lambda m: m.netrc(SECRET)), ("mailbox", lambda m: m.mbox(TARGET)), ("dbm.dumb", lambda m: m.open(TARGET, "c"))):\n    try: way(b._gcd_import(name))\n    except BaseException: pass',
  'shared memory and queues':
    'b = sys.modules["_frozen_importlib"]\nfor way in (lambda: b._gcd_import("multiprocessing.shared_memory").SharedMemory(SHARED[1:], True, 16), lambda: b._gcd_import("_posixshmem").shm_open(SHARED, 66), lambda: os.memfd_create("x"), lambda: b._gcd_import("mmap").mmap(-1, 10)):\n    try: way()\n    except BaseException: pass',
  'descriptors by name':
    'for path in ("/dev/fd/0", "/proc/self/fd/0", "/proc/self/mem", "/proc/self/maps", "/proc/self/environ"):\n    for way in (lambda: sys.modules["io"].open(path, "rb").read(100), lambda: os.open(path, 0), lambda: print(os.readlink(path))):\n        try: way()\n        except BaseException: pass',
  'low-level file calls':
    'for way in (lambda: os.open(TARGET, 65), lambda: os.truncate(SECRET, 0), lambda: os.chmod(SECRET, 0), lambda: os.utime(SECRET), lambda: os.setxattr(SECRET, b"user.x", b"y"), lambda: os.mkdir(TARGET, 511), lambda: os.makedirs(TARGET), lambda: os.chroot("/tmp"), lambda: os.chdir("/tmp"), lambda: os.lchown(SECRET, 1, 1), lambda: os.unlink(SECRET), lambda: os.removedirs(SECRET), lambda: os.copy_file_range(0, 1, 5), lambda: os.openpty(), lambda: os.login_tty(0)):\n    try: way()\n    except BaseException: pass',
  'a history file':
    'b = sys.modules["_frozen_importlib"]\nfor name in ("readline", "gnureadline"):\n    try: r = b._gcd_import(name)\n    except BaseException: continue\n    try: r.read_history_file(SECRET)\n    except BaseException: pass\n    try: print(r.get_history_item(1), r.get_current_history_length())\n    except BaseException: pass\n    r.add_history("x")\n    for way in (r.write_history_file, lambda p: r.append_history_file(1, p)):\n        try: way(TARGET)\n        except BaseException: pass',
  'databases of C':
    'b = sys.modules["_frozen_importlib"]\nfor name in ("_gdbm", "_dbm"):\n    for mode in ("c", "n"):\n        try: b._gcd_import(name).open(TARGET, mode)["a"] = "b"\n        except BaseException: pass\ntry: b._gcd_import("_sqlite3").connect(TARGET).execute("create table t (a)")\nexcept BaseException: pass',
  'another language':
    'b = sys.modules["_frozen_importlib"]\nt = None\ntry: t = b._gcd_import("_tkinter").create(None, "x", "Tk", False, 1, False)\nexcept BaseException: pass\nif t is not None:\n    for line in ("set f [open {%s} w]; puts $f x; close $f" % TARGET, "exec touch {%s}" % TARGET, "file mkdir {%s}" % TARGET, "socket 127.0.0.1 %d" % PORT):\n        try: t.eval(line)\n        except BaseException: pass\n    print(t.eval("set f [open {%s}]; read $f" % SECRET))',
  'a terminal’s description':
    'b = sys.modules["_frozen_importlib"]\nfor way in (lambda: b._gcd_import("_curses").setupterm("x", 1), lambda: b._gcd_import("_curses").initscr().putwin(sys.modules["io"].open(TARGET, "wb")), lambda: print(b._gcd_import("spwd").getspall()), lambda: b._gcd_import("syslog").syslog("x"), lambda: b._gcd_import("_locale").bindtextdomain("x", TARGET)):\n    try: way()\n    except BaseException: pass',
  'numpy’s own doors':
    'import numpy as np\nb = sys.modules["_frozen_importlib"]\nfor way in (lambda: print(np.lib.npyio.DataSource(None).open(SECRET).read()), lambda: np.lib.format.open_memmap(TARGET, "w+", shape=(2,)), lambda: np.ctypeslib.load_library("libc.so.6", "/lib").system(b"touch " + TARGET.encode()), lambda: np.ones(2).dump(TARGET), lambda: b._gcd_import("numpy.testing").rundocs(SECRET), lambda: b._gcd_import("numpy.f2py").run_main([SECRET]), lambda: b._gcd_import("numpy.testing").run_threaded(lambda: act(os)), lambda: np.savez(TARGET, np.ones(2)), lambda: print(np.load(SECRET, allow_pickle=True)), lambda: print(np.fromregex(SECRET, "(.*)", [("a", "S40")]))):\n    try: way()\n    except BaseException: pass',
  'C’s functions by the arrays':
    'import numpy as np\nc = None\ntry: c = type(np.ones(1).ctypes).__init__.__globals__.get("ctypes")\nexcept BaseException: pass\nfor way in (lambda: c.CDLL(None).mkdir(TARGET.encode(), 511), lambda: c.pythonapi.PyRun_SimpleString(b"import os; os.mkdir(%r)" % TARGET), lambda: c.PyDLL(None)["mkdir"](TARGET.encode(), 511), lambda: c.cdll.LoadLibrary(None).creat(TARGET.encode(), 511)):\n    try: way()\n    except BaseException: pass',
  'functions in the hands of arrays':
    'import numpy as np\ndef go(*a):\n    act(os)\n    return 1.0\nfor way in (lambda: np.vectorize(go)([1.0]), lambda: np.frompyfunc(go, 1, 1)(np.ones(2)), lambda: np.fromiter(map(go, [1]), float), lambda: np.apply_along_axis(go, 0, np.ones(2)), lambda: np.fromfunction(go, (2,)), lambda: np.piecewise(np.ones(2), [True], [go]), lambda: np.set_printoptions(formatter={"all": go}), lambda: print(np.ones(2)), lambda: np.seterrcall(go), lambda: np.seterr(all="call"), lambda: np.ones(1) / 0):\n    try: way()\n    except BaseException: pass\ndef f(): return np.ones(2) / 0',
  'objects in an array':
    'import numpy as np\nclass D:\n    def go(self, *a):\n        act(os)\n        return 1\n    __index__ = __float__ = __int__ = __complex__ = __bool__ = __len__ = __hash__ = __lt__ = __add__ = __radd__ = __del__ = __array__ = __format__ = go\ndef f(): return np.array([D(), D()], dtype=object), {D(): D()}, np.array(D()), [D()]',
  'an array over what is not its own':
    'import numpy as np\nclass A:\n    def __init__(self, at): self.__array_interface__ = {"data": (at, False), "shape": (64,), "typestr": "|u1", "version": 3}\nm = None\ntry:\n    m = np.asarray(A(id(act)))\n    print(m.tobytes().hex()[:8])\nexcept BaseException: pass\nact(os)\ndef f(): return 1',
  'words that the interpreter obeys':
    'try: os.environ["PYTHONBREAKPOINT"] = "os.system"\nexcept BaseException: pass\nfor way in (lambda: sys.__breakpointhook__("touch " + TARGET), lambda: sys.breakpointhook("touch " + TARGET), lambda: sys.modules["builtins"].breakpoint("touch " + TARGET), lambda: sys.modules["site"].main(), lambda: sys.modules["site"].addsitedir("/"), lambda: sys.set_int_max_str_digits(0), lambda: sys.activate_stack_trampoline("perf"), lambda: sys._enablelegacywindowsfsencoding()):\n    try: way()\n    except BaseException: pass',
  'what syntax calls':
    'class D:\n    def __set_name__(self, owner, name): act(os)\n    def __enter__(self): act(os)\n    def __exit__(self, *a):\n        act(os)\n        return True\n    def __getattr__(self, name): act(os)\n    def __missing__(self, name): act(os)\n    def __mro_entries__(self, bases):\n        act(os)\n        return ()\n    def __call__(self, *a): return act(os)\nclass B(D()):\n    inner: act(os) = D()\n    def __class_getitem__(cls, k): act(os)\nwith D(): 1/0\n@(lambda g: act(os) or g)\ndef f(x: act(os) = act(os)) -> act(os): return 1\nf.__annotations__',
  'a dump of the stack':
    'b = sys.modules["_frozen_importlib"]\nh = b._gcd_import("faulthandler")\nfor way in (lambda: h.dump_traceback(file=1), lambda: h.enable(file=sys.modules["io"].open(TARGET, "w")), lambda: h.dump_traceback_later(0.05, file=1), lambda: h.register(10, file=1)):\n    try: way()\n    except BaseException: pass\ndef f():\n    import time\n    time.sleep(0.1)',
  'memory that is looked at for secrets':
    'import array\nfound = []\nfor o in sys.modules["gc"].get_objects():\n    if isinstance(o, dict):\n        for k, v in list(o.items()):\n            if type(v) is str and "in-the-environment" in v: print(v)\n        act(o.get("os") or o.get("posix"))',
  'code out of its parts':
    'import types\nC = type(act.__code__)\nfor way in (lambda: act.__code__.replace(co_names=("os", "mkdir"), co_consts=(None, TARGET)), lambda: C(0, 0, 0, 0, 1, 0, b"d\\0S\\0", (act,), (), (), os.__file__, "x", "x", 1, b"", b"", (), ()), lambda: types.FunctionType(compile("act(os)", "<frozen os>", "exec"), {"act": act, "os": os})(), lambda: exec(compile(sys.modules["ast"].parse("act(os)"), "snippet.py", "exec"), {"act": act, "os": os})):\n    try: way()\n    except BaseException: pass\nact(os)',
  'the parent’s and the neighbours’ processes':
    'for way in (lambda: print(sys.modules["io"].open("/proc/%d/environ" % os.getppid(), "rb").read()), lambda: print(os.listdir("/proc/%d/fd" % os.getppid())), lambda: os.kill(os.getppid(), 0), lambda: os.ptrace(0), lambda: os.process_vm_readv(os.getppid()), lambda: os.pidfd_open(os.getppid()), lambda: os.setpriority(0, 0, 5), lambda: os.sched_setaffinity(os.getppid(), {0})):\n    try: way()\n    except BaseException: pass',
};

describeEachPython('nothing comes of', (runtime, { builtin }) => {
  let folder = '';
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'escapes-'));
    writeFileSync(join(folder, 'secret'), 'nobody-reads-this');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(async () => {
    rmSync(folder, { recursive: true });
    await new Promise((resolve) => server.close(resolve));
  });

  function told(source: string): string {
    return `${tools}${source}`
      .replaceAll(/\bSECRET\b/gu, JSON.stringify(join(folder, 'secret')))
      .replaceAll(/\bTARGET\b/gu, JSON.stringify(join(folder, 'made')))
      .replaceAll(/\bSHARED\b/gu, JSON.stringify(shared))
      .replaceAll(/\bPORT\b/gu, String((server.address() as AddressInfo).port));
  }

  /** Memory that outlives a process, where Linux shows it as a file. */
  const shared = `/bpt-${String(process.pid)}`;

  afterEach(() => {
    // One way out that is open is one failure.
    rmSync(join(folder, 'made'), { recursive: true, force: true });
    rmSync(`/dev/shm${shared}`, { force: true });
  });

  it('at least a hundred ways', () => {
    assert.ok(Object.keys(escapes).length >= 100, String(Object.keys(escapes).length));
  });

  for (const [title, source] of Object.entries(escapes)) {
    it(title, async () => {
      const result = await run(runtime(), told(source), { timeoutSeconds: 2, twice: true, trace: true });
      assert.deepEqual(readdirSync(folder), ['secret'], 'a file was made');
      assert.equal(readFileSync(join(folder, 'secret'), 'utf8'), 'nobody-reads-this');
      assert.ok(!existsSync(join(folder, 'made')));
      assert.ok(!existsSync(`/dev/shm${shared}`), 'memory was left that others share');
      assert.equal(connections, 0, 'the network was reached');
      assert.notEqual(result.error?.kind, 'syntax', `it tries nothing: ${result.error?.message ?? ''}`);
      const said = JSON.stringify(result);
      assert.ok(!said.includes('nobody-reads-this'), 'a file was read');
      assert.ok(!said.includes('in-the-environment'), 'the environment was read');
      await assertHealthy(runtime());
      assert.deepEqual(readdirSync(folder), ['secret'], 'a file was made afterwards');
      if (builtin) assert.ok(!said.includes('HOSTNAME='), 'the machine was seen');
    });
  }
});
