def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    delta = A2 - Y
    dW2 = A1.T @ delta / m
    db2 = delta.sum(axis=0, keepdims=True) / m
    return A2, dW2, db2  # <- wrong-return-value
