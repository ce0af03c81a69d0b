import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 = W1 - learning_rate * dW2  # <- wrong-update
    W2 = W2 - learning_rate * dW1  # <- wrong-update
    b1 = b1 - learning_rate * db1
    b2 = b2 - learning_rate * db2
    return W1, b1, W2, b2
