import numpy as np

# forward and backward of each layer, intermediate values are kept in a dictionary


def linear_forward(X, W, b):
    Z = np.matmul(X, W) + b
    cache = {"X": X, "W": W}
    return Z, cache


def linear_backward(dZ, cache):
    X = cache["X"]
    W = cache["W"]
    dW = np.matmul(X.T, dZ)
    db = np.sum(dZ, axis=0, keepdims=True)
    dX = np.matmul(dZ, W.T)
    return dX, dW, db


def sigmoid_forward(Z):
    A = 1.0 / (1.0 + np.exp(-Z))
    return A, {"A": A}


def sigmoid_backward(dA, cache):
    A = cache["A"]
    return dA * A * (1 - A)


def mse_forward(pred, target):
    diff = pred - target
    return np.mean(diff ** 2), {"diff": diff}


def mse_backward(cache):
    diff = cache["diff"]
    return 2 * diff / diff.size


np.random.seed(7)
X = np.random.rand(8, 3)
T = np.random.rand(8, 2)
W1 = np.random.randn(3, 4) * 0.1
b1 = np.zeros((1, 4))
W2 = np.random.randn(4, 2) * 0.1
b2 = np.zeros((1, 2))
lr = 0.5

for epoch in range(200):
    Z1, c1 = linear_forward(X, W1, b1)
    A1, c2 = sigmoid_forward(Z1)
    Z2, c3 = linear_forward(A1, W2, b2)
    A2, c4 = sigmoid_forward(Z2)
    loss, c5 = mse_forward(A2, T)

    dA2 = mse_backward(c5)
    dZ2 = sigmoid_backward(dA2, c4)
    dA1, dW2, db2 = linear_backward(dZ2, c3)
    dZ1 = sigmoid_backward(dA1, c2)
    _, dW1, db1 = linear_backward(dZ1, c1)

    W1 -= lr * dW1
    b1 -= lr * db1
    W2 -= lr * dW2
    b2 -= lr * db2
    if epoch % 50 == 0:
        print(epoch, loss)
