import numpy as np

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    new_W1 = W1 - learning_rate * dW1
    new_b1 = b1 - learning_rate * db1
    new_W2 = W2 - learning_rate * dW2  # <- not-updated
    new_b2 = b2 - learning_rate * db2
    return new_W1, new_b1, W2, new_b2  # <- not-updated (or)
