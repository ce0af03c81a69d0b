"""What the learner wrote where it is not one plain function: called by the exercise's own `check`."""

from .own import OWN as __builtins__  # noqa: F401

import types

import numpy as np

from .arguments import driver_code
from .entry import found_in
from .errors import make_error
from .limits import DRIVER, FILENAME
from .own import PLAIN
from .wire import type_name

_member = types.SimpleNamespace


class Adapted:
    """Stands where an `Entry` does: its function is `check`, bound to what the snippet defines."""

    def __init__(self, adapter, program):
        self.names = []
        self.source = adapter["source"]
        self.functions = adapter["functions"]
        for name in self.functions:
            found_in(name, program)
        namespace = {"np": np, "__builtins__": dict(PLAIN), "__name__": "check"}
        exec(driver_code(self.source, "exec"), namespace)
        check = namespace["check"]
        snippet = _member(**{name: value for name, value in program.namespace.items() if name[:2] != "__"})

        def function(*given):
            return check(snippet, *given)

        self.function = function
        self.namespace = program.namespace

    def bind(self, names):
        self.names = names

    def packed(self, given):
        return given, {}

    def driven(self):
        return self.function

    def signature_error(self, message):
        return self.unusable(message, None)

    def unusable(self, message, traceback):
        """The error of results that `check` could not use: no line of the snippet's was running."""
        statement, called = "", ""
        lines = self.source.split("\n")
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == DRIVER and 1 <= traceback.tb_lineno <= len(lines):
                statement = lines[traceback.tb_lineno - 1].strip()
            traceback = traceback.tb_next
        for name in self.functions:
            if name in statement:
                called = name
        function = self.namespace.get(called)
        code = getattr(function, "__code__", None)
        line = code.co_firstlineno if code is not None and code.co_filename == FILENAME else None
        details = {"statement": statement, "name": called, "kind": type_name(function) if called else ""}
        return make_error("contract", message, line, "TypeError", {"code": "unusable", "details": details})
