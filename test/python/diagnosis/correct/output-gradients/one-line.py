def output_gradients(A1, A2, Y):
    return A2 - Y, A1.T @ (A2 - Y) / len(Y), (A2 - Y).mean(0, keepdims=True)
