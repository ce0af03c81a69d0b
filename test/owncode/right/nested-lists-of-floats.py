from random import random, seed
from math import exp


def initialize_network(n_inputs, n_hidden, n_outputs):
    hidden = [{'weights': [random() for i in range(n_inputs + 1)]} for i in range(n_hidden)]
    output = [{'weights': [random() for i in range(n_hidden + 1)]} for i in range(n_outputs)]
    return [hidden, output]


def activate(weights, inputs):
    activation = weights[-1]
    for i in range(len(weights) - 1):
        activation += weights[i] * inputs[i]
    return activation


def transfer(activation):
    return 1.0 / (1.0 + exp(-activation))


def transfer_derivative(output):
    return output * (1.0 - output)


def forward_propagate(network, row):
    inputs = row
    for layer in network:
        new_inputs = []
        for neuron in layer:
            neuron['output'] = transfer(activate(neuron['weights'], inputs))
            new_inputs.append(neuron['output'])
        inputs = new_inputs
    return inputs


def backward_propagate_error(network, expected):
    for i in reversed(range(len(network))):
        layer = network[i]
        errors = []
        if i != len(network) - 1:
            for j in range(len(layer)):
                error = 0.0
                for neuron in network[i + 1]:
                    error += neuron['weights'][j] * neuron['delta']
                errors.append(error)
        else:
            for j in range(len(layer)):
                errors.append(layer[j]['output'] - expected[j])
        for j in range(len(layer)):
            layer[j]['delta'] = errors[j] * transfer_derivative(layer[j]['output'])


def update_weights(network, row, l_rate):
    for i in range(len(network)):
        inputs = row if i == 0 else [neuron['output'] for neuron in network[i - 1]]
        for neuron in network[i]:
            for j in range(len(inputs)):
                neuron['weights'][j] -= l_rate * neuron['delta'] * inputs[j]
            neuron['weights'][-1] -= l_rate * neuron['delta']


seed(1)
dataset = [[2.7, 2.5, 0], [1.4, 2.3, 0], [3.3, 4.4, 0], [1.3, 1.8, 0], [7.6, 2.7, 1], [5.3, 2.0, 1], [6.9, 1.7, 1]]
network = initialize_network(2, 2, 2)
for epoch in range(20):
    sum_error = 0
    for row in dataset:
        outputs = forward_propagate(network, row[:-1])
        expected = [0, 0]
        expected[row[-1]] = 1
        sum_error += sum((e - o) ** 2 for e, o in zip(expected, outputs))
        backward_propagate_error(network, expected)
        update_weights(network, row[:-1], 0.5)
print('>epoch=%d, error=%.3f' % (epoch, sum_error))
