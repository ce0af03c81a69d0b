import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    steps = [-learning_rate * g for g in (dW1, db1, dW2, db2)]
    for p, s in zip((W1, b1, W2, b2), steps):
        np.add(p, s, out=p)
    return W1, b1, W2, b2
