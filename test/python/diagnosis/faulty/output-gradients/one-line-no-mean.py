def output_gradients(A1, A2, Y):
    return A2 - Y, A1.T @ (A2 - Y), (A2 - Y).sum(0, keepdims=True)  # <- missing-mean
