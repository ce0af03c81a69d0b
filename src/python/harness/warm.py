"""Takes the path of a check once, so that the first real one finds everything compiled."""

from .own import OWN as __builtins__  # noqa: F401

from .session import run
from .wire import frame, pack

_WARM_UP = """
import numpy as np
def f(X, W):
    Z = np.dot(X, W)
    dZ = np.where(Z > 0, 1, 0) * np.maximum(0, Z)
    dW = (1 / 2) * (X.T @ dZ)
    W -= 0.1 * dW
    return dW, np.sum(dZ, axis=0, keepdims=True)
"""
_WARM_UP_DRIVE = "def drive(f, X, W):\n    for _ in range(20): f(X, W)\n    return W"


def warm(_=b""):
    """Runs a small snippet of the kind that learners write."""
    array = {"kind": "array", "dtype": "float64", "shape": [2, 2], "at": 0}
    values = [{"name": "X", "value": array}, {"name": "W", "value": array}]
    request = {
        "source": _WARM_UP,
        "functionName": "f",
        "calls": [{"name": "", "arguments": values, "trace": True, "twice": True}],
        "drives": [{"name": "", "source": _WARM_UP_DRIVE, "arguments": [array, array]}],
        "limits": {"timeoutSeconds": 10, "outputBytes": 100, "resultBytes": 10000},
    }
    run(frame(request, [pack("<4d", 1.0, 2.0, 3.0, 4.0)]))
    return b""
