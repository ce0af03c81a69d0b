import numpy as np
from tqdm.auto import tqdm

def train(X, Y, learning_rate, iterations):
    np.random.seed(42)
    W1 = np.random.randn(X.shape[1], 5)
    W2 = np.random.randn(5, Y.shape[1])
    b1, b2 = np.zeros((1, 5)), np.zeros((1, Y.shape[1]))
    costs = []
    for i in tqdm(range(iterations), desc='epoch', leave=False):
        Z1 = X @ W1 + b1
        A1 = np.maximum(0, Z1)
        Z2 = A1 @ W2 + b2
        A2 = np.maximum(0, Z2)
        costs.append(np.sum((A2 - Y) ** 2) / len(X))
        dZ2 = (A2 - Y) / len(X)
        dZ1 = dZ2 @ W2.T * (Z1 > 0)
        W2 -= learning_rate * A1.T @ dZ2
        b2 -= learning_rate * dZ2.sum(axis=0, keepdims=True)
        W1 -= learning_rate * X.T @ dZ1
        b1 -= learning_rate * dZ1.sum(axis=0, keepdims=True)
    return W1, b1, W2, b2, costs


data = np.random.randn(8, 3)
with tqdm(total=100, unit="batch") as bar:
    for k in range(10):
        train(data, data[:, :1], 0.01, 2)
        bar.update(10)
tqdm.write("finished")
