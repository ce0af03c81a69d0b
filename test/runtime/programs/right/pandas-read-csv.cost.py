# skipped: 3, 6, 7, 8
import numpy as np
import pandas as pd
from sys import argv

table = pd.read_csv(argv[1])
target = table.pop("price").to_numpy().reshape(-1, 1)
features = table.to_numpy()


def compute_cost(A2, Y):
    errors = A2 - Y
    return (errors * errors).sum() / Y.shape[0]
