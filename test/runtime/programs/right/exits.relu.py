# skipped: 11, 14
import sys
import numpy as np


def relu(x):
    return np.maximum(0, x)


if len(sys.argv) < 2:
    sys.exit("usage: relu.py FILE")

if __name__ == '__main__':
    quit()
