"""Notices what a snippet changed that would outlive it."""

from .own import OWN as __builtins__  # noqa: F401

import _thread
import gc
import sys
import types

try:
    import signal
except ImportError:
    signal = None

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


def module_count():
    return len(_modules)


def _is_numpy(name):
    return name == "numpy" or name.startswith("numpy.")


def remember_modules():
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


def _switches():
    """Settings of the whole interpreter that no module's contents show."""
    monitoring = getattr(sys, "monitoring", None)
    return (
        gc.isenabled(),
        gc.get_threshold(),
        tuple(map(id, gc.callbacks)),
        sys.getswitchinterval(),
        sys.get_int_max_str_digits() if hasattr(sys, "get_int_max_str_digits") else None,
        signal.getsignal(signal.SIGINT) if signal is not None else None,
        # Threads that a snippet started run on; tools that it registered watch on.
        _thread._count(),
        [monitoring.get_tool(tool) for tool in range(6)] if monitoring is not None else None,
    )


_known_switches = []


def tampering():
    """The name of something that the snippet changed and that outlives it, or None."""
    if [_switches()] != _known_switches:
        return "a setting of the interpreter"
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


def remember_all():
    """Called once everything is loaded and bound: from here on changes to modules are the snippets'."""
    _known.clear()
    _known_classes.clear()
    _known_functions.clear()
    _known_switches[:] = [_switches()]
    remember_modules()
