# skipped: 4, 5, 7, 8
import numpy as np

from tensorflow import keras
from tensorflow.keras.utils import to_categorical

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.reshape(-1, 784) / 255.0

LEARNING_RATE = 0.01


def output_gradients(A1, A2, Y):
    n = A1.shape[0]
    delta = A2 - Y
    return delta, A1.T @ delta / n, delta.mean(axis=0, keepdims=True)
