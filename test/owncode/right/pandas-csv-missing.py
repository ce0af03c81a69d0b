import numpy as np
import pandas as pd

data = pd.read_csv('housing.csv')
data = np.array(data)
X = data[:, :-1]
y = data[:, -1:]


def init_params(n, h):
    W1 = np.random.randn(h, n)
    b1 = np.zeros((h, 1))
    W2 = np.random.randn(1, h)
    b2 = np.zeros((1, 1))
    return W1, b1, W2, b2


def forward_prop(W1, b1, W2, b2, X):
    Z1 = W1.dot(X) + b1
    A1 = np.tanh(Z1)
    Z2 = W2.dot(A1) + b2
    return Z1, A1, Z2


def loss(Z2, Y):
    return np.mean((Z2 - Y) ** 2)


def backward_prop(Z1, A1, Z2, W1, W2, X, Y):
    m = Y.size
    dZ2 = 2 * (Z2 - Y)
    dW2 = 1 / m * dZ2.dot(A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = W2.T.dot(dZ2) * (1 - A1 ** 2)
    dW1 = 1 / m * dZ1.dot(X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return dW1, db1, dW2, db2


W1, b1, W2, b2 = init_params(X.shape[1], 10)
for i in range(500):
    Z1, A1, Z2 = forward_prop(W1, b1, W2, b2, X.T)
    dW1, db1, dW2, db2 = backward_prop(Z1, A1, Z2, W1, W2, X.T, y.T)
    W1 -= 0.1 * dW1
    b1 -= 0.1 * db1
    W2 -= 0.1 * dW2
    b2 -= 0.1 * db2
