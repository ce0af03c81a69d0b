import numpy as np


class DeepNet:
    def __init__(self, layer_dims, activation='tanh'):
        self.L = len(layer_dims) - 1
        self.activation = activation
        self.params = {}
        self.grads = {}
        self.cache = {}
        for l in range(1, self.L + 1):
            self.params['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(1. / layer_dims[l - 1])
            self.params['b' + str(l)] = np.zeros((layer_dims[l], 1))

    def forward(self, X):
        self.cache['A0'] = X
        for l in range(1, self.L + 1):
            Z = np.dot(self.params['W' + str(l)], self.cache['A' + str(l - 1)]) + self.params['b' + str(l)]
            A = np.tanh(Z) if l < self.L else 1 / (1 + np.exp(-Z))
            self.cache['Z' + str(l)] = Z
            self.cache['A' + str(l)] = A
        return A

    def compute_cost(self, AL, Y):
        m = Y.shape[1]
        return float(np.squeeze(-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m))

    def backward(self, Y):
        m = Y.shape[1]
        dZ = self.cache['A' + str(self.L)] - Y
        for l in reversed(range(1, self.L + 1)):
            self.grads['dW' + str(l)] = np.dot(dZ, self.cache['A' + str(l - 1)].T) / m
            self.grads['db' + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
            if l > 1:
                dA = np.dot(self.params['W' + str(l)].T, dZ)
                dZ = dA * (1 - np.power(self.cache['A' + str(l - 1)], 2))

    def update(self, lr):
        for l in range(1, self.L + 1):
            self.params['W' + str(l)] = self.params['W' + str(l)] - lr * self.grads['dW' + str(l)]
            self.params['b' + str(l)] = self.params['b' + str(l)] - lr * self.grads['db' + str(l)]

    def train(self, X, Y, iterations=100, lr=0.1):
        costs = []
        for i in range(iterations):
            AL = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.backward(Y)
            self.update(lr)
        return costs


np.random.seed(2)
X = np.random.randn(3, 40)
Y = (X[:1] * X[1:2] > 0).astype(float)
model = DeepNet([3, 5, 4, 1])
print(model.train(X, Y)[-1])
