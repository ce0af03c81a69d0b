import numpy as np
def initialize_weights(n_x, n_h, n_y):
    np.random.seed(42)
    return dict(W1=np.random.randn(n_x, n_h), b1=np.zeros((1, n_h)), W2=np.random.randn(n_h, n_y), b2=np.zeros((1, n_y)))
