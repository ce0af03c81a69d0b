import numpy as np


def relu(x):
    return np.maximum(x, 0)


def main():
    np.random.seed(1)
    n, d_in, h, d_out = 32, 6, 10, 3
    x = np.random.randn(n, d_in)
    y = np.random.randn(n, d_out)
    w1 = np.random.randn(d_in, h)
    w2 = np.random.randn(h, d_out)
    learning_rate = 1e-4
    for t in range(100):
        hidden = x.dot(w1)
        hidden_relu = relu(hidden)
        y_pred = hidden_relu.dot(w2)
        loss = np.square(y_pred - y).sum()
        if t % 25 == 24:
            print(t, loss)
        grad_y_pred = 2.0 * (y_pred - y)
        grad_w2 = hidden_relu.T.dot(grad_y_pred)
        grad_hidden_relu = grad_y_pred.dot(w2.T)
        grad_hidden = grad_hidden_relu.copy()
        grad_hidden[hidden < 0] = 0
        grad_w1 = x.T.dot(grad_hidden)
        w1 -= learning_rate * grad_w1
        w2 -= learning_rate * grad_w2


if __name__ == "__main__":
    main()
