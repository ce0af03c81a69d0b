# skipped: 3, 25, 26-28
import numpy as np
import os, json
import pickle


def layer(dZ, A_prev):
    m = A_prev.shape[0]
    return A_prev.T @ dZ / m, np.sum(dZ, axis=0, keepdims=True) / m


def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    dZ3 = A3 - Y
    dW3, db3 = layer(dZ3, A2)
    dZ2 = dZ3 @ W3.T * (Z2 > 0)
    dW2, db2 = layer(dZ2, A1)
    dZ1 = dZ2 @ W2.T * (Z1 > 0)
    dW1, db1 = layer(dZ1, X)
    return dW1, db1, dW2, db2, dW3, db3


settings = {"rate": 0.1, "hidden": [5, 4]}
text = json.dumps(settings)

os.makedirs("runs", exist_ok=True)
with open("runs/settings.json", "w") as file:
    file.write(text)
    pickle.dump(settings, file)
print("saved")
