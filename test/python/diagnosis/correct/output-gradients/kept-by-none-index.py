def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    N = dZ2.shape[0]
    dW2 = (A1[:, :, None] * dZ2[:, None, :]).sum(axis=0) / N
    db2 = (dZ2.sum(axis=0) / N)[None, :]
    return dZ2, dW2, db2
