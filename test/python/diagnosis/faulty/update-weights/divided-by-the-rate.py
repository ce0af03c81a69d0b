import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 = W1 - dW1 / learning_rate  # <- wrong-update
    b1 = b1 - db1 / learning_rate
    W2 = W2 - dW2 / learning_rate
    b2 = b2 - db2 / learning_rate
    return W1, b1, W2, b2
