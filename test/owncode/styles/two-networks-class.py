import numpy as np

np.random.seed(3)


class Net:
    def __init__(self, n_in, n_hidden, n_out, squash):
        self.W1 = np.random.randn(n_in, n_hidden) * 0.4
        self.b1 = np.zeros(n_hidden)
        self.W2 = np.random.randn(n_hidden, n_out) * 0.4
        self.b2 = np.zeros(n_out)
        self.squash = squash

    def forward(self, x):
        self.x = x
        self.h = np.tanh(x @ self.W1 + self.b1)
        self.z = self.h @ self.W2 + self.b2
        self.out = 1 / (1 + np.exp(-self.z)) if self.squash else self.z
        return self.out

    def backward(self, dz):
        self.dW2 = self.h.T @ dz
        self.db2 = dz.sum(axis=0)
        dh = dz @ self.W2.T
        dz1 = dh * (1 - self.h ** 2)
        self.dW1 = self.x.T @ dz1
        self.db1 = dz1.sum(axis=0)
        return dz1 @ self.W1.T

    def step(self, lr):
        self.W1 -= lr * self.dW1
        self.b1 -= lr * self.db1
        self.W2 -= lr * self.dW2
        self.b2 -= lr * self.db2


G = Net(2, 6, 2, squash=False)
D = Net(2, 6, 1, squash=True)

for it in range(100):
    real = np.random.randn(16, 2) * 0.5 + 1.0
    p_real = D.forward(real)
    loss_real = -np.mean(np.log(p_real))
    D.backward((p_real - 1) / len(real))
    D.step(0.05)

    fake = G.forward(np.random.randn(16, 2))
    p_fake = D.forward(fake)
    loss_fake = -np.mean(np.log(1 - p_fake))
    D.backward(p_fake / len(fake))
    D.step(0.05)

    fake = G.forward(np.random.randn(16, 2))
    p_fake = D.forward(fake)
    loss_g = -np.mean(np.log(p_fake))
    dfake = D.backward((p_fake - 1) / len(fake))
    G.backward(dfake)
    G.step(0.05)
    if it % 25 == 0:
        print(it, loss_real + loss_fake, loss_g)
