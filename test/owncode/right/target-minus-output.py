import numpy as np

np.random.seed(3)
X = np.random.rand(12, 3)
T = np.random.rand(12, 2)
W1 = np.random.uniform(-1, 1, (3, 5))
W2 = np.random.uniform(-1, 1, (5, 2))
eta = 0.1


def act(x):
    return 1 / (1 + np.exp(-x))


def run(X):
    H = act(X @ W1)
    return H, act(H @ W2)


def corrections(X, T):
    H, O = run(X)
    dO = (T - O) * O * (1 - O)
    dH = dO @ W2.T * H * (1 - H)
    return X.T @ dH, H.T @ dO


for _ in range(300):
    d1, d2 = corrections(X, T)
    W1 += eta * d1
    W2 += eta * d2
print("sum of squared errors:", np.sum((T - run(X)[1]) ** 2))
