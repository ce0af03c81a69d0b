import numpy as np


def softmax_cross_entropy(scores, one_hot):
    labels = np.argmax(one_hot, axis=1)
    rows = np.arange(len(labels))
    scores = scores - scores.max(axis=1).reshape(-1, 1)
    logsumexp = np.log(np.exp(scores).sum(axis=1))
    loss = np.mean(logsumexp - scores[rows, labels])

    grad = np.exp(scores - logsumexp[:, None])
    grad[rows, labels] -= 1
    return loss, grad / len(labels)
