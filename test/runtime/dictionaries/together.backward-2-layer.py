import numpy as np
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[0]
    W2 = parameters["W2"]
    dZ2 = cache["A2"] - Y
    dW2 = np.dot(cache["A1"].T, dZ2) / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = np.dot(dZ2, W2.T) * (cache["Z1"] > 0)
    grads = {}
    grads["dW1"] = np.dot(X.T, dZ1) / m
    grads["db1"] = np.sum(dZ1, axis=0, keepdims=True) / m
    grads.update(dW2=dW2, db2=db2)
    return grads
