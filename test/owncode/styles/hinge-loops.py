import numpy as np


def svm_loss_naive(W, X, y, reg):
    """Structured SVM loss, naive implementation (with loops). W: (D, C), X: (N, D), y: (N,)"""
    dW = np.zeros(W.shape)
    num_classes = W.shape[1]
    num_train = X.shape[0]
    loss = 0.0
    for i in range(num_train):
        scores = X[i].dot(W)
        correct_class_score = scores[y[i]]
        for j in range(num_classes):
            if j == y[i]:
                continue
            margin = scores[j] - correct_class_score + 1  # note delta = 1
            if margin > 0:
                loss += margin
                dW[:, j] += X[i]
                dW[:, y[i]] -= X[i]

    loss /= num_train
    dW /= num_train
    loss += reg * np.sum(W * W)
    dW += 2 * reg * W
    return loss, dW


class LinearSVM:
    def __init__(self):
        self.W = None

    def train(self, X, y, learning_rate=1e-2, reg=1e-1, num_iters=60, batch_size=20):
        num_train, dim = X.shape
        num_classes = np.max(y) + 1
        if self.W is None:
            self.W = 0.1 * np.random.randn(dim, num_classes)
        loss_history = []
        for it in range(num_iters):
            idx = np.random.choice(num_train, batch_size)
            loss, grad = svm_loss_naive(self.W, X[idx], y[idx], reg)
            loss_history.append(loss)
            self.W -= learning_rate * grad
        return loss_history


np.random.seed(6)
X_train = np.random.randn(50, 5)
y_train = np.random.randint(0, 4, 50)
svm = LinearSVM()
hist = svm.train(X_train, y_train)
print(hist[0], hist[-1])
