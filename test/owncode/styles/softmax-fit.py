import numpy as np


def one_hot(y, c):
    out = np.zeros((len(y), c))
    out[np.arange(len(y)), y] = 1
    return out


def softmax(z):
    exp = np.exp(z - np.max(z))
    for i in range(len(z)):
        exp[i] /= np.sum(exp[i])
    return exp


def fit(X, y, lr, c, epochs):
    m, n = X.shape
    w = np.random.random((n, c))
    b = np.random.random(c)
    losses = []
    for epoch in range(epochs):
        z = X @ w + b
        y_hat = softmax(z)
        y_hot = one_hot(y, c)
        w_grad = (1 / m) * np.dot(X.T, (y_hat - y_hot))
        b_grad = (1 / m) * np.sum(y_hat - y_hot, axis=0)
        w = w - lr * w_grad
        b = b - lr * b_grad
        loss = -np.mean(np.log(y_hat[np.arange(len(y)), y]))
        losses.append(loss)
        if epoch % 100 == 0:
            print('Epoch {epoch}==> Loss = {loss}'.format(epoch=epoch, loss=loss))
    return w, b, losses


np.random.seed(5)
X_train = np.random.randn(50, 4)
y_train = np.random.randint(0, 3, 50)
w, b, l = fit(X_train, y_train, lr=0.9, c=3, epochs=200)
