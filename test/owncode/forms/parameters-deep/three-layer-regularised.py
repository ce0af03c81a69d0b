import numpy as np


def tanh_prime(a):
    return 1 - a * a


def model_forward(X, parameters):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.tanh(Z2)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3)


def cost_function(A3, Y):
    m = Y.shape[1]
    eps = 1e-8
    return -1 / m * np.nansum(Y * np.log(A3 + eps) + (1 - Y) * np.log(1 - A3 + eps))


def model_backward(X, Y, cache):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1. / m * np.dot(dZ3, A2.T)
    db3 = 1. / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = dA2 * tanh_prime(A2)
    dW2 = 1. / m * np.dot(dZ2, A1.T)
    db2 = 1. / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = dA1 * tanh_prime(A1)
    dW1 = 1. / m * np.dot(dZ1, X.T)
    db1 = 1. / m * np.sum(dZ1, axis=1, keepdims=True)
    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3,
                 "dA2": dA2, "dZ2": dZ2, "dW2": dW2, "db2": db2,
                 "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return gradients


def make_parameters(n_x):
    rng = np.random.RandomState(1)
    return {
        "W1": rng.randn(6, n_x), "b1": np.zeros((6, 1)),
        "W2": rng.randn(6, 6), "b2": np.zeros((6, 1)),
        "W3": rng.randn(1, 6), "b3": np.zeros((1, 1)),
    }


def optimise(X, Y, rounds=200, lr=0.3):
    parameters = make_parameters(X.shape[0])
    costs = []
    for _ in range(rounds):
        A3, cache = model_forward(X, parameters)
        costs.append(cost_function(A3, Y))
        gradients = model_backward(X, Y, cache)
        for k in parameters:
            parameters[k] = parameters[k] - lr * gradients["d" + k]
    return parameters, costs


if __name__ == '__main__':
    rng = np.random.RandomState(0)
    X = rng.randn(3, 50)
    Y = (np.sum(X ** 2, axis=0, keepdims=True) < 3).astype(int)
    parameters, costs = optimise(X, Y)
    print(costs[::50])
