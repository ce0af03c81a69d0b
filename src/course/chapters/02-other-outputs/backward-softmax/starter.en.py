import numpy as np


def relu_derivative(x):
    return np.where(x > 0, 1, 0)


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    """Gradients of a softmax network, one hidden layer.

    A1 = relu(Z1), A2 = softmax(Z2), each row of Y is one-hot
    X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
    W1: (n_in, n_hidden), W2: (n_hidden, n_out)
    returns dW1, db1, dW2, db2, shaped like W1, b1, W2, b2
    """
    m = X.shape[0]

    # Output layer
    dZ2 = ...
    dW2 = ...
    db2 = ...

    # Hidden layer
    dA1 = ...
    dZ1 = ...
    dW1 = ...
    db1 = ...

    return dW1, db1, dW2, db2
