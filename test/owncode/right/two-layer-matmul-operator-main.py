import numpy as np
from numpy import ndarray
from typing import Dict, Tuple


def initialize(rng: np.random.Generator, n: int, h: int) -> Dict[str, ndarray]:
    return {"W1": rng.normal(size=(n, h)), "B1": rng.normal(size=(1, h)), "W2": rng.normal(size=(h, 1)), "B2": rng.normal(size=(1, 1))}


def forward_loss(X: ndarray, y: ndarray, weights: Dict[str, ndarray]) -> Tuple[Dict[str, ndarray], float]:
    M1 = np.dot(X, weights["W1"])
    N1 = M1 + weights["B1"]
    O1 = 1 / (1 + np.exp(-N1))
    M2 = np.dot(O1, weights["W2"])
    P = M2 + weights["B2"]
    loss = np.mean(np.power(y - P, 2))
    return {"X": X, "M1": M1, "N1": N1, "O1": O1, "M2": M2, "P": P, "y": y}, loss


def loss_gradients(forward_info: Dict[str, ndarray], weights: Dict[str, ndarray]) -> Dict[str, ndarray]:
    dLdP = -2 * (forward_info["y"] - forward_info["P"]) / len(forward_info["y"])
    dLdW2 = np.dot(forward_info["O1"].T, dLdP)
    dLdB2 = dLdP.sum(axis=0, keepdims=True)
    dLdO1 = np.dot(dLdP, weights["W2"].T)
    dLdN1 = dLdO1 * forward_info["O1"] * (1 - forward_info["O1"])
    dLdW1 = np.dot(forward_info["X"].T, dLdN1)
    dLdB1 = dLdN1.sum(axis=0, keepdims=True)
    return {"W2": dLdW2, "B2": dLdB2, "W1": dLdW1, "B1": dLdB1}


def train(X, y, n_iter=200, learning_rate=0.01):
    weights = initialize(np.random.default_rng(0), X.shape[1], 6)
    for i in range(n_iter):
        forward_info, loss = forward_loss(X, y, weights)
        grads = loss_gradients(forward_info, weights)
        for key in weights.keys():
            weights[key] -= learning_rate * grads[key]
    return weights


if __name__ == "__main__":
    X = np.random.default_rng(1).normal(size=(40, 4))
    y = X[:, :1] * 2 + 1
    weights = train(X, y)
