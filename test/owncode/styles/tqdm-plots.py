from tqdm import tqdm, trange
import matplotlib.pyplot as plt
import numpy as np
plt.style.use('seaborn-v0_8')

np.random.seed(10)
t = np.linspace(0, 2 * np.pi, 64)
inputs = np.stack([np.cos(t), np.sin(t)], axis=1)
targets = np.sin(2 * t)[:, None]

hidden_units = 20
w_ih = np.random.normal(0, 0.5, (2, hidden_units))
b_h = np.zeros((1, hidden_units))
w_ho = np.random.normal(0, 0.5, (hidden_units, 1))
b_o = np.zeros((1, 1))

lr = 0.1
loss_history = []
fig, ax = plt.subplots()
for epoch in trange(3000):
    hidden = np.tanh(inputs @ w_ih + b_h)
    pred = hidden @ w_ho + b_o
    loss = np.mean((pred - targets) ** 2)
    loss_history.append(loss)

    grad_pred = 2 * (pred - targets) / pred.shape[0]
    grad_w_ho = hidden.T @ grad_pred
    grad_b_o = grad_pred.sum(axis=0, keepdims=True)
    grad_hidden = grad_pred @ w_ho.T
    grad_w_ih = inputs.T @ (grad_hidden * (1 - hidden ** 2))
    grad_b_h = (grad_hidden * (1 - hidden ** 2)).sum(axis=0, keepdims=True)

    w_ih -= lr * grad_w_ih
    b_h -= lr * grad_b_h
    w_ho -= lr * grad_w_ho
    b_o -= lr * grad_b_o

ax.plot(loss_history)
ax.set_xlabel('epoch'); ax.set_ylabel('MSE')
plt.show()
