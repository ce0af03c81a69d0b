import numpy as np


def skip_missing_backward(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: dX holds what came back through the layer, and not what came back along the skip. X reaches out by
    two ways, and the shares of both add up.
    ko: dX에 층을 지나온 몫만 있고 잔차 연결을 타고 온 몫이 없습니다. X는 두 길로 out에 닿으므로 두 길의
    몫을 더합니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_missing_forward(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: out holds the branch alone. X itself was not added to it, although dX counts on it.
    ko: out에 가지의 결과만 있습니다. dX는 X를 더한 것으로 계산했는데 out에는 X를 더하지 않았습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def skip_missing_everywhere(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: The skip is in neither direction: X is not added to the branch, and dX holds only what came back
    through it.
    ko: 순전파에도 역전파에도 잔차 연결이 없습니다. 가지의 결과에 X를 더하지 않았고, dX에는 가지를 지나온 몫만
    있습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = branch  # <-
    return out, dX, dW, dgamma, dbeta


def branch_missing_backward(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: dX holds only what came back along the skip. X also went through the normalisation and the weights,
    and that way has a share as well.
    ko: dX에 잔차 연결을 타고 온 몫만 있습니다. X는 정규화와 가중치도 지났고, 그 길에도 몫이 있습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    dX = dout.copy()  # <-
    return out, dX, dW, dgamma, dbeta


def skip_multiplied(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: The two shares of dX were multiplied. Where a value goes two ways, what comes back on them adds up.
    ko: dX의 두 몫을 곱했습니다. 값이 두 길로 갔다면 그 길로 돌아온 것은 더합니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout * branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_of_dH(X, gamma, beta, W, eps, dout):
    """code: skip-missing
    en: What was added to dX is the error after the weights. The skip goes past the weights, so its share
    did not meet them.
    ko: dX에 더한 것이 가중치를 지난 오차입니다. 잔차 연결은 가중치를 거치지 않으므로 그 몫은 가중치를 만나지
    않습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dH + branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_before_the_layer(X, gamma, beta, W, eps, dout):
    """code: skip-place
    en: The skip was added before the weights, so that it has to pass them and is no shortcut: the error
    came back through W alone. X and the branch meet after W.
    ko: 가중치 앞에서 잔차를 더해서 그 길도 가중치를 지나야 합니다. 그러면 지름길이 아닙니다. X와 가지는 W 다음에
    만납니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = np.dot(X + H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dH + branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_of_H(X, gamma, beta, W, eps, dout):
    """code: skip-place
    en: The normalised array was added to the branch. What goes past the layer is its input as it came in.
    ko: 가지의 결과에 정규화한 배열을 더했습니다. 층을 건너뛰는 것은 들어온 그대로의 입력입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = H + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def skip_counted_twice(X, gamma, beta, W, eps, dout):
    """code: skip-place
    en: The share of the skip is in dX twice.
    ko: 잔차 연결의 몫이 dX에 두 번 들어 있습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = 2 * dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_normalised_away(X, gamma, beta, W, eps, dout):
    """code: skip-place
    en: The share of the skip was carried back through the normalisation. It went past it on the way
    forward.
    ko: 잔차 연결의 몫이 정규화를 거쳐 되돌아왔습니다. 순전파에서 그 길은 정규화를 거치지 않았습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma + dout  # <-
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = branch  # <-
    return out, dX, dW, dgamma, dbeta


def skip_divided(X, gamma, beta, W, eps, dout):
    """code: skip-place
    en: The share of the skip was divided by the standard deviation as well: it went past the normalisation
    on the way forward.
    ko: 잔차 연결의 몫도 표준편차로 나누었습니다. 순전파에서 그 길은 정규화를 거치지 않았습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    dX = (dout + dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dW, dgamma, dbeta


def statistics_of_the_batch(X, gamma, beta, W, eps, dout):
    """code: wrong-axis
    en: Mean and variance were taken down the columns, over the samples. Layer normalisation takes them
    along each row, over the units of one sample.
    ko: 평균과 분산을 열마다, 곧 샘플에 대해 구했습니다. 층 정규화는 행마다, 곧 한 샘플의 노드에 대해 구합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)  # <-
    std = np.sqrt(np.var(X, axis=0, keepdims=True) + eps)  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def batch_normalisation(X, gamma, beta, W, eps, dout):
    """code: wrong-axis
    en: Everything was averaged down the columns, over the samples: that is batch normalisation. Layer
    normalisation averages along each row, over the units of one sample.
    ko: 모든 평균을 열마다, 곧 샘플에 대해 냈습니다. 그것은 배치 정규화입니다. 층 정규화는 행마다, 곧 한 샘플의
    노드에 대해 평균합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)  # <-
    std = np.sqrt(np.var(X, axis=0, keepdims=True) + eps)  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def back_over_the_batch(X, gamma, beta, W, eps, dout):
    """code: wrong-axis
    en: Going back, the paths through mean and variance were averaged down the columns. On the way forward
    both were taken along the rows.
    ko: 역전파에서 평균과 분산을 지나는 길을 열마다 평균했습니다. 순전파에서는 둘 다 행마다 구했습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)  # <-
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    branch = (dX_hat - through_mean - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def sample_variance(X, gamma, beta, W, eps, dout):
    """code: sample-variance
    en: The variance divides by n − 1. Here it is the mean of the squared distances, over all n units.
    ko: 분산을 n − 1로 나누었습니다. 여기서 분산은 노드 n개에 대한 거리 제곱의 평균입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True, ddof=1) + eps)  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def epsilon_outside_root(X, gamma, beta, W, eps, dout):
    """code: epsilon-place
    en: eps was added to the root of the variance. In this exercise it stands under the root.
    ko: eps를 분산의 제곱근에 더했습니다. 이 연습 문제에서는 제곱근 안에 있습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True)) + eps  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def epsilon_missing(X, gamma, beta, W, eps, dout):
    """code: epsilon-place
    en: eps has no part in the result. It keeps the division safe where all units of a sample give the same.
    ko: 결과에 eps가 쓰이지 않았습니다. eps는 한 샘플의 노드 값이 모두 같을 때 나눗셈을 안전하게 해 줍니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True))  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def root_missing(X, gamma, beta, W, eps, dout):
    """code: missing-root
    en: The distances from the mean were divided by the variance itself. Its root is measured in the unit of
    X; the variance is not.
    ko: 평균과의 차를 분산 그대로 나누었습니다. X와 단위가 같은 것은 분산이 아니라 그 제곱근입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.var(X, axis=1, keepdims=True) + eps  # <-
    X_hat = (X - mean) / std  # <-
    H = gamma * X_hat + beta  # <-
    out = X + np.dot(H, W)  # <-

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def statistics_constant(X, gamma, beta, W, eps, dout):
    """code: statistics-constant
    en: dX takes mean and variance for constants. They are made of the entries of the row: when one entry
    moves, both move with it.
    ko: dX가 평균과 분산을 상수로 보았습니다. 둘은 그 행의 원소로 만든 값이어서, 원소 하나가 움직이면 둘 다
    움직입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = dX_hat / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def mean_constant(X, gamma, beta, W, eps, dout):
    """code: statistics-constant
    en: dX takes the mean for a constant. When one entry of a row moves, its mean moves as well, and that is
    felt in the whole row.
    ko: dX가 평균을 상수로 보았습니다. 행의 원소 하나가 움직이면 그 평균도 움직이고, 그것이 행 전체에 영향을
    줍니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def variance_constant(X, gamma, beta, W, eps, dout):
    """code: statistics-constant
    en: dX takes the variance for a constant. When one entry of a row moves, its variance changes as well,
    and that is felt in the whole row.
    ko: dX가 분산을 상수로 보았습니다. 행의 원소 하나가 움직이면 그 분산도 변하고, 그것이 행 전체에 영향을
    줍니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def sums_in_dX(X, gamma, beta, W, eps, dout):
    """code: missing-mean
    en: The parts of dX that come through mean and variance are sums over the units. Mean and variance
    divide by n, and so do their derivatives.
    ko: dX에서 평균과 분산을 지나오는 부분이 노드에 대한 합입니다. 평균과 분산은 n으로 나눈 값이고, 그 도함수도
    그렇습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.sum(dX_hat, axis=1, keepdims=True)  # <-
    through_var = X_hat * np.sum(dX_hat * X_hat, axis=1, keepdims=True)  # <-
    branch = (dX_hat - through_mean - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def divided_by_batch(X, gamma, beta, W, eps, dout):
    """code: wrong-mean
    en: The parts of dX that come through mean and variance were divided by the number of samples. Here mean
    and variance run over the units of one sample.
    ko: dX에서 평균과 분산을 지나오는 부분을 샘플의 개수로 나누었습니다. 여기서 평균과 분산은 한 샘플의 노드에 대한
    것입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.sum(dX_hat, axis=1, keepdims=True) / len(X)  # <-
    through_var = X_hat * np.sum(dX_hat * X_hat, axis=1, keepdims=True) / len(X)  # <-
    branch = (dX_hat - through_mean - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def gamma_missing_in_dX(X, gamma, beta, W, eps, dout):
    """code: missing-gamma
    en: gamma has no part in dX. The normalised values were multiplied by it on the way forward, so the
    error is on its way back.
    ko: dX에 gamma가 없습니다. 순전파에서 정규화한 값에 gamma를 곱했으니 되돌아오는 오차에도 곱해집니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH  # <-
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def not_divided_by_std(X, gamma, beta, W, eps, dout):
    """code: missing-division
    en: What came back through the normalisation was not divided by the standard deviation. On the way
    forward everything there was.
    ko: 정규화를 지나 되돌아온 몫을 표준편차로 나누지 않았습니다. 순전파에서는 모두 나누었습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = dX_hat - through_mean - through_var  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def weights_missing_backward(X, gamma, beta, W, eps, dout):
    """code: wrong-weights
    en: The error did not pass the weights on its way back: what came back into the normalisation is dout
    itself.
    ko: 오차가 되돌아올 때 가중치를 지나지 않았습니다. 정규화로 들어온 것이 dout 그대로입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = dout  # <-
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def weights_not_transposed(X, gamma, beta, W, eps, dout):
    """code: operand-order
    en: The error came back through W as it is. Going back, it crosses each weight in the other direction.
    ko: 오차가 W를 그대로 지나 되돌아왔습니다. 거꾸로 갈 때는 각 가중치를 반대 방향으로 건넙니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W)  # <-
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def input_X(X, gamma, beta, W, eps, dout):
    """code: wrong-layer-input
    en: dW was made with X. What met the weights on the way forward was the normalised array.
    ko: dW를 X로 만들었습니다. 순전파에서 가중치와 만난 것은 정규화한 배열입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(X.T, dout)  # <-
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def input_X_hat(X, gamma, beta, W, eps, dout):
    """code: wrong-layer-input
    en: dW was made with the normalised array before gamma and beta. What met the weights came after them.
    ko: dW를 gamma와 beta를 거치기 전의 배열로 만들었습니다. 가중치와 만난 것은 그다음의 값입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(X_hat.T, dout)  # <-
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def gamma_gradient_with_H(X, gamma, beta, W, eps, dout):
    """code: wrong-layer-input
    en: dgamma was made with H. What gamma was multiplied by on the way forward is another array.
    ko: dgamma를 H로 만들었습니다. 순전파에서 gamma와 곱한 것은 다른 배열입니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * H, axis=0, keepdims=True)  # <-
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def gamma_and_beta_before_weights(X, gamma, beta, W, eps, dout):
    """code: missing-delta
    en: dgamma and dbeta were made with dout. Between them and out stand the weights, and the error has to
    pass these first.
    ko: dgamma와 dbeta를 dout으로 만들었습니다. 이 둘과 out 사이에는 가중치가 있고, 오차는 먼저
    그것을 지나야 합니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)  # <-
    dbeta = np.sum(dout, axis=0, keepdims=True)  # <-
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def gradient_of_W_transposed(X, gamma, beta, W, eps, dout):
    """code: transposed
    en: dW is the transpose of the right array. As W is square, its shape does not tell.
    ko: dW가 올바른 배열의 전치입니다. W가 정사각형이라 모양만 보아서는 알 수 없습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(dout.T, H)  # <-
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta


def power_of_variance(X, gamma, beta, W, eps, dout):
    """code: wrong-power
    en: The part of dX that comes through the variance was made with the power −½ of the variance.
    Differentiated, a power −½ leaves the power −3/2.
    ko: dX에서 분산을 지나오는 부분을 분산의 −½제곱으로 만들었습니다. −½제곱을 미분하면 −3/2제곱이 남습니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)
    std = np.sqrt(np.var(X, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * std**2 * np.mean(dX_hat * X_hat, axis=1, keepdims=True)  # <-
    branch = (dX_hat - through_mean - through_var) / std  # <-
    dX = dout + branch  # <-
    return out, dX, dW, dgamma, dbeta


def mean_of_the_batch(X, gamma, beta, W, eps, dout):
    """code: wrong-axis
    en: The mean was taken down the columns, over the samples, the variance along each row. Layer normalisation
    takes both along the row.
    ko: 평균은 열마다, 곧 샘플에 대해, 분산은 행마다 구했습니다. 층 정규화는 둘 다 행마다 구합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)  # <-
    std = np.sqrt(np.mean((X - mean) ** 2, axis=1, keepdims=True) + eps)
    X_hat = (X - mean) / std
    H = gamma * X_hat + beta
    out = X + np.dot(H, W)

    dW = np.dot(H.T, dout)
    dH = np.dot(dout, W.T)
    dgamma = np.sum(dH * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dH, axis=0, keepdims=True)
    dX_hat = dH * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    branch = (dX_hat - through_mean - through_var) / std
    dX = dout + branch
    return out, dX, dW, dgamma, dbeta
