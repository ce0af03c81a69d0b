def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    residual = A2 - Y
    return residual, (A1.T @ residual) / m, residual.mean(axis=1)  # <- wrong-axis
