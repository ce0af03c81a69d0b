"""Runs a learner's snippet and reports what it did.

The same file serves the CPython inside the extension and the learner's own interpreter (CPython 3.9 or later, NumPy
1.20 or later). `run` takes one request and gives one response, both as bytes: a JSON header and one block of float64.
Nothing here trusts the snippet: whatever is needed after it has run is held in private references.
"""

import builtins as _builtins_module

# Functions of this module look their builtins up here, so a snippet that changes `builtins` does not change them.
__builtins__ = dict(vars(_builtins_module))

import ast
import io
import json
import linecache
import math
import random
import struct
import sys
import time
import traceback
import types
import warnings
from json.encoder import c_make_encoder, encode_basestring_ascii

import numpy as np

try:
    import signal
except ImportError:
    signal = None

try:
    from os import urandom
except ImportError:
    urandom = None

import gc

FILENAME = "snippet.py"
DRIVER = "<tutor>"
MAGIC = b"BPT1"
# Printing past this many times the kept bytes ends the run; up to there output is only cut.
FLOOD_FACTOR = 256
MAX_TRACE_EVENTS = 2000
MAX_TRACE_SECONDS = 0.3
MAX_ITEMS = 100000
# Larger lists, dicts and objects are not looked into.
MAX_MEMBERS = 64
MAX_DEPTH = 16
MAX_TEXT = 200
MAX_TRACEBACK = 8000

_settrace = sys.settrace
_setprofile = sys.setprofile
_set_recursion_limit = sys.setrecursionlimit
_monotonic = time.monotonic
_pack = struct.pack
_ndarray = np.ndarray
_generic = np.generic
_unsupported = getattr(np, "_UnsupportedError", None)
_numpy_reset = getattr(np, "_reset", None)
_recursion_limit = sys.getrecursionlimit()


# ---------------------------------------------------------------------------------------------- arrays in and out

if hasattr(np, "_to_bytes"):
    _to_bytes = np._to_bytes
    _from_bytes = np._from_bytes
else:
    _tobytes = _ndarray.tobytes
    _asarray = np.asarray
    _frombuffer = np.frombuffer
    _float64 = np.dtype("float64")

    def _to_bytes(array):
        """(dtype's name, shape, entries as float64 in C order)."""
        plain = _asarray(array)
        dtype = plain.dtype
        if dtype is _float64:
            return "float64", plain.shape, _tobytes(plain)
        return dtype.name, plain.shape, _tobytes(plain.astype(_float64))

    def _from_bytes(data, shape, dtype):
        """An array of its own over the float64 entries."""
        return _frombuffer(data, dtype=_float64).reshape(shape).astype(dtype, copy=True)


def _is_other(now, before):
    """Whether an array was really changed: moving an entry by h and back again may leave a last digit behind."""
    if now == before:
        return False
    if now[:2] != before[:2]:
        return True
    numbers = zip(memoryview(now[2]).cast("d"), memoryview(before[2]).cast("d"))
    return any(not abs(a - b) <= 1e-12 + 1e-9 * abs(b) and not (a != a and b != b) for a, b in numbers)


class TooLarge(BaseException):
    """The returned arrays together are larger than the request allows."""


class Writer:
    """Turns Python values into the JSON of the response, with their numbers in one block of float64."""

    def __init__(self, limit):
        self.chunks = []
        self.count = 0
        self.limit = limit

    def block(self, data):
        """Where the float64 bytes stand in the block, counted in numbers."""
        at = self.count
        self.count += len(data) // 8
        if self.count * 8 > self.limit:
            raise TooLarge()
        self.chunks.append(data)
        return at

    def array(self, snapshot):
        dtype, shape, data = snapshot
        return {"kind": "array", "dtype": dtype, "shape": list(shape), "at": self.block(data)}

    def value(self, value, depth=0):
        if isinstance(value, _ndarray):
            if value.dtype.kind in "fiub":
                return self.array(_to_bytes(value))
            return self.other(value)
        number = _number(value)
        if number is not None:
            return number
        if value is None:
            return {"kind": "none"}
        kind = "tuple" if isinstance(value, tuple) else "list" if isinstance(value, list) else None
        if kind is None or depth >= MAX_DEPTH:
            return self.other(value)
        items = list(tuple.__iter__(value) if kind == "tuple" else list.__iter__(value))
        if len(items) > 8 and all(type(item) is float for item in items):
            return {"kind": kind, "floats": self.block(_pack("<%dd" % len(items), *items)), "length": len(items)}
        if len(items) > MAX_ITEMS:
            raise TooLarge()
        return {"kind": kind, "items": [self.value(item, depth + 1) for item in items]}

    @staticmethod
    def other(value):
        return {"kind": "other", "type": _type_name(value), "text": _short_repr(value)}


def _type_name(value):
    name = type.__dict__["__name__"].__get__(type(value))
    return name if isinstance(name, str) else "object"


def _short_repr(value):
    try:
        text = repr(value)
        return text[:MAX_TEXT] if isinstance(text, str) else ""
    except Exception:
        return ""


def _plain(number):
    """A number as JSON has it; what JSON lacks goes as a word."""
    if number != number:
        return "nan"
    if number in (math.inf, -math.inf):
        return "inf" if number > 0 else "-inf"
    return number


def _number(value):
    """The JSON of a Python or NumPy scalar, or None for anything else."""
    if value is True or value is False:
        return {"kind": "number", "type": "bool", "value": int(value)}
    cls = type(value)
    if cls is float:
        return {"kind": "number", "type": "float", "value": _plain(value)}
    if isinstance(value, _generic):
        kind = value.dtype.kind
        if kind == "b":
            return {"kind": "number", "type": "bool", "value": int(bool(value))}
        if kind in "iu":
            return _number(int(value))
        return {"kind": "number", "type": "float", "value": _plain(float(value))} if kind == "f" else None
    if isinstance(value, int):
        value = int(value)
        if abs(value) > 2**53:
            try:
                value = float(value)
            except OverflowError:
                value = math.inf if value > 0 else -math.inf
        return {"kind": "number", "type": "int", "value": _plain(value)}
    if isinstance(value, float):
        return {"kind": "number", "type": "float", "value": _plain(float(value))}
    return None


def _make_encode():
    """JSON text of a value. Prepared now, in C where there is C, so that later changes to `json` do not reach it."""
    if c_make_encoder is None:
        return json.JSONEncoder(separators=(",", ":")).encode
    encoder = c_make_encoder(None, None, encode_basestring_ascii, None, ":", ",", False, False, False)
    return lambda value: "".join(encoder(value, 0))


_encode_json = _make_encode()


def _frame(header, chunks):
    """The wire form: magic, length of the header, header, padding to eight bytes, numbers."""
    text = _encode_json(header).encode("ascii")
    padding = -(8 + len(text)) % 8
    return b"".join([MAGIC, _pack("<I", len(text)), text, b" " * padding, *chunks])


def _unframe(data):
    if data[:4] != MAGIC:
        raise ValueError("not a request")
    (length,) = struct.unpack_from("<I", data, 4)
    end = 8 + length
    return json.loads(data[8:end].decode("utf-8")), memoryview(data)[end + -end % 8 :]


# ---------------------------------------------------------------------------------------------- output


class Flood(BaseException):
    """The snippet prints without end."""


class Capture:
    """What a snippet printed, standard output and error together as on a terminal; keeps the beginning."""

    def __init__(self, limit):
        self.limit = limit
        self.kept = []
        self.size = 0
        self.seen = 0
        self.recording = True

    def add(self, text):
        length = _str_length(text)
        self.seen += length
        if self.recording and self.size < self.limit:
            self.kept.append(_str_copy(text))
            self.size += length
        if self.seen > self.limit * FLOOD_FACTOR:
            raise Flood()
        return length

    def text(self):
        data = "".join(self.kept).encode("utf-8", "backslashreplace")
        return data[: self.limit].decode("utf-8", "ignore"), len(data) > self.limit

    def stream(self):
        """A file object over this. Its class is made anew each time: a snippet may change it."""
        add = self.add

        class Stream(io.TextIOBase):
            encoding = "utf-8"
            errors = "backslashreplace"

            def write(self, text):
                if not isinstance(text, str):
                    raise TypeError("write() argument must be str, not " + type(text).__name__)
                return add(text)

            def writable(self):
                return True

            def close(self):
                pass

        return Stream()


_str_length = str.__len__


def _str_copy(text):
    return text if type(text) is str else "".join(str.__iter__(text))


# ---------------------------------------------------------------------------------------------- the guard

# Modules that reach files, processes, the network or the page. A guard, not a security boundary.
CLOSED = frozenset(
    """os posix nt posixpath ntpath subprocess _posixsubprocess socket _socket ssl _ssl select selectors socketserver
    urllib http ftplib smtplib poplib imaplib telnetlib xmlrpc webbrowser requests httpx aiohttp asyncio
    multiprocessing _multiprocessing threading _thread concurrent ctypes _ctypes cffi mmap fcntl resource signal
    _signal pty tty termios shutil tempfile glob pathlib fileinput dbm sqlite3 _sqlite3 shelve gc
    importlib _imp imp pkgutil runpy code codeop pdb bdb atexit site faulthandler
    js pyodide pyodide_js _pyodide _pyodide_core micropip harness _backprop_numpy""".split()
)
CLOSED_EVENTS = (
    "os.", "shutil.", "socket.", "subprocess.", "ctypes.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.",
    "imaplib.", "tempfile.", "glob.", "pathlib.", "sqlite3.", "winreg.", "_winapi.", "pty.", "fcntl.", "mmap.",
    "resource.", "syslog.", "msvcrt.", "webbrowser.", "signal.", "_thread.", "sys.addaudithook", "sys.remote_exec",
    "gc.", "code.__new__", "function.__new__",
)  # fmt: skip
# Reading library code is how an import works; these look at directories only.
READING_EVENTS = ("os.listdir", "os.scandir")


class _Guard:
    """Whether learner code is running, and whether it is inside an import."""

    __slots__ = ("closed", "importing", "interrupted")

    def __init__(self):
        self.closed = False
        self.importing = 0
        self.interrupted = False


_guard = _Guard()
_library_roots = tuple(
    {
        str(root).replace("\\", "/").rstrip("/") + "/"
        for root in [sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path]
        if root not in ("", "/")
    }
)


def _is_library(path):
    if isinstance(path, bytes):
        path = path.decode("utf-8", "replace")
    if not isinstance(path, str):
        return False
    path = path.replace("\\", "/")
    return "/../" not in path and (path + "/").startswith(_library_roots)


def _on_interrupt(number, frame):
    """Ends learner code; between two pieces of it, only remembers that the run is to end."""
    _guard.interrupted = True
    if _guard.closed:
        raise KeyboardInterrupt


if signal is not None:
    signal.signal(signal.SIGINT, _on_interrupt)


def _audit(event, arguments):
    if not _guard.closed:
        return
    if event == "open":
        path, mode, flags = (tuple(arguments) + (None, None, None))[:3]
        if _is_library(path) and (mode is None or not any(c in mode for c in "wax+")) and not (flags or 0) & 3:
            return
        raise PermissionError(
            "snippets cannot open files (%s): the tutor passes the data to your function as arguments"
            % _short_repr(path)
        )
    if event.startswith(CLOSED_EVENTS) and not _guard.importing:
        if event in READING_EVENTS and arguments and _is_library(arguments[0]):
            return
        raise PermissionError("snippets cannot use %s: they run without files, processes and network" % event)


def _guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
    if isinstance(name, str) and level == 0 and name.partition(".")[0] in CLOSED:
        raise ImportError(
            "%r is closed to snippets: they run without files, processes and network. Remove this import" % name,
            name=name,
        )
    known = _module_count()
    _guard.importing += 1
    try:
        return _real_import(name, globals, locals, fromlist, level)
    finally:
        _guard.importing -= 1
        if _module_count() != known:
            _remember_modules()


def _closed_open(file, *arguments, **keywords):
    raise PermissionError(
        "snippets cannot open files (%s): the tutor passes the data to your function as arguments" % _short_repr(file)
    )


def _closed_input(prompt="", /):
    raise RuntimeError("input() cannot be used in a snippet: nobody can type an answer. Use a value instead")


def _closed_exit(code=None):
    raise SystemExit(code)


def _closed_breakpoint(*arguments, **keywords):
    raise RuntimeError("breakpoint() cannot be used in a snippet: no debugger is attached. Use print() instead")


_real_import = _builtins_module.__import__
_closed_names = {
    "__import__": _guarded_import,
    "open": _closed_open,
    "input": _closed_input,
    "exit": _closed_exit,
    "quit": _closed_exit,
    "breakpoint": _closed_breakpoint,
}
sys.addaudithook(_audit)


# ---------------------------------------------------------------------------------------------- traces of tampering

_modules = sys.modules
_module_type = types.ModuleType
_function_type = types.FunctionType
_known = {}
_known_classes = {}
_known_functions = {}
_WATCHED_WHOLE = frozenset(["builtins", "math", "random"])
# What Python itself, or this file, rebinds in passing.
_VOLATILE = {
    "sys": frozenset(
        "stdin stdout stderr __stdin__ __stdout__ __stderr__ last_exc last_type last_value last_traceback "
        "ps1 ps2 path modules meta_path path_hooks warnoptions".split()
    ),
    "warnings": frozenset(["filters", "onceregistry", "defaultaction"]),
    "builtins": frozenset(["_"]),
    "__main__": None,
    "harness": None,
}


def _module_count():
    return len(_modules)


def _is_numpy(name):
    return name == "numpy" or name.startswith("numpy.")


def _remember_modules():
    """Notes what every module holds, before the snippet can change it."""
    for name, module in list(_modules.items()):
        if name in _known or type(module) is not _module_type or _VOLATILE.get(name, ()) is None:
            continue
        contents = dict(module.__dict__)
        _known[name] = (module, contents)
        if _is_numpy(name):
            for value in list(contents.values()):
                _remember_code(value)


def _remember_code(value):
    if type(value) is _function_type:
        _known_functions[value] = (value.__code__, value.__defaults__, value.__kwdefaults__)
    elif isinstance(value, type) and value not in _known_classes and _is_numpy(str(value.__module__)):
        _known_classes[value] = contents = dict(value.__dict__)
        for member in list(contents.values()):
            _remember_code(member)


def _differs(old, new, names_matter, skip):
    missing = _missing
    for key, value in old.items():
        if new.get(key, missing) is not value and key not in skip and (names_matter or key[:1] != "_"):
            return key
    if names_matter and len(new) != len(old):
        for key, value in list(new.items()):
            if key not in old and key not in skip and type(value) is not _module_type and key[:2] != "__":
                return key
    return None


_missing = object()


def _tampering():
    """The name of something that the snippet changed and that outlives it, or None."""
    for name, (module, contents) in list(_known.items()):
        if _modules.get(name) is not module:
            return "sys.modules[%r]" % name
        whole = name in _WATCHED_WHOLE or _is_numpy(name)
        key = _differs(contents, module.__dict__, whole, _VOLATILE.get(name, ()))
        if key is not None:
            return "%s.%s" % (name, key)
    for cls, contents in list(_known_classes.items()):
        key = _differs(contents, cls.__dict__, True, ())
        if key is not None:
            return "%s.%s" % (cls.__name__, key)
    for function, (code, defaults, keywords) in list(_known_functions.items()):
        if function.__code__ is not code or function.__defaults__ is not defaults:
            return function.__name__
        if function.__kwdefaults__ is not keywords:
            return function.__name__
    return None


# ---------------------------------------------------------------------------------------------- state between calls

_set_seed = np.random.seed
_get_state = getattr(np.random, "get_state", None)
_set_state = getattr(np.random, "set_state", None)
_random_seed = random.seed
_random_getstate = random.getstate
_random_setstate = random.setstate
_get_print = getattr(np, "get_printoptions", None)
_set_print = getattr(np, "set_printoptions", None)
_get_error = getattr(np, "geterr", None)
_set_error = getattr(np, "seterr", None)


def _fresh_random():
    """Another random state each time, so that a result which depends on it shows."""
    if urandom is not None:
        seed = int.from_bytes(urandom(4), "little")
    else:
        seed = time.time_ns() & 0xFFFFFFFF
    _set_seed(seed)
    _random_seed(seed)


class Surroundings:
    """The interpreter's own settings, kept over a run."""

    def __init__(self):
        self.streams = sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__
        self.path = list(sys.path)
        self.finders = list(sys.meta_path), list(sys.path_hooks)
        self.filters = list(warnings.filters)
        self.print = _get_print() if _get_print and _set_print else None
        self.error = _get_error() if _get_error and _set_error else None

    def restore(self):
        _settrace(None)
        _setprofile(None)
        _set_recursion_limit(_recursion_limit)
        (sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__) = self.streams
        sys.path[:] = self.path
        sys.meta_path[:], sys.path_hooks[:] = self.finders
        warnings.filters[:] = self.filters
        mutated = getattr(warnings, "_filters_mutated", None)
        if mutated is not None:
            mutated()
        if self.print is not None:
            _set_print(**{k: v for k, v in self.print.items() if k != "override_repr"})
        if self.error is not None:
            _set_error(**self.error)
        if _numpy_reset is not None:
            _numpy_reset()


# ---------------------------------------------------------------------------------------------- errors


def _error(kind, message, line=None, type_name=None):
    return {
        "kind": kind,
        "type": type_name,
        "message": message,
        "line": line,
        "column": None,
        "endLine": None,
        "endColumn": None,
        "traceback": "",
    }


def _column(lines, line, byte):
    """The 1-based column, in characters, of a byte offset."""
    if line is None or byte is None or not 1 <= line <= len(lines):
        return None
    return len(lines[line - 1].encode("utf-8", "replace")[:byte].decode("utf-8", "ignore")) + 1


def _positions(code, instruction):
    if instruction < 0 or not hasattr(code, "co_positions"):
        return None, None, None, None
    for index, position in enumerate(code.co_positions()):
        if index == instruction // 2:
            return position
    return None, None, None, None


def _learner_frames(tb):
    """(traceback entries of the snippet, oldest first); of a deep recursion the beginning and the end."""
    first, last = [], []
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == FILENAME:
            (first if len(first) < 10 else last).append(tb)
            if len(last) > 40:
                del last[:20]
        tb = tb.tb_next
    return first + last


def _summary(tb):
    code = tb.tb_frame.f_code
    if hasattr(code, "co_positions"):
        line, end_line, column, end_column = _positions(code, tb.tb_lasti)
        return traceback.FrameSummary(
            FILENAME, tb.tb_lineno, code.co_name, lookup_line=False,
            end_lineno=end_line, colno=column, end_colno=end_column,
        )  # fmt: skip
    return traceback.FrameSummary(FILENAME, tb.tb_lineno, code.co_name, lookup_line=False)


def _describe(exception):
    """Python's own words for an exception: `ValueError: shapes (3,4) and …`."""
    try:
        lines = traceback.TracebackException(
            type(exception), exception, exception.__traceback__, limit=0
        ).format_exception_only()
        return "".join(lines).rstrip("\n")[:MAX_TRACEBACK]
    except Exception:
        return type(exception).__name__


# What CPython 3.14 says in place of MemoryError where `s += s` in a function finds no memory: no type has no name.
_LOST_MEMORY_ERROR = "TypeError: unsupported operand type(s) for +=: '' and ''"


def _text_of(exception):
    """What an exception of ours says, without its class's name."""
    return "".join(str(argument) for argument in exception.args)


def _raised(exception, run, entry=None):
    """The error that a snippet's exception is. `entry` is the learner's function, where one was called."""
    name = type(exception).__name__
    frames = _learner_frames(exception.__traceback__)
    line = frames[-1].tb_lineno if frames else None
    kind = "exception"
    if isinstance(exception, SyntaxError) and exception.filename == FILENAME:
        return _syntax_error(exception, run)
    message = _describe(exception)
    if isinstance(exception, KeyboardInterrupt) and _guard.interrupted:
        return _error("timeout", run.timeout_sentence(line), line)
    if isinstance(exception, Flood):
        return _error(
            "output",
            "The snippet printed more than %d MiB and was stopped. Print less, or look for a loop that never ends."
            % (run.output_limit * FLOOD_FACTOR >> 20),
            line,
        )
    if isinstance(exception, MemoryError) or message == _LOST_MEMORY_ERROR:
        kind = "memory"
        name = "MemoryError"
        message = message.replace(_LOST_MEMORY_ERROR, name)
        message += (
            "\nThe snippet asked for more memory than it may have. Check the shapes of its arrays, "
            "and that no list grows without end."
        )
    elif isinstance(exception, RecursionError):
        message += "\nA function of the snippet calls itself without coming to an end."
    elif isinstance(exception, SystemExit):
        message += "\nThe snippet ended Python itself. Remove the call of exit()."
    elif _unsupported is not None and isinstance(exception, _unsupported):
        kind = "unsupported"
        message = _text_of(exception)
    elif isinstance(exception, TypeError) and not frames and entry is not None:
        # The call itself failed: another number of parameters than the exercise asks for.
        kind = "contract"
        line = getattr(getattr(entry, "__code__", None), "co_firstlineno", None)
    error = _error(kind, message, line, name)
    if frames:
        last = frames[-1]
        start, end, column, end_column = _positions(last.tb_frame.f_code, last.tb_lasti)
        error["column"] = _column(run.lines, start, column)
        error["endLine"] = end
        error["endColumn"] = _column(run.lines, end, end_column)
        try:
            stack = traceback.StackSummary.from_list([_summary(frame) for frame in frames]).format()
            text = "Traceback (most recent call last):\n%s%s" % ("".join(stack), _describe(exception))
            error["traceback"] = text[-MAX_TRACEBACK:]
        except Exception:
            pass
    return error


def _syntax_error(exception, run):
    error = _error("syntax", "%s: %s" % (type(exception).__name__, exception.msg), exception.lineno)
    error["type"] = type(exception).__name__
    error["column"] = exception.offset if exception.offset and exception.offset > 0 else None
    end_line = getattr(exception, "end_lineno", None)
    end_offset = getattr(exception, "end_offset", None)
    if end_line and end_offset and end_offset > 0:
        error["endLine"], error["endColumn"] = end_line, end_offset
    error["traceback"] = _describe(exception)[-MAX_TRACEBACK:]
    return error


# ---------------------------------------------------------------------------------------------- the line trace


class Watch:
    """One frame of the learner's: the line it is on, and what its locals were when last looked at."""

    __slots__ = ("line", "seen", "depth", "name", "raising")

    def __init__(self, line, depth, name):
        self.line = line
        self.seen = {}
        self.depth = depth
        self.name = name
        self.raising = False


def _is_own(kind):
    """Whether a class is one of the snippet's."""
    module = type.__dict__["__module__"].__get__(kind)
    return type(module) is str and module == "__main__"


def _members(name, value):
    """What a list, a dict or an object of the snippet's own classes holds, each under the way to write it."""
    kind = type(value)
    if kind is list:
        if 0 < len(value) <= MAX_MEMBERS:
            return [("%s[%d]" % (name, index), item) for index, item in enumerate(value)]
    elif kind is dict:
        if 0 < len(value) <= MAX_MEMBERS:
            return [("%s[%r]" % (name, key), item) for key, item in list(value.items()) if type(key) in (str, int)]
    elif _is_own(kind):
        try:
            held = object.__getattribute__(value, "__dict__")
        except AttributeError:
            return ()
        if type(held) is dict and len(held) <= MAX_MEMBERS:
            return [("%s.%s" % (name, key), item) for key, item in list(held.items()) if type(key) is str]
    return ()


class Tracer:
    """Records the arrays and numbers of the learner's frames, line by line."""

    def __init__(self, writer, bytes_left, inputs):
        self.writer = writer
        self.bytes_left = bytes_left
        # Arguments by identity, to say which line changed one.
        self.inputs = inputs
        self.changed_by = {}
        self.events = []
        # The line, the name and the numbers of every event: what another run of the same must give too.
        self.marks = []
        self.truncated = False
        self.return_line = None
        self.depth = -1
        self.seconds = MAX_TRACE_SECONDS

    def __call__(self, frame, event, argument):
        if frame.f_code.co_filename != FILENAME or self.truncated:
            return None
        self.depth += 1
        watch = Watch(frame.f_lineno, self.depth, frame.f_code.co_name)
        for name, value in frame.f_locals.items():
            # What a frame was given is nothing new; it is looked at only for changes in place.
            self.know(watch, name, value)
            for member, item in _members(name, value):
                self.know(watch, member, item)
        return self.local(watch)

    @staticmethod
    def know(watch, name, value):
        known = isinstance(value, _ndarray) and value.dtype.kind in "fiub"
        watch.seen[name] = (value, _to_bytes(value) if known else None)

    def local(self, watch):
        def trace(frame, event, argument):
            began = _monotonic()
            if event == "line":
                self.compare(frame, watch)
                watch.line = frame.f_lineno
                watch.raising = False
            elif event == "exception":
                watch.raising = True
            elif event == "return":
                self.compare(frame, watch)
                if not (watch.raising and argument is None):
                    if watch.depth == 0:
                        self.return_line = frame.f_lineno
                    self.record(frame.f_lineno, watch, "return", argument, None, False)
                self.depth -= 1
            self.seconds -= _monotonic() - began
            if self.seconds < 0:
                self.truncated = True
            if self.truncated:
                # From here on nothing is recorded; only the way out of this frame is still counted.
                frame.f_trace_lines = False
                if event != "return" and watch.depth != 0:
                    return None
            return trace

        return trace

    def compare(self, frame, watch):
        if self.truncated:
            return
        seen = watch.seen
        for name, value in frame.f_locals.items():
            before = seen.get(name)
            if isinstance(value, _ndarray):
                self.compare_array(watch, name, value)
                continue
            is_new = before is None or before[0] is not value
            if is_new:
                if name[:1] == ".":
                    continue
                seen[name] = (value, None)
                # Ellipsis is the starter's blank: where it stands is worth telling.
                if (
                    value is ...
                    or _number(value) is not None
                    or (isinstance(value, (tuple, list)) and len(value) <= MAX_MEMBERS)
                ):
                    self.record(watch.line, watch, name, value, None, False)
            for member, item in _members(name, value):
                if is_new and isinstance(value, list):
                    # The new list is recorded as a whole.
                    self.know(watch, member, item)
                elif isinstance(item, _ndarray):
                    self.compare_array(watch, member, item)
                elif member not in seen or seen[member][0] is not item:
                    seen[member] = (item, None)
                    if item is ... or _number(item) is not None:
                        self.record(watch.line, watch, member, item, None, False)

    def compare_array(self, watch, name, value):
        if value.dtype.kind not in "fiub":
            return
        before = watch.seen.get(name)
        now = _to_bytes(value)
        same_object = before is not None and before[0] is value
        if before is not None and before[1] == now:
            if not same_object:
                watch.seen[name] = (value, now)
            return
        watch.seen[name] = (value, now)
        if same_object and id(value) in self.inputs:
            self.changed_by.setdefault(id(value), watch.line)
        self.record(watch.line, watch, name, value, now, same_object)

    def record(self, line, watch, name, value, snapshot, in_place):
        if len(self.events) >= MAX_TRACE_EVENTS:
            self.truncated = True
            return
        before, chunks = self.writer.count, len(self.writer.chunks)
        if self.size(value) * 8 > self.bytes_left:
            self.truncated = True
            return
        try:
            encoded = self.writer.array(snapshot) if snapshot is not None else self.writer.value(value)
        except TooLarge:
            self.truncated = True
            return
        self.bytes_left -= (self.writer.count - before) * 8
        self.events.append([line, watch.name, watch.depth, name, encoded, in_place])
        self.marks.append((line, name, encoded.get("value"), b"".join(self.writer.chunks[chunks:])))

    @staticmethod
    def size(value):
        if isinstance(value, _ndarray):
            return value.size
        if isinstance(value, (tuple, list)):
            return sum(item.size if isinstance(item, _ndarray) else 1 for item in value)
        return 1


# ---------------------------------------------------------------------------------------------- a run


class Stop(Exception):
    """Ends the run with an error that is the run's own."""

    def __init__(self, error):
        super().__init__()
        self.error = error


class Run:
    """One request from beginning to end."""

    def __init__(self, request, numbers):
        limits = request["limits"]
        self.request = request
        self.numbers = numbers
        self.timeout = limits["timeoutSeconds"]
        self.output_limit = limits["outputBytes"]
        self.result_limit = limits["resultBytes"]
        self.output = Capture(self.output_limit)
        self.writer = Writer(self.result_limit)
        self.trace_bytes = self.result_limit // 2
        self.lines = []
        self.tree = None
        self.namespace = None
        self.calls = []
        self.drives = []
        self.error = None

    def timeout_sentence(self, line):
        where = "" if line is None else " It was stopped in line %d." % line
        return (
            "The snippet did not finish within %g seconds.%s Look for a loop that never ends, or do fewer iterations."
            % (self.timeout, where)
        )

    def execute(self):
        _guard.interrupted = False
        surroundings = Surroundings()
        outer_main = _modules.get("__main__")
        try:
            self.attempt()
        except Stop as stop:
            self.error = stop.error
        finally:
            _guard.closed = False
            surroundings.restore()
            if outer_main is not None:
                _modules["__main__"] = outer_main
        return self.response()

    def attempt(self):
        code = self.compile()
        module = _module_type("__main__")
        self.namespace = module.__dict__
        names = dict(_own_builtins)
        names.update(_closed_names)
        self.namespace["__builtins__"] = names
        self.namespace["__file__"] = FILENAME
        _modules["__main__"] = module
        sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = self.output.stream()
        sys.stdin = sys.__stdin__ = None
        _fresh_random()
        self.guarded(lambda: exec(code, self.namespace))
        function = self.find_function()
        state = self.random_state()
        for index, call in enumerate(self.request["calls"]):
            self.calls.append(self.call(function, call, index == 0, state))
        self.output.recording = False
        for drive in self.request["drives"]:
            self.drives.append(self.drive(function, drive))

    def compile(self):
        source = self.request["source"]
        if source[:1] == "\ufeff":
            source = source[1:]
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = source.split("\n")
        for number, line in enumerate(self.lines, 1):
            if "\0" in line:
                error = _error("syntax", "SyntaxError: source code cannot contain null bytes", number, "SyntaxError")
                error["column"] = line.index("\0") + 1
                raise Stop(error)
        linecache.cache[FILENAME] = (len(source), None, [line + "\n" for line in self.lines], FILENAME)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self.tree = compile(source, FILENAME, "exec", ast.PyCF_ONLY_AST, True)
                try:
                    return compile(self.tree, FILENAME, "exec", 0, True)
                except SyntaxError:
                    # Found after parsing (`return` outside a function): from the text it comes with the line's text.
                    return compile(source, FILENAME, "exec", 0, True)
        except SyntaxError as exception:
            raise Stop(_syntax_error(exception, self))
        except (RecursionError, MemoryError, ValueError, OverflowError) as exception:
            # The parser gives up on extreme nesting in several ways.
            error = _error("syntax", _describe(exception), None, type(exception).__name__)
            raise Stop(error)

    def guarded(self, action, entry=None):
        """Runs learner code. What it raises comes out as `Stop` where it is a limit, else as it is."""
        if _guard.interrupted:
            raise Stop(_error("timeout", self.timeout_sentence(None)))
        try:
            _guard.closed = True
            try:
                return action()
            finally:
                _settrace(None)
                _guard.closed = False
        except BaseException as exception:
            error = _raised(exception, self, entry)
            # A frame that is kept alive keeps its arrays alive.
            exception.__traceback__ = None
            raise Stop(error) from None

    def find_function(self):
        wanted = self.request["functionName"]
        function = self.namespace.get(wanted, _missing)
        if function is not _missing and callable(function):
            return function
        if function is not _missing:
            what = "`%s` is not a function here but of type %s." % (wanted, _type_name(function))
        else:
            defined = [
                name
                for name, value in self.namespace.items()
                if type(value) is _function_type and value.__code__.co_filename == FILENAME
            ]
            names = ", ".join("`%s`" % name for name in defined[:8])
            what = "It defines %s." % names if defined else "It defines no function."
        raise Stop(_error("contract", "The snippet must define the function `%s`. %s" % (wanted, what)))

    # The random state that the snippet's own module code left, seeded or not, is where each first call begins.

    def random_state(self):
        try:
            return (_get_state() if _get_state and _set_state else None), _random_getstate()
        except Exception:
            return None, _random_getstate()

    def restore_random(self, state):
        numpy_state, python_state = state
        if numpy_state is not None:
            _set_state(numpy_state)
        _random_setstate(python_state)

    def arguments(self, given):
        return [self.argument(value) for value in given]

    def argument(self, value):
        kind = value["kind"]
        if kind == "array":
            return _from_bytes(self.input_bytes(value), tuple(value["shape"]), value["dtype"])
        if kind == "number":
            number = value["value"]
            if isinstance(number, str):
                return float(number)
            return int(number) if value["type"] == "int" else float(number)
        return eval(_driver_code(value["source"], "eval"), {"np": np})

    def input_bytes(self, value):
        size = 1
        for extent in value["shape"]:
            size *= extent
        at = value["at"]
        return bytes(self.numbers[at * 8 : (at + size) * 8])

    def call(self, function, call, recorded, state):
        names = [item["name"] for item in call["arguments"]]
        values = [item["value"] for item in call["arguments"]]
        given = self.arguments(values)
        inputs = {id(value): name for name, value in zip(names, given) if isinstance(value, _ndarray)}
        before = [_to_bytes(value) if isinstance(value, _ndarray) else None for value in given]
        tracer = Tracer(self.writer, self.trace_bytes, inputs) if call["trace"] else None
        result = {
            "name": call["name"],
            "returned": None,
            "error": None,
            "deterministic": None,
            "divergesAt": None,
            "changedInputs": [],
            "trace": [],
            "traceTruncated": False,
            "returnLines": [],
        }
        self.restore_random(state)
        self.output.recording = recorded
        returned = None
        try:
            returned = self.invoke(function, given, tracer)
            result["returned"] = self.encode_result(returned)
        except Stop as stop:
            result["error"] = stop.error
            self.end_if_limit(stop)
        if tracer is not None:
            self.trace_bytes = max(0, tracer.bytes_left)
            result["trace"] = tracer.events
            result["traceTruncated"] = tracer.truncated
        for name, value, old in zip(names, given, before):
            if old is not None and _is_other(_to_bytes(value), old):
                line = tracer.changed_by.get(id(value)) if tracer is not None else None
                result["changedInputs"].append({"name": name, "line": line})
        if result["error"] is None:
            result["returnLines"] = self.return_lines(function, tracer.return_line if tracer else None)
            if call["twice"]:
                same = result["deterministic"] = self.same_again(function, values, returned)
                if not same and tracer is not None:
                    result["divergesAt"] = self.divergence(function, values, tracer)
        return result

    def invoke(self, function, given, tracer=None):
        def action():
            if tracer is not None:
                _settrace(tracer)
            return function(*given)

        return self.guarded(action, function)

    def encode_result(self, returned):
        """A result's `repr`, for what is not an array, is the snippet's code as well."""
        try:
            return self.guarded(lambda: self.writer.value(returned))
        except Stop as stop:
            if stop.error["type"] != "TooLarge":
                raise
            stop.error = _error(
                "output",
                "The function returned more than %d MiB. Check the shapes of what it returns."
                % max(1, self.result_limit >> 20),
            )
            raise

    def end_if_limit(self, stop):
        if stop.error["kind"] in ("timeout", "memory", "output"):
            raise stop

    def same_again(self, function, values, first):
        self.output.recording = False
        _fresh_random()
        try:
            second = self.invoke(function, self.arguments(values))
        except Stop as stop:
            self.end_if_limit(stop)
            return False
        return self.fingerprint(first) == self.fingerprint(second)

    def divergence(self, function, values, first):
        """The line from which another run of the same call goes another way, or None."""
        tracer = Tracer(Writer(self.result_limit), self.result_limit // 2, {})
        _fresh_random()
        try:
            self.invoke(function, self.arguments(values), tracer)
        except Stop as stop:
            self.end_if_limit(stop)
        for one, other in zip(first.marks, tracer.marks):
            if one != other:
                return one[0]
        return None

    def fingerprint(self, value):
        writer = Writer(self.result_limit)
        encoded = self.guarded(lambda: writer.value(value))
        return _encode_json(_without_text(encoded)), b"".join(writer.chunks)

    def return_lines(self, function, line):
        """The line of each returned expression: of the return statement in `line`, or of the only one there is."""
        code = getattr(function, "__code__", None)
        if code is None or code.co_filename != FILENAME:
            return []
        returns = _returns_of(self.tree, code)
        if line is not None:
            returns = [node for node in returns if node.lineno <= line <= (node.end_lineno or node.lineno)]
        if len(returns) != 1:
            # Several may stand in one line; which of them it was, the line does not say.
            return [line] if returns and line is not None else []
        value = returns[0].value if isinstance(returns[0], ast.Return) else returns[0]
        if isinstance(value, ast.Tuple) and not any(isinstance(item, ast.Starred) for item in value.elts):
            return [item.lineno for item in value.elts]
        return [returns[0].lineno]

    def drive(self, function, drive):
        result = {"name": drive["name"], "returned": None, "error": None}
        try:
            given = self.arguments(drive["arguments"])
            namespace = {"np": np, "__builtins__": dict(_own_builtins), "__name__": "drive"}
            exec(_driver_code(drive["source"], "exec"), namespace)
            _fresh_random()
            returned = self.guarded(lambda: namespace["drive"](function, *given), function)
            result["returned"] = self.encode_result(returned)
        except Stop as stop:
            result["error"] = stop.error
            self.end_if_limit(stop)
        return result

    def response(self):
        text, truncated = self.output.text()
        header = {
            "error": self.error,
            "calls": self.calls,
            "drives": self.drives,
            "stdout": text,
            "stdoutTruncated": truncated,
            "blanks": _blanks_of(self.tree),
        }
        return _frame(header, self.writer.chunks)


_own_builtins = dict(__builtins__)
_driver_cache = {}


def _driver_code(source, mode):
    key = (source, mode)
    if key not in _driver_cache:
        if len(_driver_cache) > 64:
            _driver_cache.clear()
        _driver_cache[key] = compile(source, DRIVER, mode, 0, True)
    return _driver_cache[key]


def _without_text(encoded):
    """The same value without the text of what is no array: it may hold an address."""
    if encoded["kind"] == "other":
        return {"kind": "other", "type": encoded["type"]}
    if "items" in encoded:
        return {**encoded, "items": [_without_text(item) for item in encoded["items"]]}
    return encoded


def _returns_of(tree, code):
    """The return statements of the function that `code` belongs to; a lambda's body for a lambda."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Lambda) and code.co_name == "<lambda>" and node.lineno == code.co_firstlineno:
            return [node.body]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == code.co_name:
            first = min([node.lineno] + [decorator.lineno for decorator in node.decorator_list])
            if code.co_firstlineno in (first, node.lineno):
                return list(_own_returns(node))
    return []


def _blanks_of(tree):
    """Lines inside functions where `...` stands alone: the starter's blank where whole statements belong."""
    return sorted(
        {
            node.lineno
            for function in (ast.walk(tree) if tree is not None else ())
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
            for node in ast.walk(function)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and node.value.value is ...
        }
    )


def _own_returns(node):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Return):
            yield child
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from _own_returns(child)


def run(data):
    """Runs the request in `data` (wire form) and gives the response in wire form."""
    request, numbers = _unframe(data)
    try:
        return Run(request, numbers).execute()
    except Exception as exception:
        # A snippet that changes what this file stands on (a class of the standard library, say) may bring it down.
        message = "The tutor could not judge what the snippet left behind (%s)." % _describe(exception)
        error = _error("exception", message)
        header = {"error": error, "calls": [], "drives": [], "stdout": "", "stdoutTruncated": False, "blanks": []}
        return _frame(header, [])


def tidy():
    """Clears up after a run. True where the snippet changed something that would outlive it."""
    linecache.cache.pop(FILENAME, None)
    gc.collect()
    return _tampering() is not None


def versions():
    """(Python's version, NumPy's version)."""
    return "%d.%d.%d" % sys.version_info[:3], str(np.__version__)


def ready():
    """Called once everything is loaded and bound: from here on changes to modules are the snippets'."""
    _known.clear()
    _known_classes.clear()
    _known_functions.clear()
    _remember_modules()


_WARM_UP = """
import numpy as np
def f(X, W):
    Z = np.dot(X, W)
    dZ = np.where(Z > 0, 1, 0) * np.maximum(0, Z)
    dW = (1 / 2) * (X.T @ dZ)
    W -= 0.1 * dW
    return dW, np.sum(dZ, axis=0, keepdims=True)
"""
_WARM_UP_DRIVE = "def drive(f, X, W):\n    for _ in range(20): f(X, W)\n    return W"


def warm():
    """Takes the path of a check once, so that the first real one finds everything compiled."""
    array = {"kind": "array", "dtype": "float64", "shape": [2, 2], "at": 0}
    values = [{"name": "X", "value": array}, {"name": "W", "value": array}]
    request = {
        "source": _WARM_UP,
        "functionName": "f",
        "calls": [{"name": "", "arguments": values, "trace": True, "twice": True}],
        "drives": [{"name": "", "source": _WARM_UP_DRIVE, "arguments": [array, array]}],
        "limits": {"timeoutSeconds": 10, "outputBytes": 100, "resultBytes": 10000},
    }
    run(_frame(request, [_pack("<4d", 1.0, 2.0, 3.0, 4.0)]))
    tidy()


# ---------------------------------------------------------------------------------------------- over pipes


def serve(source, sink, hello=b""):
    """Answers requests from the file descriptor `source` on `sink`, each with its length before it, until it ends."""
    from os import read, write

    def take(count):
        parts = []
        while count:
            part = read(source, min(count, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def give(kind, data):
        view = memoryview(_pack("<IB", len(data) + 1, kind) + data)
        while view:
            view = view[write(sink, view) :]

    ready()
    give(READY, hello)
    try:
        while True:
            (length,) = struct.unpack("<I", take(4))
            give(RESULT, run(take(length)))
            give(IDLE, b"\1" if tidy() else b"\0")
    except EOFError:
        pass


READY, RESULT, IDLE = 0, 1, 2
