# skipped: 27
import numpy as np

HIDDEN = 4


def init(n_in, n_out):
    rng = np.random.default_rng(0)
    return {"W1": rng.normal(size=(n_in, HIDDEN)), "b1": np.zeros((1, HIDDEN)),
            "W2": rng.normal(size=(HIDDEN, n_out)), "b2": np.zeros((1, n_out))}


def backward_propagation(parameters, cache, X, Y):
    m = X.shape[0]
    W2 = parameters["W2"]
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(dZ2, W2.T) * (cache["A1"] > 0)
    grads = {"dW2": cache["A1"].T @ dZ2 / m, "db2": dZ2.sum(axis=0, keepdims=True) / m}
    grads.update(dW1=X.T @ dZ1 / m, db1=dZ1.sum(axis=0, keepdims=True) / m)
    return grads


if __name__ == "__main__":
    parameters = init(3, 1)
    for name in sorted(parameters):
        print(name, parameters[name].shape)
    cost_history.append(0.0)
