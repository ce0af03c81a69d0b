import numpy as np


class SoftmaxClassifier:

    def __init__(self, dim, n_classes, reg=1e-2):
        self.reg = reg
        self.W = 0.1 * np.random.RandomState(0).randn(dim + 1, n_classes)

    def _probabilities(self, X):
        scores = X.dot(self.W)
        scores -= np.max(scores, axis=1, keepdims=True)
        e = np.exp(scores)
        return e / np.sum(e, axis=1, keepdims=True)

    def loss(self, X, y):
        P = self._probabilities(X)
        data_loss = -np.mean(np.log(P[np.arange(len(y)), y]))
        return data_loss + self.reg * np.sum(self.W ** 2)

    def gradient(self, X, y):
        P = self._probabilities(X)
        P[np.arange(len(y)), y] -= 1
        grad = X.T.dot(P) / len(y)
        grad += 2 * self.reg * self.W
        return grad

    def train(self, X, y, lr=0.5, epochs=30):
        for epoch in range(epochs):
            self.W -= lr * self.gradient(X, y)
            if epoch % 10 == 0:
                print('epoch %d loss %f' % (epoch, self.loss(X, y)))


def add_bias(X):
    return np.hstack([X, np.ones((X.shape[0], 1))])


if __name__ == '__main__':
    rng = np.random.RandomState(2)
    X = add_bias(rng.randn(45, 4))
    y = rng.randint(3, size=45)
    clf = SoftmaxClassifier(4, 3)
    clf.train(X, y)
