# skipped: 9, 10
import numpy as np

if __name__ == '__main__':
    def compute_cost(A2, Y):
        m = A2.shape[0]
        return (1 / m) * np.sum(np.power(A2 - Y, 2))

    predictions = np.loadtxt("predictions.csv", delimiter=",")
    print("cost:", compute_cost(predictions, np.zeros_like(predictions)))
