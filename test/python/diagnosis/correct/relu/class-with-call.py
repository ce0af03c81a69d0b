import numpy as np


class ReLU:
    def __call__(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out


relu = ReLU()
