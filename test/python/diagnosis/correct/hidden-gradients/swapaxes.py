import numpy as np

def hidden_gradients(X, Z1, dZ2, W2):
    scale = 1 / len(X)
    carried = dZ2.dot(W2.T)
    slope = np.clip(np.sign(Z1), 0, 1)
    dZ1 = np.multiply(carried, slope)
    grad_w = scale * np.matmul(np.swapaxes(X, 0, 1), dZ1)
    grad_b = scale * np.sum(dZ1, 0, keepdims=True)
    return carried, dZ1, grad_w, grad_b
