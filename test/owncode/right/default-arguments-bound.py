import numpy as np

rs = np.random.RandomState(8)
X = rs.rand(15, 4)
Y = rs.rand(15, 1)
V = rs.randn(4, 3)
w = rs.randn(3, 1)


def forward(X=X, V=V, w=w):
    S = 1 / (1 + np.exp(-X @ V))
    return S, S @ w


def J(X=X, Y=Y, V=V, w=w):
    return np.sum((forward(X, V, w)[1] - Y) ** 2) / 2


def grad(X=X, Y=Y, V=V, w=w):
    S, out = forward(X, V, w)
    e = out - Y
    return X.T @ (e @ w.T * S * (1 - S)), S.T @ e


print("J =", J())
dV, dw = grad()
for i in range(50):
    dV, dw = grad(V=V, w=w)
    V = V - 0.05 * dV
    w = w - 0.05 * dw
print("J =", J(V=V, w=w))
