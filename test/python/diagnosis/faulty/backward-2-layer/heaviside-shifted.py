import numpy as np


def backward_propagation(X, Y, Z1, A1, Z2, A2, W1, W2):
    N = len(X)
    delta_out = A2 - Y
    delta_hid = np.einsum('nk,hk->nh', delta_out, W2)
    delta_hid *= np.heaviside(A1 - 1, 0)  # <- wrong-slope
    grads = dict(
        dW1=np.einsum('ni,nh->ih', X, delta_hid) / N,
        db1=np.einsum('nh->h', delta_hid)[None] / N,
        dW2=np.einsum('nh,nk->hk', A1, delta_out) / N,
        db2=np.einsum('nk->k', delta_out)[None] / N,
    )
    return grads['dW1'], grads['db1'], grads['dW2'], grads['db2']
