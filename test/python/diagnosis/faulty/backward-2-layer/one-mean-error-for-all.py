import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    n = X.shape[0]
    # gradient of the loss w.r.t. the prediction
    loss_grad = np.mean(A2 - Y)  # <- averaged-error (or)
    out_delta = loss_grad * np.ones_like(Y)  # <- averaged-error
    hid_delta = out_delta.dot(W2.T) * (Z1 > 0)
    return X.T.dot(hid_delta) / n, hid_delta.sum(0, keepdims=True) / n, A1.T.dot(out_delta) / n, out_delta.sum(0, keepdims=True) / n
