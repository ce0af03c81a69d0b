import numpy as np
import sklearn.datasets
from sklearn.model_selection import train_test_split

np.random.seed(0)
X, y = sklearn.datasets.make_moons(200, noise=0.20)
X, X_test, y, y_test = train_test_split(X, y)
num_examples = len(X)
nn_input_dim = 2
nn_output_dim = 2
reg_lambda = 0.01


def build_model(nn_hdim):
    return {'W1': np.random.randn(nn_input_dim, nn_hdim), 'b1': np.zeros((1, nn_hdim)),
            'W2': np.random.randn(nn_hdim, nn_output_dim), 'b2': np.zeros((1, nn_output_dim))}


def forward(model, x):
    z1 = x.dot(model['W1']) + model['b1']
    a1 = np.tanh(z1)
    z2 = a1.dot(model['W2']) + model['b2']
    exp_scores = np.exp(z2)
    return a1, exp_scores / np.sum(exp_scores, axis=1, keepdims=True)


def calculate_loss(model, x, y):
    a1, probs = forward(model, x)
    data_loss = np.sum(-np.log(probs[range(len(x)), y]))
    data_loss += reg_lambda / 2 * (np.sum(np.square(model['W1'])) + np.sum(np.square(model['W2'])))
    return 1. / len(x) * data_loss


def gradients(model, x, y):
    a1, probs = forward(model, x)
    n = len(x)
    delta3 = probs
    delta3[range(n), y] -= 1
    dW2 = (a1.T).dot(delta3)
    delta2 = delta3.dot(model['W2'].T) * (1 - np.power(a1, 2))
    dW1 = np.dot(x.T, delta2)
    dW2 += reg_lambda * model['W2']
    dW1 += reg_lambda * model['W1']
    return {'W1': dW1 / n, 'b1': delta2.sum(0, keepdims=True) / n, 'W2': dW2 / n, 'b2': delta3.sum(0, keepdims=True) / n}


model = build_model(3)
for i in range(100):
    g = gradients(model, X, y)
    for k in model:
        model[k] -= 0.3 * g[k]
print(calculate_loss(model, X_test, y_test))
