def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    dW2 = A1.T @ dZ2 / len(Y)
    db2 = dZ2  # <- missing-sum
    return dZ2, dW2, db2
