import numpy as np


def layer_sizes(X, Y, n_h=4):
    return X.shape[0], n_h, Y.shape[0]


def init_params(n_x, n_h, n_y):
    np.random.seed(2)
    return {"w1": np.random.randn(n_h, n_x) * 0.1, "b1": np.zeros((n_h, 1)),
            "w2": np.random.randn(n_y, n_h) * 0.1, "b2": np.zeros((n_y, 1))}


def fwd(X, p):
    z1 = p["w1"].dot(X) + p["b1"]
    a1 = np.where(z1 > 0, z1, 0.01 * z1)
    z2 = p["w2"].dot(a1) + p["b2"]
    e = np.exp(z2 - z2.max(axis=0))
    a2 = e / e.sum(axis=0)
    return z1, a1, z2, a2


def bwd(z1, a1, a2, X, Y, p):
    m = X.shape[1]
    dz2 = a2 - Y
    dw2 = 1 / m * dz2.dot(a1.T)
    db2 = 1 / m * dz2.sum(axis=1, keepdims=True)
    dz1 = p["w2"].T.dot(dz2) * np.where(z1 > 0, 1, 0.01)
    dw1 = 1 / m * dz1.dot(X.T)
    db1 = 1 / m * dz1.sum(axis=1, keepdims=True)
    return dw1, db1, dw2, db2


def nn_model(X, Y, n_h, iterations, alpha):
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    p = init_params(n_x, n_h, n_y)
    for i in range(iterations):
        z1, a1, z2, a2 = fwd(X, p)
        dw1, db1, dw2, db2 = bwd(z1, a1, a2, X, Y, p)
        p["w1"] = p["w1"] - alpha * dw1
        p["b1"] = p["b1"] - alpha * db1
        p["w2"] = p["w2"] - alpha * dw2
        p["b2"] = p["b2"] - alpha * db2
        if i % 50 == 0:
            print("accuracy", np.mean(a2.argmax(0) == Y.argmax(0)))
    return p


X = np.random.RandomState(1).randn(3, 45)
labels = (X[0] > 0).astype(int) + (X[1] > 0.4)
Y = np.eye(3)[labels].T
trained = nn_model(X, Y, 5, 120, 0.4)
