import numpy as np


def embedding(ids, E, dout):
    """The mean of the words' vectors, and back to E.

    ids: (m, n), whole numbers; E: (v, d); dout: (m, d)
    returns out: (m, d), dE: (v, d)
    """
    n = ids.shape[1]
    out = ...  # look up, and average over the words

    dE = ...
    ...  # every place adds its share to its word's row
    return out, dE
