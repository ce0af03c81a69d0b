import numpy as np


class LogisticRegression:
    def __init__(self, learning_rate=0.1, n_iters=500):
        self.lr = learning_rate
        self.n_iters = n_iters
        self.weights = None
        self.bias = None
        self.losses = []

    def _sigmoid(self, x):
        return 1 / (1 + np.exp(-x))

    def compute_loss(self, y_true, y_pred):
        epsilon = 1e-9
        y1 = y_true * np.log(y_pred + epsilon)
        y2 = (1 - y_true) * np.log(1 - y_pred + epsilon)
        return -np.mean(y1 + y2)

    def feed_forward(self, X):
        z = np.dot(X, self.weights) + self.bias
        return self._sigmoid(z)

    def fit(self, X, y):
        n_samples, n_features = X.shape
        if self.weights is None:
            self.weights = np.zeros(n_features)
            self.bias = 0

        for _ in range(self.n_iters):
            A = self.feed_forward(X)
            self.losses.append(self.compute_loss(y, A))
            dz = A - y
            dw = (1 / n_samples) * np.dot(X.T, dz)
            db = (1 / n_samples) * np.sum(dz)
            self.weights = self.weights - self.lr * dw
            self.bias -= self.lr * db

    def predict(self, X):
        return [1 if i > 0.5 else 0 for i in self.feed_forward(X)]


np.random.seed(3)
X = np.random.randn(60, 4)
y = (X[:, 0] - 2 * X[:, 2] + 0.3 * np.random.randn(60) > 0).astype(int)
regressor = LogisticRegression(learning_rate=0.05, n_iters=200)
regressor.fit(X, y)
print(np.mean(regressor.predict(X) == y))
