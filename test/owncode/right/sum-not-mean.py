import numpy as np


def init(seed):
    np.random.seed(seed)
    return np.random.randn(2, 3), np.random.randn(3, 1)


def predict(X, V, W):
    H = 1 / (1 + np.exp(-X.dot(V)))
    return H, 1 / (1 + np.exp(-H.dot(W)))


def cost(T, O):
    return -(T * np.log(O) + (1 - T) * np.log(1 - O)).sum()


def derivative(X, T, H, O, W):
    D = O - T
    dW = H.T.dot(D)
    dV = X.T.dot(D.dot(W.T) * H * (1 - H))
    return dV, dW


X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
T = np.array([[0], [1], [1], [0]])
V, W = init(0)
costs = []
for i in range(500):
    H, O = predict(X, V, W)
    costs.append(cost(T, O))
    dV, dW = derivative(X, T, H, O, W)
    V -= 0.1 * dV
    W -= 0.1 * dW
print(costs[-1])
