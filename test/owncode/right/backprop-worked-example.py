import numpy as np

# the worked example with numbers: two inputs, two hidden, two outputs
i = np.array([0.05, 0.10])
target = np.array([0.01, 0.99])
w_ih = np.array([[0.15, 0.20], [0.25, 0.30]])
w_ho = np.array([[0.40, 0.45], [0.50, 0.55]])
b_h, b_o = 0.35, 0.60


def sig(x): return 1 / (1 + np.exp(-x))


def forward(w_ih, w_ho):
    h = sig(w_ih @ i + b_h)
    return h, sig(w_ho @ h + b_o)


def total_error(o):
    return np.sum(0.5 * (target - o) ** 2)


def backward(h, o, w_ho):
    delta_o = -(target - o) * o * (1 - o)
    grad_ho = np.outer(delta_o, h)
    delta_h = (delta_o @ w_ho) * h * (1 - h)
    grad_ih = np.outer(delta_h, i)
    return grad_ih, grad_ho


h, o = forward(w_ih, w_ho)
print("total error", total_error(o))
grad_ih, grad_ho = backward(h, o, w_ho)
w_ih = w_ih - 0.5 * grad_ih
w_ho = w_ho - 0.5 * grad_ho
print("after one step", total_error(forward(w_ih, w_ho)[1]))
