# skipped: 4, 5
import numpy as np

from matplotlib import pyplot as plt, cm
import seaborn as sns

sns.set_theme(style="whitegrid")


def forward_propagation(X, W1, b1, W2, b2):
    Z1 = X.dot(W1) + b1
    A1 = Z1.clip(0)
    Z2 = A1.dot(W2) + b2
    return Z1, A1, Z2, Z2.clip(0)


fig, (left, right) = plt.subplots(1, 2, figsize=(10, 4))
for axis, scale in zip((left, right), (1, 10)):
    X = np.random.randn(50, 3) * scale
    Z1, A1, Z2, A2 = forward_propagation(X, np.ones((3, 4)), np.zeros((1, 4)), np.ones((4, 1)), np.zeros((1, 1)))
    axis.scatter(X[:, 0], A2, c=A2.ravel(), cmap=cm.viridis)
    axis.set_title(f"scale {scale}")
with plt.style.context("ggplot"):
    plt.legend([axis.plot(X)[0] for _ in range(2)])
plt.savefig("out.png")
plt.show()
