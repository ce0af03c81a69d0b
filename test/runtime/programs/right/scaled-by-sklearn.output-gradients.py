# skipped: 3, 4, 5, 7, 8, 9, 20
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import accuracy_score, confusion_matrix

scaler = StandardScaler()
frame = pd.DataFrame({"a": [1.0, 2.0], "b": [3.0, 4.0]})
features = scaler.fit_transform(frame[["a"]])


def output_gradients(A1, A2, Y):
    m = Y.shape[0]
    dZ2 = A2 - Y
    dW2 = np.dot(A1.T, dZ2) / m
    db2 = np.mean(dZ2, axis=0, keepdims=True)
    return dZ2, dW2, db2


print(accuracy_score([1, 0], [1, 1]))
