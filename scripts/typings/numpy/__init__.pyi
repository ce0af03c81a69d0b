# The harness runs on two NumPys, ours and the learner's own: to the checker, NumPy is anything.
from typing import Any

def __getattr__(name: str) -> Any: ...
