import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    scale = lambda g: g / np.sqrt(g)  # <- non-finite
    W1 = W1 - learning_rate * scale(dW1)  # <- non-finite (or)
    b1 = b1 - learning_rate * scale(db1)
    W2 = W2 - learning_rate * scale(dW2)
    b2 = b2 - learning_rate * scale(db2)
    return W1, b1, W2, b2
