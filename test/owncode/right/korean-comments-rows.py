import numpy as np

np.random.seed(0)


# 시그모이드
def 시그모이드(x):
    return 1 / (1 + np.exp(-x))


class 신경망:
    def __init__(self, 입력, 은닉, 출력):
        self.W1 = np.random.randn(입력, 은닉)
        self.b1 = np.zeros((1, 은닉))
        self.W2 = np.random.randn(은닉, 출력)
        self.b2 = np.zeros((1, 출력))

    def 순전파(self, X):
        self.A1 = 시그모이드(X @ self.W1 + self.b1)
        self.A2 = 시그모이드(self.A1 @ self.W2 + self.b2)
        return self.A2

    def 손실(self, X, Y):
        A2 = self.순전파(X)
        return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))

    def 역전파(self, X, Y):
        m = X.shape[0]
        dZ2 = (self.A2 - Y) / m
        dW2 = self.A1.T @ dZ2
        db2 = dZ2.sum(axis=0, keepdims=True)
        dZ1 = dZ2 @ self.W2.T * self.A1 * (1 - self.A1)
        return X.T @ dZ1, dZ1.sum(axis=0, keepdims=True), dW2, db2


X = np.random.randn(20, 3)
Y = (X.sum(axis=1, keepdims=True) > 0) * 1.0
망 = 신경망(3, 4, 1)
for i in range(200):
    망.순전파(X)
    dW1, db1, dW2, db2 = 망.역전파(X, Y)
    망.W1 -= 0.5 * dW1
    망.b1 -= 0.5 * db1
    망.W2 -= 0.5 * dW2
    망.b2 -= 0.5 * db2
print(망.손실(X, Y))
