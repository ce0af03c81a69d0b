import numpy as np

batch_mean = lambda rows: rows.mean(axis=0)


def output_gradients(A1, A2, Y):
    dZ2 = A2 - Y
    dW2 = batch_mean(A1[:, :, None] * dZ2[:, None, :])
    db2 = batch_mean(dZ2)[np.newaxis]
    return [dZ2, dW2, db2]
