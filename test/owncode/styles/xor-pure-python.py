import math
import random

random.seed(7)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


class NeuralNetwork:
    LEARNING_RATE = 0.5

    def __init__(self, num_inputs, num_hidden):
        self.hidden_weights = [[random.uniform(-1, 1) for _ in range(num_inputs)] for _ in range(num_hidden)]
        self.hidden_bias = [random.uniform(-1, 1) for _ in range(num_hidden)]
        self.output_weights = [random.uniform(-1, 1) for _ in range(num_hidden)]
        self.output_bias = random.uniform(-1, 1)

    def feed_forward(self, inputs):
        self.hidden = []
        for weights, bias in zip(self.hidden_weights, self.hidden_bias):
            total = sum(w * i for w, i in zip(weights, inputs)) + bias
            self.hidden.append(sigmoid(total))
        self.output = sigmoid(sum(w * h for w, h in zip(self.output_weights, self.hidden)) + self.output_bias)
        return self.output

    def train(self, inputs, target):
        output = self.feed_forward(inputs)
        # error terms
        delta_o = (output - target) * output * (1 - output)
        delta_h = [delta_o * self.output_weights[j] * h * (1 - h) for j, h in enumerate(self.hidden)]
        # output layer
        for j in range(len(self.output_weights)):
            self.output_weights[j] -= self.LEARNING_RATE * delta_o * self.hidden[j]
        self.output_bias -= self.LEARNING_RATE * delta_o
        # hidden layer
        for j in range(len(self.hidden_weights)):
            for i in range(len(inputs)):
                self.hidden_weights[j][i] -= self.LEARNING_RATE * delta_h[j] * inputs[i]
            self.hidden_bias[j] -= self.LEARNING_RATE * delta_h[j]

    def calculate_total_error(self, training_sets):
        return sum(0.5 * (target - self.feed_forward(inputs)) ** 2 for inputs, target in training_sets)


training_sets = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
nn = NeuralNetwork(2, 3)
for i in range(300):
    inputs, target = random.choice(training_sets)
    nn.train(inputs, target)
print(round(nn.calculate_total_error(training_sets), 4))
