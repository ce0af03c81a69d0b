import numpy as np


def sgd(p, g, eta=0.01):
    return p - eta * g  # <- learning-rate-ignored


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 = sgd(W1, dW1)  # <- learning-rate-ignored (or)
    b1 = sgd(b1, db1)
    W2 = sgd(W2, dW2)
    b2 = sgd(b2, db2)
    return W1, b1, W2, b2
