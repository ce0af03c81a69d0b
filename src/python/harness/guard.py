"""Keeps a snippet from files, processes, the network and the page. A guard, not a security boundary."""

from .own import OWN as __builtins__  # noqa: F401

import builtins
import sys

try:
    import signal
except ImportError:
    signal = None

from .tampering import module_count, remember_modules
from .wire import short_repr

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
    "gc.", "code.__new__",
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


def _on_interrupt(number, frame):
    """Ends learner code; between two pieces of it, only remembers that the run is to end."""
    guard.interrupted = True
    if guard.closed:
        raise KeyboardInterrupt


if signal is not None:
    signal.signal(signal.SIGINT, _on_interrupt)


def _audit(event, arguments):
    if not guard.closed:
        return
    if event == "open":
        path, mode, flags = (tuple(arguments) + (None, None, None))[:3]
        if (guard.importing or _is_library(path)) and (mode is None or not any(c in mode for c in "wax+")) and not (flags or 0) & 3:
            return
        raise PermissionError(
            "snippets cannot open files (%s): the tutor passes the data to your function as arguments"
            % short_repr(path)
        )
    if event.startswith(CLOSED_EVENTS) and not guard.importing:
        if event in READING_EVENTS and arguments and _is_library(arguments[0]):
            return
        raise PermissionError("snippets cannot use %s: they run without files, processes and network" % event)


def is_closed(name):
    """Whether a module, or the package that it is in, is closed to snippets."""
    return isinstance(name, str) and name.partition(".")[0] in CLOSED


def _guarded_import(name, globals=None, locals=None, fromlist=(), level=0):
    if level == 0 and is_closed(name):
        raise ImportError(
            "%r is closed to snippets: they run without files, processes and network. Remove this import" % name,
            name=name,
        )
    known = module_count()
    guard.importing += 1
    try:
        return _real_import(name, globals, locals, fromlist, level)
    finally:
        guard.importing -= 1
        if module_count() != known:
            remember_modules()


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


_real_import = builtins.__import__
closed_names = {
    "__import__": _guarded_import,
    "open": _closed_open,
    "input": _closed_input,
    "exit": _closed_exit,
    "quit": _closed_exit,
    "breakpoint": _closed_breakpoint,
}
sys.addaudithook(_audit)
