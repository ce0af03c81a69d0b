import math

# one neuron, plain python
w1, w2, b = 0.3, -0.2, 0.1
data = [(1.0, 2.0, 1), (0.5, -1.0, 0), (-1.5, 0.3, 0), (2.0, 1.0, 1)]


def predict(x1, x2, w1, w2, b):
    return 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))


def cost(w1, w2, b):
    return -sum(y * math.log(predict(u, v, w1, w2, b)) + (1 - y) * math.log(1 - predict(u, v, w1, w2, b))
                for u, v, y in data) / len(data)


def gradient(w1, w2, b):
    g1 = g2 = gb = 0.0
    for u, v, y in data:
        e = predict(u, v, w1, w2, b) - y
        g1 += e * u
        g2 += e * v
        gb += e
    n = len(data)
    return g1 / n, g2 / n, gb / n


for step in range(200):
    d1, d2, db = gradient(w1, w2, b)
    w1, w2, b = w1 - 0.5 * d1, w2 - 0.5 * d2, b - 0.5 * db
print(w1, w2, b, cost(w1, w2, b))
