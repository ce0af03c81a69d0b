import numpy as np

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    W1 -= learning_rate * dW1
    b1 -= learning_rate * db1
    W2 -= learning_rate * dW2
    db2 -= learning_rate * b2  # <- not-updated
    return W1, b1, W2, b2
