import numpy as np

EPS = 1e-5


def forward(X, W, b):
    return 1 / (1 + np.exp(-(W @ X + b)))


def cost(A, Y):
    m = Y.shape[1]
    return -(1 / m) * np.sum(Y * np.log(A + EPS) + (1 - Y) * np.log(1 - A + EPS))


def grads(X, A, Y):
    m = X.shape[1]
    dZ = A - Y
    return {"dW": dZ @ X.T / m, "db": np.sum(dZ, axis=1, keepdims=True) / m}


r = np.random.RandomState(1)
X = r.randn(3, 30)
Y = (r.rand(1, 30) > 0.5).astype(int)
W, b = np.zeros((1, 3)), np.zeros((1, 1))
for i in range(200):
    A = forward(X, W, b)
    g = grads(X, A, Y)
    W -= 0.3 * g["dW"]
    b -= 0.3 * g["db"]
print(cost(A, Y))
