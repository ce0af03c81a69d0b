import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    샘플수 = X.shape[0]
    출력오차 = A2 - Y
    은닉오차 = np.dot(출력오차, W2.T) * np.where(Z1 > 0, 1, 0)
    dW1 = np.dot(X.T, 은닉오차) / 샘플수
    db1 = np.sum(은닉오차, axis=1, keepdims=True) / 샘플수  # <- wrong-axis
    dW2 = np.dot(A1.T, 출력오차) / 샘플수
    db2 = np.sum(출력오차, axis=0, keepdims=True) / 샘플수
    return dW1, db1, dW2, db2
