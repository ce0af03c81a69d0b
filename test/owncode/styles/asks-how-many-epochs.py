import numpy as np

print("Gradient descent for a straight line")
n_iter = int(input("How many iterations? "))
lr = float(input("Learning rate: "))

xs = np.linspace(0, 4, 25)
ys = 1.7 * xs - 0.4 + 0.1 * np.random.randn(25)


def predict(x, m, c):
    return m * x + c


def mse(x, y, m, c):
    return ((y - predict(x, m, c)) ** 2).mean()


def gradients(x, y, m, c):
    residual = y - predict(x, m, c)
    dm = -2 * (x * residual).mean()
    dc = -2 * residual.mean()
    return dm, dc


m, c = 0.0, 0.0
for i in range(n_iter):
    dm, dc = gradients(xs, ys, m, c)
    m -= lr * dm
    c -= lr * dc
    if i % 10 == 0:
        print("step", i, "m =", round(m, 3), "c =", round(c, 3), "mse =", mse(xs, ys, m, c))
print("Result: y = %.2f x + %.2f" % (m, c))
