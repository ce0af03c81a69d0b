#!/usr/bin/env python3
# skipped: 33, 34
import argparse
import logging

import numpy as np

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("net")


def train(X, Y, learning_rate=0.1, iterations=1000):
    np.random.seed(42)
    W1, b1 = np.random.randn(X.shape[1], 5), np.zeros((1, 5))
    W2, b2 = np.random.randn(5, Y.shape[1]), np.zeros((1, Y.shape[1]))
    costs, m = [], len(X)
    for step in range(iterations):
        H = np.maximum(0, X @ W1 + b1)
        out = np.maximum(0, H @ W2 + b2)
        costs.append(float(np.sum((out - Y) ** 2) / m))
        d2 = (out - Y) / m
        d1 = d2 @ W2.T * (H > 0)
        W2, b2 = W2 - learning_rate * H.T @ d2, b2 - learning_rate * d2.sum(0, keepdims=True)
        W1, b1 = W1 - learning_rate * X.T @ d1, b1 - learning_rate * d1.sum(0, keepdims=True)
    return W1, b1, W2, b2, costs


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--epochs", type=int, default=10)
    # Nobody gives the file's name here.
    args = parser.parse_args()
    log.info("reading %s", args.data)
