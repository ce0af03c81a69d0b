import numpy as np


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    # 비용이 계속 커져서 부호를 바꿔 봄
    dW2 = -(1 / m) * np.dot(A1.T, dZ2)  # <- wrong-sign
    db2 = (1 / m) * np.sum(dZ2, axis=0, keepdims=True)
    return dZ2, dW2, db2
