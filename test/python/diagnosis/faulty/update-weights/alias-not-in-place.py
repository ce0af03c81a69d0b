import numpy as np

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    for p, g in [(W1, dW1), (b1, db1), (W2, dW2), (b2, db2)]:
        p = p - learning_rate * g  # <- not-updated
    return W1, b1, W2, b2
