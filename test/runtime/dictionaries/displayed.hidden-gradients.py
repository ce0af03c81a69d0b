import numpy as np
def hidden_gradients(cache, dZ2, parameters, *, verbose=False):
    X, Z1 = cache["X"], cache["Z1"]
    dA1 = dZ2 @ parameters["W2"].T
    dZ1 = np.where(Z1 > 0, dA1, 0)
    return {"dZ1": dZ1, "dA1": dA1,
            "db1": dZ1.mean(0, keepdims=True),
            "dW1": X.T @ dZ1 / len(X), "extra": 3}
