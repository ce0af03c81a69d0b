def output_gradients(A1, A2, Y):
    n_samples = Y.shape[0]
    dZ2 = 0.5 * (A2 - Y) ** 2  # <- loss-for-gradient
    dW2 = A1.T @ dZ2 / n_samples
    db2 = dZ2.sum(axis=0, keepdims=True) / n_samples
    return dZ2, dW2, db2
