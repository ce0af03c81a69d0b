import numpy as np

compute_cost = lambda A2, Y: np.einsum("ij,ij->", A2 - Y, A2 - Y)  # <- missing-mean
