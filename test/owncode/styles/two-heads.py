import numpy as np

rng = np.random.RandomState(8)
X = rng.randn(30, 4)
y_class = (X[:, 0] + X[:, 1] > 0).astype(float)
y_value = X[:, 2] * 2 - 0.5

W_shared = rng.randn(4, 6) * 0.4
b_shared = np.zeros(6)
w_class, b_class = rng.randn(6) * 0.4, np.zeros(1)
w_value, b_value = rng.randn(6) * 0.4, np.zeros(1)
alpha = 0.7

for it in range(200):
    h = np.tanh(X @ W_shared + b_shared)
    p = 1 / (1 + np.exp(-(h @ w_class + b_class)))
    v = h @ w_value + b_value
    loss_class = -np.mean(y_class * np.log(p) + (1 - y_class) * np.log(1 - p))
    loss_value = 0.5 * np.mean((v - y_value) ** 2)
    loss = alpha * loss_class + (1 - alpha) * loss_value

    d_class = alpha * (p - y_class) / len(X)
    d_value = (1 - alpha) * (v - y_value) / len(X)
    dw_class, db_class = h.T @ d_class, d_class.sum(keepdims=True)
    dw_value, db_value = h.T @ d_value, d_value.sum(keepdims=True)
    dh = np.outer(d_class, w_class) + np.outer(d_value, w_value)
    dz = dh * (1 - h ** 2)
    dW_shared, db_shared = X.T @ dz, dz.sum(axis=0)

    W_shared -= 0.2 * dW_shared
    b_shared -= 0.2 * db_shared
    w_class -= 0.2 * dw_class
    b_class -= 0.2 * db_class
    w_value -= 0.2 * dw_value
    b_value -= 0.2 * db_value
    if it % 50 == 0:
        print(it, loss, loss_class, loss_value)
