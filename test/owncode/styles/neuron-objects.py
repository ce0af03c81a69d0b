import numpy as np


class Neuron:
    def __init__(self, n, rng):
        self.weights = rng.uniform(-0.5, 0.5, n)
        self.bias = rng.uniform(-0.5, 0.5)
        self.output = 0.0
        self.delta = 0.0

    def activate(self, inputs):
        self.inputs = inputs
        self.output = 1 / (1 + np.exp(-(np.dot(self.weights, inputs) + self.bias)))
        return self.output


class Layer:
    def __init__(self, n_in, n_out, rng):
        self.neurons = [Neuron(n_in, rng) for _ in range(n_out)]

    def forward(self, inputs):
        return np.array([neuron.activate(inputs) for neuron in self.neurons])


class Network:
    def __init__(self, sizes, seed=3):
        rng = np.random.RandomState(seed)
        self.layers = [Layer(a, b, rng) for a, b in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backpropagate(self, target):
        last = self.layers[-1]
        for neuron, t in zip(last.neurons, target):
            neuron.delta = (neuron.output - t) * neuron.output * (1 - neuron.output)
        for layer, above in zip(self.layers[-2::-1], self.layers[:0:-1]):
            for j, neuron in enumerate(layer.neurons):
                carried = sum(n.weights[j] * n.delta for n in above.neurons)
                neuron.delta = carried * neuron.output * (1 - neuron.output)

    def update(self, eta):
        for layer in self.layers:
            for neuron in layer.neurons:
                neuron.weights = neuron.weights - eta * neuron.delta * neuron.inputs
                neuron.bias = neuron.bias - eta * neuron.delta

    def train(self, samples, eta, epochs):
        for _ in range(epochs):
            for x, t in samples:
                self.forward(x)
                self.backpropagate(t)
                self.update(eta)


samples = [(np.array([0.0, 1.0]), [1.0]), (np.array([1.0, 1.0]), [0.0]), (np.array([1.0, 0.0]), [1.0])]
network = Network([2, 3, 1])
network.train(samples, 0.5, 50)
print([round(float(network.forward(x)[0]), 3) for x, _ in samples])
