import numpy as np

def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    for p, g in zip((W1, W2), (dW1, dW2)):
        p -= learning_rate * g
    for p, g in zip((b1, b2), (db1, db2)):
        p -= g  # <- learning-rate-ignored
    return W1, b1, W2, b2
