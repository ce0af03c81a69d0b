import numpy as np
import h5py


def load_data():
    train = h5py.File('datasets/train_catvnoncat.h5', 'r')
    X = np.array(train['train_set_x'][:])
    y = np.array(train['train_set_y'][:])
    return X.reshape(X.shape[0], -1).T / 255., y.reshape(1, -1)


def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def initialize_parameters(layer_dims):
    np.random.seed(3)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters['W' + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def forward_propagation_with_dropout(X, parameters, keep_prob=0.5):
    np.random.seed(1)
    W1, b1, W2, b2 = (parameters[k] for k in ('W1', 'b1', 'W2', 'b2'))
    W3, b3 = parameters['W3'], parameters['b3']
    Z1 = np.dot(W1, X) + b1
    A1 = np.maximum(0, Z1)
    D1 = (np.random.rand(*A1.shape) < keep_prob).astype(int)
    A1 = A1 * D1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2 = np.maximum(0, Z2)
    D2 = (np.random.rand(*A2.shape) < keep_prob).astype(int)
    A2 = A2 * D2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


def compute_cost(A3, Y, parameters, lambd):
    m = Y.shape[1]
    ce = -np.sum(Y * np.log(A3) + (1 - Y) * np.log(1 - A3)) / m
    l2 = lambd / (2 * m) * sum(np.sum(np.square(parameters['W%d' % l])) for l in (1, 2, 3))
    return ce + l2


def backward_propagation_with_dropout(X, Y, cache, keep_prob, lambd):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1. / m * np.dot(dZ3, A2.T) + lambd / m * W3
    db3 = 1. / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dA2 = dA2 * D2 / keep_prob
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1. / m * np.dot(dZ2, A1.T) + lambd / m * W2
    db2 = 1. / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dA1 = dA1 * D1 / keep_prob
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1. / m * np.dot(dZ1, X.T) + lambd / m * W1
    db1 = 1. / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dW3": dW3, "db3": db3, "dW2": dW2, "db2": db2, "dW1": dW1, "db1": db1}


def model(X, Y, layer_dims, learning_rate=0.3, num_iterations=3000, lambd=0.1, keep_prob=0.8):
    parameters = initialize_parameters(layer_dims)
    for i in range(num_iterations):
        A3, cache = forward_propagation_with_dropout(X, parameters, keep_prob)
        cost = compute_cost(A3, Y, parameters, lambd)
        grads = backward_propagation_with_dropout(X, Y, cache, keep_prob, lambd)
        for k in parameters:
            parameters[k] -= learning_rate * grads["d" + k]
        if i % 1000 == 0:
            print("Cost after iteration {}: {}".format(i, cost))
    return parameters


train_x, train_y = load_data()
parameters = model(train_x, train_y, [12288, 20, 7, 1])
