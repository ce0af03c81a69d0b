# skipped: 4, 7, 19
import numpy as np

import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 5)

    def forward(self, x): return self.fc(x)


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    return W1 - learning_rate * dW1, b1 - learning_rate * db1, W2 - learning_rate * dW2, b2 - learning_rate * db2


net = Net()
