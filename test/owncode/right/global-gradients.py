import numpy as np

np.random.seed(2)
W1 = np.random.randn(4, 3)
W2 = np.random.randn(1, 4)
grad_W1 = np.zeros_like(W1)
grad_W2 = np.zeros_like(W2)


def forward(x):
    global h, out
    h = np.tanh(W1 @ x)
    out = W2 @ h
    return out


def loss(x, t):
    return 0.5 * np.sum((forward(x) - t) ** 2)


def backward(x, t):
    global grad_W1, grad_W2
    d = out - t
    grad_W2 += d @ h.T
    grad_W1 += (W2.T @ d * (1 - h ** 2)) @ x.T


X = np.random.randn(3, 10)
T = np.random.randn(1, 10)
for epoch in range(50):
    grad_W1[:] = 0
    grad_W2[:] = 0
    forward(X)
    backward(X, T)
    W1 -= 0.01 * grad_W1
    W2 -= 0.01 * grad_W2
print(loss(X, T))
