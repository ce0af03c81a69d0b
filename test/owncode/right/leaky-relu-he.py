import numpy as np

leaky = lambda z: np.where(z > 0, z, 0.01 * z)
d_leaky = lambda z: np.where(z > 0, 1.0, 0.01)


class Net:
    def __init__(self, dims):
        r = np.random.RandomState(1)
        self.W = [r.randn(b, a) * np.sqrt(2 / a) for a, b in zip(dims[:-1], dims[1:])]
        self.b = [np.zeros((b, 1)) for b in dims[1:]]

    def forward(self, X):
        self.Z, self.A = [], [X]
        for i, (W, b) in enumerate(zip(self.W, self.b)):
            Z = W @ self.A[-1] + b
            self.Z.append(Z)
            self.A.append(Z if i == len(self.W) - 1 else leaky(Z))
        return self.A[-1]

    def cost(self, X, Y):
        return np.sum((self.forward(X) - Y) ** 2) / (2 * X.shape[1])

    def backward(self, Y):
        m = Y.shape[1]
        dW, db = [], []
        dZ = (self.A[-1] - Y) / m
        for i in reversed(range(len(self.W))):
            dW.insert(0, dZ @ self.A[i].T)
            db.insert(0, dZ.sum(axis=1, keepdims=True))
            if i > 0:
                dZ = (self.W[i].T @ dZ) * d_leaky(self.Z[i - 1])
        return dW, db


net = Net([3, 6, 5, 2])
r = np.random.RandomState(2)
X, Y = r.randn(3, 30), r.randn(2, 30)
for _ in range(50):
    net.forward(X)
    dW, db = net.backward(Y)
    net.W = [W - 0.05 * d for W, d in zip(net.W, dW)]
    net.b = [b - 0.05 * d for b, d in zip(net.b, db)]
print(net.cost(X, Y))
