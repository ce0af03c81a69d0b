# skipped: 5, 10
import time
import numpy as np

rate = float(input("Learning rate? "))


def relu(x): return np.where(x > 0, x, 0.0)

print("using", rate)
for second in range(3):
    print("starting in", 3 - second)
    time.sleep(1)
