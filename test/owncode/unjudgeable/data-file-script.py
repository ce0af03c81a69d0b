import numpy as np

data = np.loadtxt("measurements_2019.txt")
X, y = data[:, :-1], data[:, -1:]
w = np.zeros((X.shape[1], 1))
for i in range(100):
    err = X @ w - y
    w -= 0.1 * X.T @ err / len(X)
