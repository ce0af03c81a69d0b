# skipped: 4, 5, 7, 8, 21, 22, 23, 26
"""My layer against autograd."""
import numpy as np
import torch
import torch.nn.functional as F

torch.manual_seed(0)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def hidden_gradients(X, Z1, dZ2, W2):
    dA1 = dZ2.dot(W2.T)
    dZ1 = dA1.copy()
    dZ1[Z1 <= 0] = 0
    dW1 = X.T.dot(dZ1) / X.shape[0]
    db1 = dZ1.sum(axis=0, keepdims=True) / X.shape[0]
    return dA1, dZ1, dW1, db1


if __name__ == "__main__":
    x = torch.randn(4, 3, requires_grad=True, device=device)
    y = F.relu(x).sum()
    y.backward()
    rng = np.random.default_rng(1)
    out = hidden_gradients(rng.normal(size=(4, 3)), rng.normal(size=(4, 5)), rng.normal(size=(4, 1)), rng.normal(size=(5, 1)))
    assert torch.allclose(torch.tensor(out[2]), x.grad)
    print("checked")
