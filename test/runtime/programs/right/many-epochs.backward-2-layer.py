# skipped: 28-34
import numpy as np

np.random.seed(1)
X = np.random.randn(500, 3)
Y = (X ** 2).sum(axis=1, keepdims=True)
params = {"W1": np.random.randn(3, 16), "b1": np.zeros((1, 16)), "W2": np.random.randn(16, 1), "b2": np.zeros((1, 1))}


def forward(X, p):
    Z1 = X @ p["W1"] + p["b1"]
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ p["W2"] + p["b2"]
    return Z1, A1, Z2, np.maximum(Z2, 0)


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / m
    db2 = dZ2.sum(axis=0, keepdims=True) / m
    dZ1 = (dZ2 @ W2.T) * (Z1 > 0).astype(float)
    dW1 = X.T @ dZ1 / m
    db1 = dZ1.sum(axis=0, keepdims=True) / m
    return dW1, db1, dW2, db2


for epoch in range(1, 200001):
    Z1, A1, Z2, A2 = forward(X, params)
    grads = backward_propagation(X, Y, Z1, A1, Z2, A2, params["W1"], params["W2"])
    for name, grad in zip(("W1", "b1", "W2", "b2"), grads):
        params[name] -= 0.01 * grad
    if epoch % 1000 == 0:
        print(f"epoch {epoch}: {np.mean((A2 - Y) ** 2):.6f}")
print("trained", {key: value.shape for key, value in params.items()})
