import numpy as np


def affine_forward(x, w, b):
    """One layer without its activation.

    x: (m, n_in), w: (n_in, n_out), b: (1, n_out)
    returns out: (m, n_out), and the cache: whatever
    affine_backward needs later
    """
    out = ...
    cache = ...
    return out, cache


def affine_backward(dout, cache):
    """The gradients, given the gradient by out.

    dout: (m, n_out), cache: as affine_forward gave it
    returns dx, dw, db, shaped like x, w, b
    """
    dx = ...
    dw = ...
    db = ...
    return dx, dw, db
