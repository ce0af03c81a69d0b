import numpy as np

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = Y.shape[0]
    grads = {}
    dZ2 = A2 - Y
    grads['dW'] = A1.T.dot(dZ2) / m
    grads['db'] = dZ2.sum(axis=0, keepdims=True) / m
    dZ1 = dZ2.dot(W2.T) * (Z1 > 0)
    grads['dW'] = X.T.dot(dZ1) / m  # <- wrong-key
    grads['db'] = dZ1.sum(axis=0, keepdims=True) / m
    return grads['dW'], grads['db'], grads['dW'], grads['db']
