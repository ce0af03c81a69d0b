import numpy as np


def relu(x):
    return np.maximum(0, x)


# 순전파 함수
def forward_propagation(X, W_1, b_1, W_2, b_2):
    # 첫번째 Layer
    Z_1 = np.dot(X, W_1) + b_1
    A_1 = relu(Z_1)

    # 두번째 Layer
    Z_2 = np.dot(A_1, W_2) + b_2
    A_2 = relu(Z_2)

    return Z_1, A_1, Z_2, A_2
