import numpy as np

def relu_backward(dA, cache):
    dZ = np.array(dA, copy=True)
    dZ[cache <= 0] = 0
    return dZ

def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = A3 - Y
    dA2 = dZ3 @ W3.T
    dZ2 = relu_backward(dA2, dA2)  # <- derivative-of-wrong-tensor
    dA1 = dZ2 @ W2.T
    dZ1 = relu_backward(dA1, Z1)
    grads = {}
    for k, (d, a) in {3: (dZ3, A2), 2: (dZ2, A1), 1: (dZ1, X)}.items():
        grads['dW%d' % k] = a.T @ d / m
        grads['db%d' % k] = d.sum(axis=0, keepdims=True) / m
    return tuple(grads[n] for n in ('dW1', 'db1', 'dW2', 'db2', 'dW3', 'db3'))
