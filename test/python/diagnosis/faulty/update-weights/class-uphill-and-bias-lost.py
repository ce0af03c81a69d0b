class SGD:
    def __init__(self, lr):
        self.lr = lr

    def step(self, p, g):
        return p + self.lr * g  # <- gradient-ascent


def update_weights(W1, b1, W2, b2, dW1, db1, dW2, db2, learning_rate):
    sgd = SGD(learning_rate)
    return sgd.step(W1, dW1), sgd.step(b1, db1), sgd.step(W2, dW2), sgd.step(b2, db2)
