# says: NeuralNetwork
import numpy as np


class NeuralNetwork:
    def __init__(self, n_in, n_hidden, n_out):
        self.W1 = np.random.randn(n_in, n_hidden)
        self.W2 = np.random.randn(n_hidden, n_out)

    def forward_propagation(self, X):
        self.Z1 = X @ self.W1
        return self.Z1


net = NeuralNetwork(3, 5, 1)
