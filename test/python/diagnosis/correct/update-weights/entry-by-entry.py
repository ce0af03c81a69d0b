import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    def move(p, g):
        p = p.copy()
        for idx in np.ndindex(*p.shape):
            p[idx] = p[idx] - learning_rate * g[idx]
        return p

    return move(W1, dW1), move(b1, db1), move(W2, dW2), move(b2, db2)
