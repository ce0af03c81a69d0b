import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    params, grads = [W1, b1, W2, b2], [dW1, db1, dW2, db2]
    new = [p - learning_rate * g for p, g in zip(params, grads)]
    return new[0], new[1], new[2], new[1]  # <- wrong-key | wrong-return-value | wrong-return-order
