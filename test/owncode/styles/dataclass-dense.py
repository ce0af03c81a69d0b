from __future__ import annotations
from dataclasses import dataclass, field
from typing import Callable, List, Tuple
import numpy as np

Array = np.ndarray


@dataclass
class Dense:
    n_in: int
    n_out: int
    act: str = "relu"
    W: Array = field(init=False)
    b: Array = field(init=False)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.n_in * 10 + self.n_out)
        self.W = rng.standard_normal((self.n_out, self.n_in)) * 0.5
        self.b = np.zeros((self.n_out, 1))

    def forward(self, a: Array) -> Array:
        self.a_prev = a
        self.z = self.W @ a + self.b
        return np.maximum(self.z, 0) if self.act == "relu" else self.z

    def backward(self, da: Array) -> Array:
        dz = da * (self.z > 0) if self.act == "relu" else da
        m = da.shape[1]
        self.dW = dz @ self.a_prev.T / m
        self.db = dz.mean(axis=1, keepdims=True)
        return self.W.T @ dz


@dataclass
class Network:
    layers: List[Dense]

    def predict(self, x: Array) -> Array:
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def fit(self, x: Array, y: Array, lr: float = 0.05, epochs: int = 100) -> List[float]:
        costs: List[float] = []
        for _ in range(epochs):
            out = self.predict(x)
            costs.append(float(np.sum((out - y) ** 2) / (2 * x.shape[1])))
            grad = out - y
            for layer in reversed(self.layers):
                grad = layer.backward(grad)
            for layer in self.layers:
                layer.W -= lr * layer.dW
                layer.b -= lr * layer.db
        return costs


def main() -> None:
    rng = np.random.default_rng(7)
    x = rng.standard_normal((2, 50))
    y = x[:1] * x[1:]
    net = Network([Dense(2, 8), Dense(8, 8), Dense(8, 1, act="linear")])
    print(net.fit(x, y)[::20])


if __name__ == "__main__":
    main()
