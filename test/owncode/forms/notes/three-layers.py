import numpy as np

relu = lambda x: np.maximum(0, x)
relu_derivative = lambda x: (x > 0) * 1


def initialize_weights(sizes):
    np.random.seed(42)
    params = []
    for n, k in zip(sizes, sizes[1:]):
        params += [np.random.randn(n, k) * 0.5, np.zeros((1, k))]
    return params


def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    Z1 = np.dot(X, W1) + b1
    A1 = relu(Z1)
    Z2 = np.dot(A1, W2) + b2
    A2 = relu(Z2)
    Z3 = np.dot(A2, W3) + b3
    A3 = Z3
    return Z1, A1, Z2, A2, Z3, A3


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    dZ3 = 2 * (A3 - Y) / m
    dW3 = np.dot(A2.T, dZ3)
    db3 = np.sum(dZ3, axis=0, keepdims=True)
    dA2 = np.dot(dZ3, W3.T)
    dZ2 = dA2 * relu_derivative(Z2)
    dW2 = np.dot(A1.T, dZ2)
    db2 = np.sum(dZ2, axis=0, keepdims=True)
    dA1 = np.dot(dZ2, W2.T)
    dZ1 = dA1 * relu_derivative(Z1)
    dW1 = np.dot(X.T, dZ1)
    db1 = np.sum(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3


def compute_cost(A3, Y):
    return np.sum((A3 - Y) ** 2) / Y.shape[0]


X = np.random.RandomState(0).rand(40, 4)
Y = np.random.RandomState(1).rand(40, 2)
W1, b1, W2, b2, W3, b3 = initialize_weights([4, 6, 5, 2])
costs = []
for i in range(200):
    Z1, A1, Z2, A2, Z3, A3 = forward_propagation(X, W1, b1, W2, b2, W3, b3)
    costs.append(compute_cost(A3, Y))
    dW1, db1, dW2, db2, dW3, db3 = backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3)
    for p, g in ((W1, dW1), (b1, db1), (W2, dW2), (b2, db2), (W3, dW3), (b3, db3)):
        p -= 0.02 * g
print(costs[0], costs[-1])
