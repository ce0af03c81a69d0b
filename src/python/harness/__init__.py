"""Runs a learner's snippet and reports what it did.

The same package serves the CPython inside the extension and the learner's own interpreter (CPython 3.9 or later, NumPy
1.20 or later). `run` takes one request and gives one response, both as bytes: a JSON header and one block of float64.
What comes after a snippet is none of its business: each begins with a Python that is as it was before the first.
Nothing here trusts the snippet: whatever is needed after it has run is held in private references.
"""

from .session import run
from .warm import warm

__all__ = ["run", "warm"]
