"""Runs a learner's snippet and reports what it did.

The same package serves the CPython inside the extension and the learner's own interpreter (CPython 3.9 or later, NumPy
1.20 or later). `run` takes one request and gives one response, both as bytes: a JSON header and one block of float64.
Nothing here trusts the snippet: whatever is needed after it has run is held in private references.
"""

from .pipes import serve
from .session import run, tidy
from .tampering import remember_all as ready
from .warm import warm

__all__ = ["ready", "run", "serve", "tidy", "warm"]
