import numpy as np


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    params = dict(W1=W1, b1=b1, W2=W2, b2=b2)
    grads = dict(W1=dW1, b1=db1, W2=dW2, b2=db2)
    for name in params:
        p = params[name]
        p -= learning_rate * grads[name]
    return params['W1'], params['b1'], params['W2'], params['b2']
