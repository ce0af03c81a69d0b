import numpy as np

LEARNING_RATE = 0.01


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 = W1 - LEARNING_RATE * dW1  # <- learning-rate-ignored
    b1 = b1 - LEARNING_RATE * db1
    W2 = W2 - LEARNING_RATE * dW2
    b2 = b2 - LEARNING_RATE * db2
    return W1, b1, W2, b2
