"""What the program around the learner's function may take."""

from .own import OWN as __builtins__  # noqa: F401

import ast

import numpy as np

from .limits import FILENAME, FLOOR_PROGRAM_WORK, MAX_PROGRAM_WORK
from .work import Work


# What belongs to a line of ordinary code: what prints it, and what NumPy does of it in Python.
_UNCOUNTED = (__file__[: -len("budget.py")], np.__file__[: -len("__init__.py")])


class TooLong(BaseException):
    """A statement of the program has used up what a check has for it."""


class Budget:
    """A trace function that ends module code which runs for long: after so much work.

    Work is counted, never timed, so that what a check says does not depend on how busy the machine is: a unit for each
    line of the snippet and each call within a library but NumPy, and what the sizes in a line tell before it runs. Imports do not
    count: they belong to the first check after an installation. What no count sees, the time limit of the check ends.
    """

    def __init__(self, tree):
        self.left = MAX_PROGRAM_WORK
        self.work = Work(tree)
        self.imports = {node.lineno for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))}
        self.is_importing = False

    def more(self):
        """Whoever comes after a statement that took everything has still a little."""
        self.left = max(self.left, FLOOR_PROGRAM_WORK)
        self.is_importing = False

    def __call__(self, frame, event, argument):
        if frame.f_code.co_filename != FILENAME:
            if not self.is_importing and not frame.f_code.co_filename.startswith(_UNCOUNTED):
                self.spend(1)
            return None
        self.spend(1)
        return self.local

    def local(self, frame, event, argument):
        if event == "line":
            line = frame.f_lineno
            self.is_importing = line in self.imports
            self.spend(1 + self.work.of(line, frame))
        return self.local

    def spend(self, work):
        self.left -= work
        if self.left < 0:
            raise TooLong()
