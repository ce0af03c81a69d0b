import numpy as np

# 샘플마다 바깥곱을 구해 평균낸다
def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    dW1, dW2, db1, db2 = [], [], [], []
    for x, y, z, h, o in zip(X, Y, Z1, A1, A2):
        d2 = o - y
        d1 = (W2 @ d2) * (z > 0)
        dW2.append(np.outer(h, d2)); db2.append(d2)
        dW1.append(np.outer(x, d1)); db1.append(d1)
    avg = lambda v: np.mean(v, axis=0)
    return avg(dW1), avg(db1)[None, :], avg(dW2), avg(db2)[None, :]
