import numpy as np


def output_gradients(A1, A2, Y) -> tuple[np.ndarray, ...]:
    grads: dict[str, np.ndarray] = {}
    grads["dZ2"] = A2 - Y
    grads["dW2"] = np.mean([np.outer(a, d) for a, d in zip(A1, grads["dZ2"])], axis=0)
    grads["db2"] = np.mean(grads["dZ2"], axis=0, keepdims=True)
    return tuple(grads[name] for name in ("dZ2", "dW2", "db2"))
