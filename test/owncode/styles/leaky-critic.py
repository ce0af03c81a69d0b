import numpy as np

def lrelu(v, alpha=0.2):
    return np.maximum(alpha * v, v)

class Critic:
    def __init__(self, n_in, n_mid):
        self.w_in = np.random.randn(n_in, n_mid) * 0.3
        self.c_in = np.zeros(n_mid)
        self.w_out = np.random.randn(n_mid, 1) * 0.3
        self.c_out = np.zeros(1)

    def forward(self, batch):
        self.batch = batch
        self.pre = batch @ self.w_in + self.c_in
        self.act = lrelu(self.pre)
        return self.act @ self.w_out + self.c_out

    def backward(self, scores, wanted):
        n = len(wanted)
        d = 2 * (scores - wanted) / n
        self.d_w_out = self.act.T @ d
        self.d_c_out = d.sum(axis=0)
        d_mid = d @ self.w_out.T
        d_pre = d_mid * np.where(self.pre > 0, 1, 0.2)
        self.d_w_in = self.batch.T @ d_pre
        self.d_c_in = d_pre.sum(axis=0)

    def step(self, rate):
        for name in ('w_in', 'c_in', 'w_out', 'c_out'):
            setattr(self, name, getattr(self, name) - rate * getattr(self, 'd_' + name))

np.random.seed(3)
xs = np.random.randn(30, 4)
ys = np.abs(xs[:, :1]) - xs[:, 1:2]
critic = Critic(4, 7)
for epoch in range(50):
    out = critic.forward(xs)
    mse = np.mean((out - ys) ** 2)
    critic.backward(out, ys)
    critic.step(0.05)
print(mse)
