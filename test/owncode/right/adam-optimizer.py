import numpy as np

np.random.seed(5)


def forward(X, P):
    P1, P2 = P["W1"], P["W2"]
    H = np.tanh(np.dot(X, P1) + P["b1"])
    return H, np.dot(H, P2) + P["b2"]


def backward(X, Y, P):
    H, out = forward(X, P)
    m = len(X)
    cost = np.sum((out - Y) ** 2) / m
    dout = 2 * (out - Y) / m
    G = {"W2": np.dot(H.T, dout), "b2": dout.sum(axis=0, keepdims=True)}
    dH = np.dot(dout, P["W2"].T) * (1 - H * H)
    G["W1"], G["b1"] = np.dot(X.T, dH), dH.sum(axis=0, keepdims=True)
    return cost, G


X = np.linspace(-3, 3, 50).reshape(-1, 1)
Y = np.sin(X)
P = {"W1": np.random.randn(1, 12), "b1": np.zeros((1, 12)), "W2": np.random.randn(12, 1), "b2": np.zeros((1, 1))}
m1 = {k: np.zeros_like(v) for k, v in P.items()}
m2 = {k: np.zeros_like(v) for k, v in P.items()}
for t in range(1, 201):
    cost, G = backward(X, Y, P)
    for k in P:
        m1[k] = 0.9 * m1[k] + 0.1 * G[k]
        m2[k] = 0.999 * m2[k] + 0.001 * G[k] ** 2
        P[k] -= 0.02 * (m1[k] / (1 - 0.9 ** t)) / (np.sqrt(m2[k] / (1 - 0.999 ** t)) + 1e-8)
    if t % 50 == 0:
        print(t, cost)
