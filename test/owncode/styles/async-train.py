import asyncio
import numpy as np

rng = np.random.default_rng(3)
X = rng.normal(size=(32, 4))
y = (X[:, 0] * X[:, 1] > 0).astype(float)[:, None]
W = {"w1": rng.normal(size=(4, 6)), "w2": rng.normal(size=(6, 1))}


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def loss_fn(W):
    h = sigmoid(X @ W["w1"])
    p = sigmoid(h @ W["w2"])
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def grad_fn(W):
    h = sigmoid(X @ W["w1"])
    p = sigmoid(h @ W["w2"])
    d2 = (p - y) / len(y)
    d1 = d2 @ W["w2"].T * h * (1 - h)
    return {"w1": X.T @ d1, "w2": h.T @ d2}


async def worker(name, queue):
    while True:
        lr = await queue.get()
        g = grad_fn(W)
        for k in W:
            W[k] -= lr * g[k]
        print(name, loss_fn(W))
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for _ in range(20):
        queue.put_nowait(0.5)
    tasks = [asyncio.create_task(worker(f"w{i}", queue)) for i in range(2)]
    await queue.join()
    for t in tasks:
        t.cancel()


asyncio.run(main())
