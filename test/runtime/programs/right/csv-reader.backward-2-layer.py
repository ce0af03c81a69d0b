# skipped: 5-6, 8, 9, 10, 11, 12, 13-14
import csv
import numpy as np

with open('data.csv', newline='') as handle:
    rows = list(csv.reader(handle))

header, rows = rows[0], rows[1:]
data = np.array(rows, dtype=float)
X, Y = data[:, :-1], data[:, -1:]
mean, std = X.mean(axis=0), X.std(axis=0)
X = (X - mean) / std
if X.shape[0] != Y.shape[0]:
    raise ValueError("rows differ")


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    N = X.shape[0]
    delta2 = (A2 - Y) / N
    delta1 = np.multiply(delta2 @ W2.T, Z1 > 0)
    return X.T @ delta1, delta1.sum(0, keepdims=True), A1.T @ delta2, delta2.sum(0, keepdims=True)
