import argparse

import numpy as np


def init_params(n_in, n_hidden, n_out):
    rng = np.random.RandomState(0)
    return {"W1": rng.randn(n_hidden, n_in) * 0.3, "b1": np.zeros((n_hidden, 1)),
            "W2": rng.randn(n_out, n_hidden) * 0.3, "b2": np.zeros((n_out, 1))}


def forward(X, params):
    Z1 = params["W1"] @ X + params["b1"]
    A1 = np.maximum(Z1, 0)
    Z2 = params["W2"] @ A1 + params["b2"]
    return Z2, {"Z1": Z1, "A1": A1}


def compute_cost(out, Y):
    return np.sum((out - Y) ** 2) / (2 * Y.shape[1])


def backward(params, cache, out, X, Y):
    m = X.shape[1]
    dZ2 = (out - Y) / m
    dZ1 = (params["W2"].T @ dZ2) * (cache["Z1"] > 0)
    return {"dW1": dZ1 @ X.T, "db1": dZ1.sum(axis=1, keepdims=True),
            "dW2": dZ2 @ cache["A1"].T, "db2": dZ2.sum(axis=1, keepdims=True)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--data", required=True)
    args = parser.parse_args()
    X, Y = np.load(args.data)
    params = init_params(X.shape[0], 8, Y.shape[0])
    for _ in range(args.epochs):
        out, cache = forward(X, params)
        grads = backward(params, cache, out, X, Y)
        for k in params:
            params[k] -= 0.1 * grads["d" + k]


if __name__ == "__main__":
    main()
