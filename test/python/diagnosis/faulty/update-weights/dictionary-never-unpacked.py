import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    theta = {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}
    grad = {'W1': dW1, 'b1': db1, 'W2': dW2, 'b2': db2}
    for k in theta:
        theta[k] = theta[k] - learning_rate * grad[k]
    return W1, b1, W2, b2  # <- not-updated
