import numpy as np

relu = lambda x: np.where(x > 0, x, 0.0)
