import numpy as np


class AutoEncoder(object):
    def __init__(self, n_visible, n_hidden, seed=0):
        rng = np.random.RandomState(seed)
        r = np.sqrt(6. / (n_visible + n_hidden))
        self.params = dict(
            We=rng.uniform(-r, r, (n_visible, n_hidden)), be=np.zeros(n_hidden),
            Wd=rng.uniform(-r, r, (n_hidden, n_visible)), bd=np.zeros(n_visible))

    def encode(self, x):
        return 1 / (1 + np.exp(-(x @ self.params['We'] + self.params['be'])))

    def decode(self, h):
        return h @ self.params['Wd'] + self.params['bd']

    def cost_and_grads(self, x):
        m = x.shape[0]
        h = self.encode(x)
        r = self.decode(h)
        diff = r - x
        cost = np.sum(diff ** 2) / (2 * m)
        dr = diff / m
        dh = dr @ self.params['Wd'].T
        dzh = dh * h * (1 - h)
        grads = dict(We=x.T @ dzh, be=dzh.sum(axis=0), Wd=h.T @ dr, bd=dr.sum(axis=0))
        return cost, grads


def train(model, data, lr=0.1, epochs=30, batch=10):
    for epoch in range(epochs):
        order = np.random.permutation(len(data))
        for k in range(0, len(data), batch):
            cost, grads = model.cost_and_grads(data[order[k:k + batch]])
            for name in model.params:
                model.params[name] -= lr * grads[name]
        if epoch % 10 == 0:
            print('epoch', epoch, 'cost', cost)


if __name__ == '__main__':
    np.random.seed(1)
    data = np.random.rand(40, 6)
    ae = AutoEncoder(6, 3)
    train(ae, data)
