"""The file's own run, within what a check has for it."""

from ..own import OWN as __builtins__  # noqa: F401

from ..budget import Budget


class Watched(Budget):
    """A budget for module code."""
