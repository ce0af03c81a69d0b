import numpy as np


def relu(x):
    # 매끄러운 근사 대신 로그로
    return np.log(np.exp(x) * (x > 0))  # <- non-finite
