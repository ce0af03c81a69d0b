import numpy as np

relu = lambda x: np.abs(x)  # <- wrong-activation
