import numpy as np

def forward_propagation(X, W1, b1, W2, b2, W3, b3):
    acts = X
    outs = []
    for W, b in ((W1, b1), (W2, b2), (W3, b3)):
        z = np.matmul(acts, W) + b
        acts = np.fmax(z, 0)
        outs += [z, acts]
    return tuple(outs)
