import numpy as np

rng = np.random.default_rng(11)
n, p = 120, 4
X = np.c_[np.ones(n), rng.normal(size=(n, p - 1))]
beta_true = np.array([0.5, 0.3, -0.4, 0.2])
y = rng.poisson(np.exp(X @ beta_true))


def neg_log_likelihood(beta):
    eta = X @ beta
    return np.mean(np.exp(eta) - y * eta)


def gradient(beta):
    mu = np.exp(X @ beta)
    return X.T @ (mu - y) / n


beta = np.zeros(p)
for i in range(300):
    beta = beta - 0.1 * gradient(beta)
    if i % 100 == 0:
        print(i, neg_log_likelihood(beta))
print(beta)
