import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    """은닉층이 하나인 분류기의 기울기.

    A1 = tanh(Z1), A2 = sigmoid(Z2), Y는 0 또는 1
    X: (m, n_in), Y, Z2, A2: (m, n_out), Z1, A1: (m, n_hidden)
    W1: (n_in, n_hidden), W2: (n_hidden, n_out)
    반환값: dW1, db1, dW2, db2, 모양은 W1, b1, W2, b2와 같습니다
    """
    m = X.shape[0]

    # 출력층
    dZ2 = ...
    dW2 = ...
    db2 = ...

    # 은닉층
    dA1 = ...
    dZ1 = ...
    dW1 = ...
    db1 = ...

    return dW1, db1, dW2, db2
