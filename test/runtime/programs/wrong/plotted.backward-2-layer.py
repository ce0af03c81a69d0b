# expect: missing-activation-derivative
import numpy as np
import matplotlib.pyplot as plt
data = np.loadtxt("data.txt")


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dZ1 = dZ2 @ W2.T
    return X.T @ dZ1 / m, dZ1.mean(0, keepdims=True), A1.T @ dZ2 / m, dZ2.mean(0, keepdims=True)


plt.plot(data)
plt.show()
