def hidden_gradients(X, Z1, dZ2, W2):
    m = len(X)
    dA1 = dZ2 @ W2.T
    dZ1 = dA1.copy()
    dZ1[Z1 <= 0] = 0
    return dA1, dZ1, X.T @ dZ1 / m, dZ1.mean(axis=0, keepdims=True)
