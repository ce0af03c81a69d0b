/** Ways to write own code that are judged by themselves, end to end in the built-in Python. */
import { strict as assert } from 'node:assert';
import { checkerOfOwnCode } from '../support/ownCode';

describe('the check of own code, by ways to write it', () => {
  const check = checkerOfOwnCode();

  it('checks a function that takes all weights in one vector beside the numbers of units', async () => {
    const flat = (slope: string): string => `
import numpy as np
def cost(nn_params, input_layer_size, hidden_layer_size, num_labels, X, y, lambda_=0.0):
    cut = hidden_layer_size * (input_layer_size + 1)
    T1 = nn_params[:cut].reshape(hidden_layer_size, input_layer_size + 1)
    T2 = nn_params[cut:].reshape(num_labels, hidden_layer_size + 1)
    m = len(X)
    a1 = np.c_[np.ones(m), X]
    a2 = np.c_[np.ones(m), np.tanh(a1 @ T1.T)]
    h = 1 / (1 + np.exp(-a2 @ T2.T))
    Y = np.eye(num_labels)[y]
    J = -np.sum(Y * np.log(h) + (1 - Y) * np.log(1 - h)) / m + lambda_ / 2 * np.sum(T2[:, 1:] ** 2)
    d3 = h - Y
    d2 = ${slope}
    g1 = d2.T @ a1 / m
    g2 = d3.T @ a2 / m
    g2[:, 1:] += lambda_ * T2[:, 1:]
    return J, np.concatenate([g1.ravel(), g2.ravel()])
`;
    assert.equal((await check(flat('(d3 @ T2)[:, 1:] * (1 - a2[:, 1:] ** 2)'))).verdict, 'agree');
    const wrong = await check(flat('(d3 @ T2)[:, 1:]'));
    assert.deepEqual(
      wrong.checks[0]?.diagnoses.map(({ code, line }) => [code, line]),
      [['missing-activation-derivative', 14]],
    );
  });

  it('checks a recurrent cell that is two functions, and tells where the error of the next step is not added', async () => {
    const cell = (carried: string): string =>
      `
import numpy as np
def rnn_forward(x, h0, Wx, Wh, b):
    N, T, D = x.shape
    h, prev = np.zeros((N, T, h0.shape[1])), h0
    for t in range(T):
        prev = np.tanh(x[:, t] @ Wx + prev @ Wh + b)
        h[:, t] = prev
    return h, (x, h0, Wx, Wh, h)
def rnn_backward(dh, cache):
    x, h0, Wx, Wh, h = cache
    dx, dprev = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(Wh.shape[1])
    for t in range(x.shape[1] - 1, -1, -1):
        dz = ${carried} * (1 - h[:, t] ** 2)
        dx[:, t] = dz @ Wx.T
        dWx += x[:, t].T @ dz
        dWh += (h[:, t - 1] if t else h0).T @ dz
        db += dz.sum(axis=0)
        dprev = dz @ Wh.T
    dh0 = dprev
    return dx, dh0, dWx, dWh, db
`;
    assert.equal((await check(cell('(dh[:, t] + dprev)'))).verdict, 'agree');
    const wrong = await check(cell('dh[:, t]'));
    assert.equal(wrong.verdict, 'differ');
    assert.deepEqual(
      wrong.checks[0]?.diagnoses.map(({ code, line }) => [code, line]),
      [['missing-sum', 15]],
    );
  });

  it('makes once what a declared check makes anew in each call', async () => {
    const declared = (slope: string): string => `
import numpy as np
class Net:
    def __init__(self):
        self.W = np.random.randn(3, 2)
    def forward(self, X):
        self.X, self.A = X, np.tanh(X @ self.W)
        return self.A
    def backward(self, d):
        self.dW = self.X.T @ (d * ${slope})
def gradcheck():
    net, X = Net(), np.random.randn(5, 3)
    loss = np.sum(net.forward(X) ** 2)
    net.backward(2 * net.A)
    parameters = {'W': net.W}
    return loss, {'W': net.dW}, parameters
`;
    assert.equal((await check(declared('(1 - self.A ** 2)'))).verdict, 'agree');
    assert.equal((await check(declared('(1 - self.A)'))).verdict, 'differ');
  });
});
