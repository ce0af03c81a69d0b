"""Tells a snippet what is closed to it. A guard for clear messages; the built-in Python's wall is outside Python.

The guard is a hook that CPython holds and no name leads to. It closes once, when the snippet begins, and never opens
again: errors are described, objects die and threads go on behind it. What an import does is let through.
"""

from .own import OWN as __builtins__  # noqa: F401

import builtins
import sys
from importlib import _bootstrap

try:
    import signal
except ImportError:
    signal = None

from .wire import short_repr

# Modules that reach files, processes, the network or the page.
CLOSED = frozenset(
    """os posix nt posixpath ntpath subprocess _posixsubprocess socket _socket ssl _ssl select selectors socketserver
    urllib http ftplib smtplib poplib imaplib telnetlib xmlrpc webbrowser requests httpx aiohttp asyncio
    multiprocessing _multiprocessing threading _thread concurrent ctypes _ctypes cffi mmap fcntl resource signal
    _signal pty tty termios shutil tempfile glob pathlib fileinput dbm sqlite3 _sqlite3 shelve gc
    _interpreters _xxsubinterpreters interpreters importlib _imp imp pkgutil runpy code codeop pdb bdb atexit site
    faulthandler antigravity
    js pyodide pyodide_js _pyodide _pyodide_core micropip harness""".split()
)
CLOSED_EVENTS = (
    "os.", "shutil.", "socket.", "subprocess.", "ctypes.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.",
    "imaplib.", "tempfile.", "glob.", "pathlib.", "sqlite3.", "winreg.", "_winapi.", "pty.", "fcntl.", "mmap.",
    "resource.", "syslog.", "msvcrt.", "webbrowser.", "signal.", "_thread.", "sys.addaudithook", "sys.remote_exec",
    "gc.", "code.__new__", "cpython.PyInterpreterState_New",
)  # fmt: skip
# Written in C, and they open files without telling any hook.
UNSEEN = frozenset("readline gnureadline _gdbm _dbm _tkinter spwd nis".split())
# Reading library code is how an import works; these look at directories only.
READING_EVENTS = ("os.listdir", "os.scandir")


class _Guard:
    """Whether learner code is running now, whether it was asked to end, and whether it may read files."""

    __slots__ = ("running", "interrupted", "reads")

    def __init__(self):
        self.running = False
        self.interrupted = False
        self.reads = False


guard = _Guard()
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


def on_interrupt(number, frame):
    """Ends learner code; between two pieces of it, only remembers that the run is to end."""
    guard.interrupted = True
    if guard.running:
        raise KeyboardInterrupt


if signal is not None:
    signal.signal(signal.SIGINT, on_interrupt)


_get_frame = sys._getframe
_real_import = builtins.__import__
_find_and_load = _bootstrap._find_and_load.__code__
_CLOSING = "backprop.close"


def _is_library_name(name):
    return type(name) is str and (name.startswith("<frozen ") or _is_library(name))


def _is_importing():
    """Whether an import that CPython itself began is what runs, and no code of the snippet's within it."""
    frame = _get_frame(2)
    while frame is not None:
        if frame.f_code is _find_and_load:
            return frame.f_locals.get("import_") is _real_import
        if not _is_library_name(frame.f_code.co_filename):
            return False
        frame = frame.f_back
    return False


def _make_hook():
    closed = False

    def hook(event, arguments):
        nonlocal closed
        if not closed:
            closed = event == _CLOSING
        elif event == "open":
            path, mode, flags = (tuple(arguments) + (None, None, None))[:3]
            is_reading = (mode is None or not any(c in mode for c in "wax+")) and not (flags or 0) & 3
            if is_reading and (guard.reads or _is_library_name(path) or _is_importing()):
                return
            raise PermissionError(
                "snippets cannot open files (%s): the tutor passes the data to your function as arguments"
                % (short_repr(path) if type(path) in (str, bytes, int) else "...")
            )
        elif event == "import":
            if arguments and type(arguments[0]) is str and arguments[0] in UNSEEN and not guard.reads:
                raise ImportError(
                    "%r is closed to snippets: they run without files, processes and network" % arguments[0],
                    name=arguments[0],
                )
        elif event == "compile":
            # Code that calls itself a library's would be taken for one.
            if len(arguments) > 1 and _is_library_name(arguments[1]) and not _is_importing():
                raise PermissionError("snippets cannot compile code in the name of a library")
        elif event == "marshal.loads" or event.startswith(CLOSED_EVENTS):
            if event in READING_EVENTS and (guard.reads or arguments and _is_library_name(arguments[0])):
                return
            if not _is_importing():
                raise PermissionError("snippets cannot use %s: they run without files, processes and network" % event)

    return hook


sys.addaudithook(_make_hook())
del _make_hook


def close():
    """From here on the guard is closed, for as long as this Python lives."""
    sys.audit(_CLOSING)


def is_closed(name):
    """Whether a module, or the package that it is in, is closed to snippets."""
    return isinstance(name, str) and name.partition(".")[0] in CLOSED


def _guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
    if level == 0 and is_closed(name):
        raise ImportError(
            "%r is closed to snippets: they run without files, processes and network. Remove this import" % name,
            name=name,
        )
    return _real_import(name, globals, locals, fromlist, level)


def _closed_open(file, *arguments, **keywords):
    raise PermissionError(
        "snippets cannot open files (%s): the tutor passes the data to your function as arguments" % short_repr(file)
    )


def _closed_input(prompt="", /):
    raise RuntimeError("input() cannot be used in a snippet: nobody can type an answer. Use a value instead")


def _closed_exit(code=None):
    raise SystemExit(code)


def _closed_breakpoint(*arguments, **keywords):
    raise RuntimeError("breakpoint() cannot be used in a snippet: no debugger is attached. Use print() instead")


def names_for_own_file():
    """What a file of the learner's own is given in place of `closed_names`: it may import what there is."""
    return {**closed_names, "__import__": _real_import}


closed_names = {
    "__import__": _guarded_import,
    "open": _closed_open,
    "input": _closed_input,
    "exit": _closed_exit,
    "quit": _closed_exit,
    "breakpoint": _closed_breakpoint,
}
