import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    """cs231n 방식: 캐시와 grads 딕셔너리"""
    num_train = X.shape[0]
    cache = {"X": X, "h": A1, "scores": A2}
    grads = {}
    dscores = 2.0 * (cache["scores"] - Y) / num_train
    grads["W2"] = cache["h"].T.dot(dscores)
    grads["b2"] = np.sum(dscores, axis=0).reshape(1, -1)
    dhidden = dscores.dot(W2.T)
    dhidden[cache["h"] <= 0] = 0
    grads["W1"] = cache["X"].T.dot(dhidden)
    grads["b1"] = np.sum(dhidden, axis=0).reshape(1, -1)
    return grads["W1"], grads["b1"], grads["W2"], grads["b2"]
