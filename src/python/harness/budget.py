"""What the program around the learner's function may take."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import sys
import time

from .limits import (
    BUILTIN_PROGRAM_SHARE,
    FILENAME,
    FLOOR_PROGRAM_EVENTS,
    FLOOR_PROGRAM_SECONDS,
    LAST_PROGRAM_SHARE,
    MAX_PROGRAM_EVENTS,
    PROGRAM_SHARE,
)

# (clock, share of the limit). What the processor has worked for this process is the same on a busy machine; the time
# on the wall comes after it, so that the learner's function still has its turn. WebAssembly knows the wall's only.
_CLOCKS = (
    ((time.monotonic, BUILTIN_PROGRAM_SHARE),)
    if sys.platform == "emscripten"
    else ((time.process_time, PROGRAM_SHARE), (time.monotonic, LAST_PROGRAM_SHARE))
)


def _now():
    return [clock() for clock, _ in _CLOCKS]


class TooLong(BaseException):
    """A statement of the program has used up what a check has for it."""


class Budget:
    """A trace function that ends module code which runs for long: after so many lines, or after its share of time.

    Lines are counted so that what a check says does not depend on how busy the machine is. The clocks are for programs
    whose single lines are heavy. Imports do not count: they belong to the first check after an installation.
    """

    def __init__(self, seconds, tree):
        self.events = MAX_PROGRAM_EVENTS
        self.deadlines = [clock() + seconds * share for clock, share in _CLOCKS]
        self.imports = {node.lineno for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))}
        self.import_began = None

    def more(self):
        """Whoever comes after a statement that took everything has still a little."""
        self.events = max(self.events, FLOOR_PROGRAM_EVENTS)
        least = [now + FLOOR_PROGRAM_SECONDS for now in _now()]
        self.deadlines = [max(pair) for pair in zip(self.deadlines, least)]
        self.import_began = None

    def __call__(self, frame, event, argument):
        if frame.f_code.co_filename != FILENAME:
            return None
        self.spend()
        return self.module if frame.f_code.co_name == "<module>" else self.local

    def local(self, frame, event, argument):
        if event == "line":
            self.spend()
        return self.local

    def module(self, frame, event, argument):
        if event == "line":
            if self.import_began is not None:
                spent = [now - began for now, began in zip(_now(), self.import_began)]
                self.deadlines = [sum(pair) for pair in zip(self.deadlines, spent)]
                self.import_began = None
            if frame.f_lineno in self.imports:
                self.import_began = _now()
            self.spend()
        return self.module

    def spend(self):
        self.events -= 1
        if self.events < 0 or (self.events & 15 == 0 and self.import_began is None and self.is_late()):
            raise TooLong()

    def is_late(self):
        return any(now > deadline for now, deadline in zip(_now(), self.deadlines))
