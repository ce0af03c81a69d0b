import numpy as np


class UpdatedTooEarly:
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size)
        self.bias = np.random.randn(output_size, 1)

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        input_gradient = np.dot(self.weights.T, output_gradient)
        return input_gradient


class SigmoidByOutput:
    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, d_out):
        return d_out * self.out


class MeanOfBiases:
    def __init__(self, n_in, n_out):
        self.params = {"W": np.random.randn(n_in, n_out), "b": np.zeros((1, n_out))}
        self.grads = {}

    def forward(self, X):
        self.cache = X
        return X @ self.params["W"] + self.params["b"]

    def backward(self, err):
        self.grads["W"] = self.cache.T @ err
        self.grads["b"] = err.mean(axis=0, keepdims=True)
        return err @ self.params["W"].T


class SoftmaxAsSigmoid:
    def forward(self, inputs):
        e = np.exp(inputs - inputs.max(axis=1, keepdims=True))
        self.output = e / e.sum(axis=1, keepdims=True)

    def backward(self, dvalues):
        self.dinputs = dvalues * self.output * (1 - self.output)


class SumForDifference:
    def loss(self, y_true, y_pred):
        return np.mean(np.power(y_true - y_pred, 2))

    def gradient(self, y_true, y_pred):
        return 2 * (y_pred + y_true) / np.size(y_true)
