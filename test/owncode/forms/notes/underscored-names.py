import numpy as np


def relu(x):
    return np.maximum(0, x)


def relu_dev(x):
    return np.where(x > 0, 1.0, 0.0)


def init_weights(input_size, hidden_size, output_size, seed=11):
    np.random.seed(seed)
    W_1 = np.random.randn(input_size, hidden_size)
    b_1 = np.zeros((1, hidden_size))
    W_2 = np.random.randn(hidden_size, output_size)
    b_2 = np.zeros((1, output_size))
    return W_1, b_1, W_2, b_2


def forward_propagation(X, W_1, b_1, W_2, b_2):
    Z_1 = X.dot(W_1) + b_1
    A_1 = relu(Z_1)
    Z_2 = A_1.dot(W_2) + b_2
    A_2 = Z_2
    return Z_1, A_1, Z_2, A_2


def compute_cost(A_2, Y):
    m = Y.shape[0]
    cost = (1 / (2 * m)) * np.sum((A_2 - Y) ** 2)
    return cost


def backward_propagation(X, Y, Z_1, A_1, Z_2, A_2, W_1, W_2):
    m = X.shape[0]
    dZ_2 = A_2 - Y
    dW_2 = A_1.T.dot(dZ_2) / m
    db_2 = dZ_2.sum(axis=0, keepdims=True) / m
    dZ_1 = dZ_2.dot(W_2.T) * relu_dev(Z_1)
    dW_1 = X.T.dot(dZ_1) / m
    db_1 = dZ_1.sum(axis=0, keepdims=True) / m
    return dW_1, db_1, dW_2, db_2


def train(X, Y, hidden_size=5, learning_rate=0.01, epochs=1000):
    W_1, b_1, W_2, b_2 = init_weights(X.shape[1], hidden_size, Y.shape[1])
    costs = []
    for i in range(epochs):
        Z_1, A_1, Z_2, A_2 = forward_propagation(X, W_1, b_1, W_2, b_2)
        costs.append(compute_cost(A_2, Y))
        dW_1, db_1, dW_2, db_2 = backward_propagation(X, Y, Z_1, A_1, Z_2, A_2, W_1, W_2)
        W_1 = W_1 - learning_rate * dW_1
        b_1 = b_1 - learning_rate * db_1
        W_2 = W_2 - learning_rate * dW_2
        b_2 = b_2 - learning_rate * db_2
    return W_1, b_1, W_2, b_2, costs
