import numpy as np


def add_ones(A):
    return np.vstack([A, np.ones((1, A.shape[1]))])


def softmax(V):
    e = np.exp(V - np.max(V, axis=0, keepdims=True))
    return e / e.sum(axis=0)


def grad_and_cost(W, X, Y):
    A = softmax(W.T.dot(X))
    cost = -np.sum(Y * np.log(A)) / X.shape[1]
    return X.dot((A - Y).T) / X.shape[1], cost


N = 15
X = add_ones(np.random.RandomState(1).randn(3, N))
Y = np.eye(4)[:, np.random.RandomState(2).randint(0, 4, N)]
W = np.random.RandomState(3).randn(4, 4)
for _ in range(200):
    grad, cost = grad_and_cost(W, X, Y)
    W = W - 0.1 * grad
print(cost)
