import numpy as np


def svm_loss_vectorized(W, X, y, reg):
    num_train = X.shape[0]
    scores = X.dot(W)
    correct = scores[np.arange(num_train), y][:, np.newaxis]
    margins = np.maximum(0, scores - correct + 1)
    margins[np.arange(num_train), y] = 0
    loss = margins.sum() / num_train + reg * np.sum(W * W)

    binary = (margins > 0).astype(float)
    binary[np.arange(num_train), y] = -binary.sum(axis=1)
    dW = X.T.dot(binary) / num_train + 2 * reg * W
    return loss, dW


np.random.seed(1)
X = np.random.randn(30, 5)
y = np.random.randint(0, 4, 30)
W = np.random.randn(5, 4) * 0.0001
for it in range(100):
    loss, grad = svm_loss_vectorized(W, X, y, 0.01)
    W -= 0.1 * grad
print(loss)
