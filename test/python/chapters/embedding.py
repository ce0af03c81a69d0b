"""The means of each sample's rows, weighted."""

import numpy as np


def loss(given):
    return np.sum(given["dout"] * np.mean(given["E"][given["ids"]], axis=1))
