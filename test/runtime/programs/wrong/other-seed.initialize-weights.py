# expect: wrong-seed
import argparse
import numpy as np


def initialize_weights(input_size, hidden_size, output_size):
    np.random.seed(0)
    W1 = np.random.randn(input_size, hidden_size)
    W2 = np.random.randn(hidden_size, output_size)
    return W1, np.zeros((1, hidden_size)), W2, np.zeros((1, output_size))


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--hidden", type=int, required=True)
args = parser.parse_args()
initialize_weights(3, args.hidden, 1)
