import numpy as np


class NeuralNetwork():

    def __init__(self):
        np.random.seed(1)
        self.synaptic_weights = 2 * np.random.random((3, 1)) - 1

    def sigmoid(self, x):
        return 1 / (1 + np.exp(-x))

    def sigmoid_derivative(self, x):
        return x * (1 - x)

    def think(self, inputs):
        return self.sigmoid(np.dot(inputs.astype(float), self.synaptic_weights))

    def train(self, inputs, outputs, iterations):
        for iteration in range(iterations):
            output = self.think(inputs)
            error = outputs - output
            adjustment = np.dot(inputs.T, error * self.sigmoid_derivative(output))
            self.synaptic_weights += adjustment


network = NeuralNetwork()
inputs = np.array([[0, 0, 1], [1, 1, 1], [1, 0, 1], [0, 1, 1]])
outputs = np.array([[0, 1, 1, 0]]).T
network.train(inputs, outputs, 1000)
print(network.think(np.array([1, 0, 0])))
