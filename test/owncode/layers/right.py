import numpy as np


class Linear:
    def __init__(self, num_in, num_out):
        self.weight = np.random.uniform(-0.5, 0.5, (num_in + 1, num_out))
        self.forward_x = None
        self.weight_grad = None

    def forward(self, x):
        one = np.ones((x.shape[0], 1))
        self.forward_x = np.concatenate((x, one), axis=1)
        return self.forward_x @ self.weight

    def backward(self, y_grad):
        self.weight_grad = np.transpose(self.forward_x) @ y_grad
        return (y_grad @ np.transpose(self.weight))[:, :-1]


class ReLUWithoutReturn:
    def __init__(self):
        self.output = None
        self.gradInput = None
        self.inputs = None

    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.maximum(0, inputs)

    def backward(self, gradOutput):
        self.gradInput = gradOutput.copy()
        self.gradInput[self.inputs <= 0] = 0


class UpdatesItself:
    def __init__(self, input_size, output_size):
        self.weights = np.random.randn(output_size, input_size)
        self.bias = np.random.randn(output_size, 1)

    def forward(self, input):
        self.input = input
        return np.dot(self.weights, self.input) + self.bias

    def backward(self, output_gradient, learning_rate):
        weights_gradient = np.dot(output_gradient, self.input.T)
        input_gradient = np.dot(self.weights.T, output_gradient)
        self.weights -= learning_rate * weights_gradient
        self.bias -= learning_rate * output_gradient
        return input_gradient


class UpdatesByOwnRate:
    def __init__(self, n_inputs, n_neurons, lr=0.1):
        self.w = 0.1 * np.random.randn(n_inputs, n_neurons)
        self.b = np.zeros(n_neurons)
        self.lr = lr

    def forward(self, a):
        self.a = a
        return a @ self.w + self.b

    def backward(self, dz):
        da = dz @ self.w.T
        self.w = self.w - self.lr * self.a.T @ dz
        self.b = self.b - self.lr * dz.sum(0)
        return da


class InDictionaries:
    def __init__(self, n_in, n_out):
        self.params = {"W": np.random.randn(n_in, n_out), "b": np.zeros((1, n_out))}
        self.grads = {}

    def forward(self, X):
        self.cache = X
        return X @ self.params["W"] + self.params["b"]

    def backward(self, err):
        self.grads["W"] = self.cache.T @ err
        self.grads["b"] = err.sum(axis=0, keepdims=True)
        return err @ self.params["W"].T


class Conv:
    def __init__(self, in_channels, out_channels, kernel_size):
        self.k = kernel_size
        self.filters = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)

    def forward(self, x):
        self.x = x
        n, c, h, w = x.shape
        f = self.filters.shape[0]
        out = np.zeros((n, f, h - self.k + 1, w - self.k + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                out[:, :, i, j] = np.einsum("nchw,fchw->nf", x[:, :, i : i + self.k, j : j + self.k], self.filters)
        return out

    def backward(self, d_out):
        self.d_filters = np.zeros_like(self.filters)
        dx = np.zeros_like(self.x)
        for i in range(d_out.shape[2]):
            for j in range(d_out.shape[3]):
                self.d_filters += np.einsum(
                    "nf,nchw->fchw", d_out[:, :, i, j], self.x[:, :, i : i + self.k, j : j + self.k]
                )
                dx[:, :, i : i + self.k, j : j + self.k] += np.einsum("nf,fchw->nchw", d_out[:, :, i, j], self.filters)
        return dx


class Tanh:
    def forward(self, inputs):
        self.outputs = np.tanh(inputs)
        return self.outputs

    def backward(self, dvalues):
        self.dinputs = dvalues * (1 - self.outputs**2)


class Softmax:
    def forward(self, inputs):
        e = np.exp(inputs - inputs.max(axis=1, keepdims=True))
        self.output = e / e.sum(axis=1, keepdims=True)

    def backward(self, dvalues):
        self.dinputs = np.empty_like(dvalues)
        for i, (o, d) in enumerate(zip(self.output, dvalues)):
            o = o.reshape(-1, 1)
            self.dinputs[i] = np.dot(np.diagflat(o) - np.dot(o, o.T), d)


class Dropout:
    def __init__(self, p=0.5):
        self.p = p

    def forward(self, x, training=True):
        self.mask = (np.random.rand(*x.shape) > self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


class BatchNorm:
    def __init__(self, dim, eps=1e-5):
        self.gamma = np.ones(dim)
        self.beta = np.zeros(dim)
        self.eps = eps
        self.running_mean = np.zeros(dim)

    def forward(self, x):
        self.x = x
        self.mu = x.mean(0)
        self.running_mean = 0.9 * self.running_mean + 0.1 * self.mu
        self.var = x.var(0)
        self.xhat = (x - self.mu) / np.sqrt(self.var + self.eps)
        return self.gamma * self.xhat + self.beta

    def backward(self, dout):
        m = dout.shape[0]
        self.dgamma = (dout * self.xhat).sum(0)
        self.dbeta = dout.sum(0)
        dx = dout * self.gamma
        return (m * dx - dx.sum(0) - self.xhat * (dx * self.xhat).sum(0)) / (m * np.sqrt(self.var + self.eps))


class DenseAct:
    def __init__(self, input_dim, output_dim, activation="relu"):
        self.W = np.random.randn(input_dim, output_dim) * np.sqrt(2 / input_dim)
        self.b = np.zeros((1, output_dim))
        self.activation = activation

    def forward(self, A_prev):
        self.A_prev = A_prev
        self.Z = A_prev @ self.W + self.b
        return np.maximum(0, self.Z)

    def backward(self, dA):
        m = self.A_prev.shape[0]
        dZ = dA * (self.Z > 0)
        self.dW = self.A_prev.T @ dZ / m
        self.db = np.sum(dZ, axis=0, keepdims=True) / m
        return dZ @ self.W.T


class DenseReturns:
    def __init__(self, in_features, out_features):
        self.weight = np.random.randn(out_features, in_features)
        self.bias = np.zeros(out_features)

    def __call__(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, grad_output):
        return grad_output @ self.weight, grad_output.T @ self.x, grad_output.sum(0)


class Flatten:
    def forward(self, x):
        self.shape = x.shape
        return x.reshape(x.shape[0], -1)

    def backward(self, g):
        return g.reshape(self.shape)


class CrossEntropyLoss:
    def forward(self, predict, label):
        ln = np.log(np.sum(np.exp(predict), axis=1)) - predict[np.arange(label.shape[0]), label]
        self.label = label
        self.predict = predict
        return np.mean(ln).item()

    def backward(self):
        ee = np.exp(self.predict)
        grad = ee / np.sum(ee, axis=1)[:, np.newaxis]
        grad[np.arange(self.label.shape[0]), self.label] -= 1
        grad /= self.label.shape[0]
        return grad


class MSE:
    def loss(self, y_true, y_pred):
        return np.mean(np.power(y_true - y_pred, 2))

    def gradient(self, y_true, y_pred):
        return 2 * (y_pred - y_true) / np.size(y_true)


class Loss:
    def calculate(self, output, y):
        return np.mean(self.forward(output, y))


class CCE(Loss):
    def forward(self, y_pred, y_true):
        y_pred = np.clip(y_pred, 1e-7, 1 - 1e-7)
        if len(y_true.shape) == 1:
            c = y_pred[range(len(y_pred)), y_true]
        else:
            c = np.sum(y_pred * y_true, axis=1)
        return -np.log(c)

    def backward(self, dvalues, y_true):
        n = len(dvalues)
        labels = len(dvalues[0])
        if len(y_true.shape) == 1:
            y_true = np.eye(labels)[y_true]
        self.dinputs = -y_true / dvalues
        self.dinputs = self.dinputs / n
