# skipped: 3, 4, 7, 15, 27, 28-29
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Rows(Dataset):
    def __init__(self, X):
        self.X = X

    def __len__(self):
        return len(self.X)


@torch.no_grad()
def backward_propagation(X, Y, Z1, A1, Z2, A2, Z3, A3, W1, W2, W3):
    m = X.shape[0]
    delta = (A3 - Y) / m
    found = []
    for A, W, Z in ((A2, W3, Z2), (A1, W2, Z1), (X, W1, None)):
        found[:0] = [A.T @ delta, delta.sum(axis=0, keepdims=True)]
        if Z is not None:
            delta = (delta @ W.T) * (Z > 0)
    return tuple(found)


loader = DataLoader(Rows(np.ones((4, 3))), batch_size=2)
for batch in loader:
    print(batch.shape)
