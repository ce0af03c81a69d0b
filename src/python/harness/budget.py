"""What the program around the learner's function may take."""

from .own import OWN as __builtins__  # noqa: F401

import ast
import time

from .limits import (
    FILENAME,
    FLOOR_PROGRAM_EVENTS,
    FLOOR_PROGRAM_SECONDS,
    MAX_PROGRAM_EVENTS,
    PROGRAM_SHARE,
)

_monotonic = time.monotonic


class TooLong(BaseException):
    """A statement of the program has used up what a check has for it."""


class Budget:
    """A trace function that ends module code which runs for long: after so many lines, or after its share of time.

    Lines are counted so that what a check says does not depend on how busy the machine is. The clock is for programs
    whose single lines are heavy. Imports do not count: they belong to the first check after an installation.
    """

    def __init__(self, seconds, tree):
        self.events = MAX_PROGRAM_EVENTS
        self.deadline = _monotonic() + seconds * PROGRAM_SHARE
        self.imports = {node.lineno for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))}
        self.import_began = None

    def more(self):
        """Whoever comes after a statement that took everything has still a little."""
        self.events = max(self.events, FLOOR_PROGRAM_EVENTS)
        self.deadline = max(self.deadline, _monotonic() + FLOOR_PROGRAM_SECONDS)
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
                self.deadline += _monotonic() - self.import_began
                self.import_began = None
            if frame.f_lineno in self.imports:
                self.import_began = _monotonic()
            self.spend()
        return self.module

    def spend(self):
        self.events -= 1
        if self.events < 0 or (self.events & 15 == 0 and self.import_began is None and _monotonic() > self.deadline):
            raise TooLong()
