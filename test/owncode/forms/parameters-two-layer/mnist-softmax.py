import numpy as np


def init_params():
    W1 = np.random.rand(10, 12) - 0.5
    b1 = np.random.rand(10, 1) - 0.5
    W2 = np.random.rand(4, 10) - 0.5
    b2 = np.random.rand(4, 1) - 0.5
    return {'W1': W1, 'b1': b1, 'W2': W2, 'b2': b2}


def ReLU(Z):
    return np.maximum(Z, 0)


def softmax(Z):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


def forward_prop(params, X):
    cache = {}
    cache['Z1'] = params['W1'].dot(X) + params['b1']
    cache['A1'] = ReLU(cache['Z1'])
    cache['Z2'] = params['W2'].dot(cache['A1']) + params['b2']
    cache['A2'] = softmax(cache['Z2'])
    return cache


def one_hot(Y):
    out = np.zeros((4, Y.size))
    out[Y, np.arange(Y.size)] = 1
    return out


def cross_entropy(A2, Y):
    return -np.sum(one_hot(Y) * np.log(A2 + 1e-9)) / Y.size


def deriv_ReLU(Z):
    return Z > 0


def back_prop(params, cache, X, Y):
    m = Y.size
    grads = {}
    dZ2 = cache['A2'] - one_hot(Y)
    grads['W2'] = 1 / m * dZ2.dot(cache['A1'].T)
    grads['b2'] = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = params['W2'].T.dot(dZ2) * deriv_ReLU(cache['Z1'])
    grads['W1'] = 1 / m * dZ1.dot(X.T)
    grads['b1'] = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    return grads


def update_params(params, grads, alpha):
    for key in params:
        params[key] = params[key] - alpha * grads[key]
    return params


def get_accuracy(A2, Y):
    return np.sum(np.argmax(A2, 0) == Y) / Y.size


def gradient_descent(X, Y, alpha, iterations):
    params = init_params()
    for i in range(iterations):
        cache = forward_prop(params, X)
        grads = back_prop(params, cache, X, Y)
        params = update_params(params, grads, alpha)
        if i % 10 == 0:
            print("Iteration: ", i, cross_entropy(cache['A2'], Y), get_accuracy(cache['A2'], Y))
    return params


np.random.seed(0)
X_train = np.random.rand(12, 40)
Y_train = np.random.randint(0, 4, 40)
params = gradient_descent(X_train, Y_train, 0.10, 50)
