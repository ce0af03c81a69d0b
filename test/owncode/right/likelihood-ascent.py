import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def forward(X, W1, b1, W2, b2):
    Z = sigmoid(X.dot(W1) + b1)
    A = Z.dot(W2) + b2
    expA = np.exp(A)
    return expA / expA.sum(axis=1, keepdims=True), Z


def cost(T, Y):
    return (T * np.log(Y)).sum()


def derivative_w2(Z, T, Y):
    return Z.T.dot(T - Y)


def derivative_b2(T, Y):
    return (T - Y).sum(axis=0)


def derivative_w1(X, Z, T, Y, W2):
    dZ = (T - Y).dot(W2.T) * Z * (1 - Z)
    return X.T.dot(dZ)


def derivative_b1(T, Y, W2, Z):
    return ((T - Y).dot(W2.T) * Z * (1 - Z)).sum(axis=0)


r = np.random.RandomState(0)
X = r.randn(30, 2)
T = np.eye(3)[r.randint(0, 3, 30)]
W1, b1, W2, b2 = r.randn(2, 4), r.randn(4), r.randn(4, 3), r.randn(3)
learning_rate = 1e-3
for epoch in range(200):
    Y, Z = forward(X, W1, b1, W2, b2)
    if epoch % 50 == 0:
        print("log likelihood:", cost(T, Y))
    gW2, gb2 = derivative_w2(Z, T, Y), derivative_b2(T, Y)
    gW1, gb1 = derivative_w1(X, Z, T, Y, W2), derivative_b1(T, Y, W2, Z)
    W2 += learning_rate * gW2
    b2 += learning_rate * gb2
    W1 += learning_rate * gW1
    b1 += learning_rate * gb1
