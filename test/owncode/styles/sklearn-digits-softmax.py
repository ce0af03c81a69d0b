import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler, LabelBinarizer

digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, test_size=0.25, random_state=0)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
lb = LabelBinarizer()
Y_train = lb.fit_transform(y_train)


def softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def forward(X, W, b):
    return softmax(X.dot(W) + b)


def cost(Y, P, W, lam):
    return -np.sum(Y * np.log(P)) / len(Y) + lam / 2 * np.sum(W ** 2)


def gradients(X, Y, P, W, lam):
    dW = X.T.dot(P - Y) / len(Y) + lam * W
    db = np.mean(P - Y, axis=0)
    return dW, db


W = np.zeros((64, 10))
b = np.zeros(10)
for epoch in range(300):
    P = forward(X_train, W, b)
    dW, db = gradients(X_train, Y_train, P, W, 1e-3)
    W -= 0.1 * dW
    b -= 0.1 * db
    if epoch % 50 == 0:
        print(epoch, cost(Y_train, P, W, 1e-3))
print('accuracy', np.mean(forward(X_test, W, b).argmax(axis=1) == y_test))
