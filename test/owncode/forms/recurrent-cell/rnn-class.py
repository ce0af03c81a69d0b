import numpy as np


class RNN:
    def __init__(self, n_x, n_h, n_y, seed=0):
        rng = np.random.RandomState(seed)
        self.U = rng.uniform(-0.4, 0.4, (n_h, n_x))
        self.W = rng.uniform(-0.4, 0.4, (n_h, n_h))
        self.V = rng.uniform(-0.4, 0.4, (n_y, n_h))

    def forward_propagation(self, x):
        T = len(x)
        s = np.zeros((T + 1, self.W.shape[0]))
        o = np.zeros((T, self.V.shape[0]))
        for t in range(T):
            s[t] = np.tanh(self.U[:, x[t]] + self.W.dot(s[t - 1]))
            e = np.exp(self.V.dot(s[t]))
            o[t] = e / e.sum()
        return o, s

    def calculate_loss(self, x, y):
        o, s = self.forward_propagation(x)
        return -np.sum(np.log(o[np.arange(len(y)), y]))

    def bptt(self, x, y):
        T = len(y)
        o, s = self.forward_propagation(x)
        dLdU = np.zeros(self.U.shape)
        dLdV = np.zeros(self.V.shape)
        dLdW = np.zeros(self.W.shape)
        delta_o = o.copy()
        delta_o[np.arange(len(y)), y] -= 1.
        for t in np.arange(T)[::-1]:
            dLdV += np.outer(delta_o[t], s[t])
            delta_t = self.V.T.dot(delta_o[t]) * (1 - s[t] ** 2)
            for step in np.arange(0, t + 1)[::-1]:
                dLdW += np.outer(delta_t, s[step - 1])
                dLdU[:, x[step]] += delta_t
                delta_t = self.W.T.dot(delta_t) * (1 - s[step - 1] ** 2)
        return [dLdU, dLdV, dLdW]

    def sgd_step(self, x, y, learning_rate):
        dLdU, dLdV, dLdW = self.bptt(x, y)
        self.U -= learning_rate * dLdU
        self.V -= learning_rate * dLdV
        self.W -= learning_rate * dLdW


model = RNN(6, 8, 6)
rng = np.random.RandomState(1)
sentences = [rng.randint(0, 6, 7) for _ in range(10)]
for epoch in range(10):
    for s in sentences:
        model.sgd_step(s[:-1], s[1:], 0.05)
    print(epoch, sum(model.calculate_loss(s[:-1], s[1:]) for s in sentences))
