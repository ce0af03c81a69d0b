import numpy as np

class ReLU:
    @staticmethod
    def forward(z):
        return np.maximum(0, z)
    @staticmethod
    def backward(z):
        return (z > 0.5).astype(float)  # <- derivative-of-wrong-tensor | not-a-slope | wrong-slope

def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = np.einsum('mi,mj->ij', A1, dZ2) / m
    db2 = np.mean(dZ2, axis=0, keepdims=True)
    dZ1 = np.einsum('mj,ij->mi', dZ2, W2) * ReLU.backward(Z1)
    dW1 = np.einsum('mi,mj->ij', X, dZ1) / m
    db1 = np.mean(dZ1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2
