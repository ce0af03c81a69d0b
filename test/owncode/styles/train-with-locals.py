import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def train(X, y, n_hidden=5, alpha=0.5, epochs=500, seed=0):
    rng = np.random.RandomState(seed)
    n_samples, n_features = X.shape
    W1 = rng.normal(0, 0.5, size=(n_features, n_hidden))
    b1 = np.zeros(n_hidden)
    W2 = rng.normal(0, 0.5, size=(n_hidden, 1))
    b2 = np.zeros(1)
    history = []
    for epoch in range(epochs):
        # forward
        z1 = X @ W1 + b1
        a1 = np.tanh(z1)
        z2 = a1 @ W2 + b2
        y_hat = sigmoid(z2)
        loss = -np.mean(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat))
        history.append(loss)
        # backward
        dz2 = (y_hat - y) / n_samples
        dW2 = a1.T @ dz2
        db2 = dz2.sum(axis=0)
        dz1 = (dz2 @ W2.T) * (1 - a1 ** 2)
        dW1 = X.T @ dz1
        db1 = dz1.sum(axis=0)
        # update
        W1 -= alpha * dW1
        b1 -= alpha * db1
        W2 -= alpha * dW2
        b2 -= alpha * db2
        if epoch % 100 == 0:
            print(f"epoch {epoch}: {loss:.4f}")
    return (W1, b1, W2, b2), history


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
y = np.array([[0], [1], [1], [0]], dtype=float)
params, history = train(X, y)
