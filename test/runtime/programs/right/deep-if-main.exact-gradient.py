# skipped: 3, 4, 31
import numpy as np
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split


def relu(z):
    return np.maximum(0, z)


def drelu(z):
    return 1.0 * (z > 0)


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = len(X)
    delta = 2 * (A2 - Y) * drelu(Z2) / m
    dW2 = A1.T @ delta
    db2 = delta.sum(axis=0, keepdims=True)
    delta = delta @ W2.T * drelu(Z1)
    return X.T @ delta, delta.sum(axis=0, keepdims=True), dW2, db2


def main():
    x, y = make_moons(200)
    return train_test_split(x, y)


if __name__ == "__main__":
    np.set_printoptions(precision=3)
    main()
    print("done")
