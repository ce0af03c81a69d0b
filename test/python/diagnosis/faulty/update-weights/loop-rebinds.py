import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    params = [W1, b1, W2, b2]
    grads = [dW1, db1, dW2, db2]
    for p, g in zip(params, grads):
        p = p - learning_rate * g  # <- not-updated
    return params[0], params[1], params[2], params[3]  # <- not-updated (or)
