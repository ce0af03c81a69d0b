import numpy as np
from keras.datasets import mnist
from keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.reshape(-1, 784) / 255
y_train = to_categorical(y_train)


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


class Network:
    def __init__(self, n_in=784, n_hidden=32, n_out=10):
        self.W1 = np.random.randn(n_in, n_hidden) * np.sqrt(1 / n_in)
        self.b1 = np.zeros((1, n_hidden))
        self.W2 = np.random.randn(n_hidden, n_out) * np.sqrt(1 / n_hidden)
        self.b2 = np.zeros((1, n_out))

    def forward(self, X):
        self.A1 = 1 / (1 + np.exp(-(X @ self.W1 + self.b1)))
        self.A2 = softmax(self.A1 @ self.W2 + self.b2)
        return self.A2

    def loss(self, X, Y):
        return -np.mean(np.sum(Y * np.log(self.forward(X) + 1e-12), axis=1))

    def backward(self, X, Y):
        n = X.shape[0]
        d2 = (self.A2 - Y) / n
        d1 = d2 @ self.W2.T * self.A1 * (1 - self.A1)
        return {"W1": X.T @ d1, "b1": d1.sum(0, keepdims=True), "W2": self.A1.T @ d2, "b2": d2.sum(0, keepdims=True)}


net = Network()
for epoch in range(3):
    net.forward(x_train)
    grads = net.backward(x_train, y_train)
    for name in grads:
        setattr(net, name, getattr(net, name) - 0.5 * grads[name])
    print(net.loss(x_train, y_train))
