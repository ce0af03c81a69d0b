import numpy as np

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    rate = learning_rate
    W1 = W1 - rate * dW1
    b1 = b1 - rate * db1
    W2 = W2 - rate * dW2
    db2 -= rate * b2  # <- not-updated
    return W1, b1, W2, b2
