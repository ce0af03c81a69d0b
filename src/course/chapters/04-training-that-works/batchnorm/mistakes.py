import numpy as np


def sample_variance(X, gamma, beta, eps, dout):
    """code: sample-variance
    en: The variance divides by m − 1. Here it is the mean of the squared distances, over all m samples: it
    describes this batch, and estimates nothing beyond it.
    ko: 분산을 m − 1로 나누었습니다. 여기서 분산은 샘플 m개에 대한 거리 제곱의 평균입니다. 이 배치를 나타낼 뿐
    그 바깥을 추정하지 않습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True, ddof=1)  # <-
    flat_var = var[0]  # <-
    std = np.sqrt(var + eps)  # <-
    flat_std = std[0]  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def sample_variance_full_formula(X, gamma, beta, eps, dout):
    """code: sample-variance
    en: The variance divides by m − 1. Here it is the mean of the squared distances, over all m samples: it
    describes this batch, and estimates nothing beyond it.
    ko: 분산을 m − 1로 나누었습니다. 여기서 분산은 샘플 m개에 대한 거리 제곱의 평균입니다. 이 배치를 나타낼 뿐
    그 바깥을 추정하지 않습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True, ddof=1)  # <-
    flat_var = var[0]  # <-
    std = np.sqrt(var + eps)  # <-
    flat_std = std[0]  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    m = X.shape[0]
    through_var = X_hat * np.sum(dX_hat * X_hat, axis=0, keepdims=True) / (m - 1)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def statistics_of_samples(X, gamma, beta, eps, dout):
    """code: wrong-axis
    en: Mean and variance were taken along each row, over the units of one sample. Batch normalisation takes
    them down each column, over the samples.
    ko: 평균과 분산을 행마다, 곧 한 샘플의 노드에 대해 구했습니다. 배치 정규화는 열마다, 곧 샘플에 대해 구합니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)  # <-
    var = np.var(X, axis=1, keepdims=True)  # <-
    std = np.sqrt(var + eps)  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def layer_normalisation(X, gamma, beta, eps, dout):
    """code: wrong-axis
    en: Everything was averaged along each row, over the units of one sample: that is layer normalisation.
    Batch normalisation averages down each column, over the samples.
    ko: 모든 평균을 행마다, 곧 한 샘플의 노드에 대해 냈습니다. 그것은 층 정규화입니다. 배치 정규화는 열마다, 곧
    샘플에 대해 평균합니다.
    """
    mean = np.mean(X, axis=1, keepdims=True)  # <-
    var = np.var(X, axis=1, keepdims=True)  # <-
    std = np.sqrt(var + eps)  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=1, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=1, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def statistics_of_everything(X, gamma, beta, eps, dout):
    """code: summed-everything
    en: Mean and variance were taken over the whole array, so that all units share one number each. Every
    column has its own.
    ko: 평균과 분산을 배열 전체에서 구해서 모든 노드가 같은 수 하나씩을 씁니다. 열마다 따로 구해야 합니다.
    """
    mean = np.mean(X)  # <-
    var = np.var(X)  # <-
    std = np.sqrt(var + eps)  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def epsilon_outside_root(X, gamma, beta, eps, dout):
    """code: epsilon-place
    en: eps was added to the root of the variance. In this exercise it stands under the root.
    ko: eps를 분산의 제곱근에 더했습니다. 이 연습 문제에서는 제곱근 안에 있습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var) + eps  # <-
    flat_std = std[0]  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def epsilon_missing(X, gamma, beta, eps, dout):
    """code: epsilon-place
    en: eps has no part in the result. It keeps the division safe where a unit gives the same for every
    sample.
    ko: 결과에 eps가 쓰이지 않았습니다. eps는 한 노드의 값이 모든 샘플에서 같을 때 나눗셈을 안전하게 해
    줍니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var)  # <-
    flat_std = std[0]  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def root_missing(X, gamma, beta, eps, dout):
    """code: missing-root
    en: The distances from the mean were divided by the variance itself. Its root is measured in the unit of
    X; the variance is not.
    ko: 평균과의 차를 분산 그대로 나누었습니다. X와 단위가 같은 것은 분산이 아니라 그 제곱근입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = var + eps  # <-
    flat_std = std[0]  # <-
    X_hat = (X - mean) / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def mean_not_subtracted(X, gamma, beta, eps, dout):
    """code: not-centred
    en: X was divided, but the mean was not taken away first. The columns of the normalised array should
    have the mean 0.
    ko: X를 나누기만 하고 그 전에 평균을 빼지 않았습니다. 정규화한 배열은 열마다 평균이 0이어야 합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = X / std  # <-
    out = gamma * X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def statistics_constant(X, gamma, beta, eps, dout):
    """code: statistics-constant
    en: dX takes mean and variance for constants. They are made of the samples: when one entry of X moves,
    both move with it, and with them every other entry of its column.
    ko: dX가 평균과 분산을 상수로 보았습니다. 둘은 샘플로 만든 값입니다. X의 원소 하나가 움직이면 둘 다
    움직이고, 같은 열의 다른 원소도 모두 함께 변합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = dX_hat / std  # <-
    return out, dX, dgamma, dbeta


def mean_constant(X, gamma, beta, eps, dout):
    """code: statistics-constant
    en: dX takes the mean for a constant. When one entry of X moves, the mean of its column moves as well,
    and that is felt in every sample.
    ko: dX가 평균을 상수로 보았습니다. X의 원소 하나가 움직이면 그 열의 평균도 움직이고, 그것이 모든 샘플에
    영향을 줍니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def variance_constant(X, gamma, beta, eps, dout):
    """code: statistics-constant
    en: dX takes the variance for a constant. When one entry of X moves, the variance of its column changes
    as well, and that is felt in every sample.
    ko: dX가 분산을 상수로 보았습니다. X의 원소 하나가 움직이면 그 열의 분산도 변하고, 그것이 모든 샘플에 영향을
    줍니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean) / std  # <-
    return out, dX, dgamma, dbeta


def path_through_mean_added(X, gamma, beta, eps, dout):
    """code: wrong-sign
    en: The part of dX that comes through the mean has the opposite sign: the mean is taken away from X, so
    what comes through it pulls the other way.
    ko: dX에서 평균을 지나오는 부분의 부호가 반대입니다. 평균은 X에서 빼는 값이므로 그 길로 오는 몫은 반대쪽으로
    작용합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat + through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def path_through_variance_added(X, gamma, beta, eps, dout):
    """code: wrong-sign
    en: The part of dX that comes through the variance has the opposite sign: a larger variance makes the
    normalised values smaller.
    ko: dX에서 분산을 지나오는 부분의 부호가 반대입니다. 분산이 커지면 정규화한 값은 작아집니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean + through_var) / std  # <-
    return out, dX, dgamma, dbeta


def sums_in_dX(X, gamma, beta, eps, dout):
    """code: missing-mean
    en: The parts of dX that come through mean and variance are sums over the samples. Mean and variance
    divide by m, and so do their derivatives.
    ko: dX에서 평균과 분산을 지나오는 부분이 샘플에 대한 합입니다. 평균과 분산은 m으로 나눈 값이고, 그 도함수도
    그렇습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.sum(dX_hat, axis=0, keepdims=True)  # <-
    through_var = X_hat * np.sum(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def sum_through_mean(X, gamma, beta, eps, dout):
    """code: missing-mean
    en: The part of dX that comes through the mean is a sum over the samples. The mean divides by m, and so
    does its derivative.
    ko: dX에서 평균을 지나오는 부분이 샘플에 대한 합입니다. 평균은 m으로 나눈 값이고, 그 도함수도 그렇습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.sum(dX_hat, axis=0, keepdims=True)  # <-
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def sum_through_variance(X, gamma, beta, eps, dout):
    """code: missing-mean
    en: The part of dX that comes through the variance is a sum over the samples. The variance divides by m,
    and so does its derivative.
    ko: dX에서 분산을 지나오는 부분이 샘플에 대한 합입니다. 분산은 m으로 나눈 값이고, 그 도함수도 그렇습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.sum(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def variance_path_halved(X, gamma, beta, eps, dout):
    """code: factor-two
    en: The part of dX that comes through the variance is half as large as it should be. The variance holds
    squares, and a square brings a factor 2 down, which meets the ½ of the root.
    ko: dX에서 분산을 지나오는 부분이 절반입니다. 분산은 제곱의 평균이라 미분하면 2가 나오고, 그것이 제곱근의 ½과
    만납니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = 0.5 * X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def variance_path_doubled(X, gamma, beta, eps, dout):
    """code: factor-two
    en: The part of dX that comes through the variance is twice as large as it should be: the 2 of the
    square is there, the ½ of the root is not.
    ko: dX에서 분산을 지나오는 부분이 두 배입니다. 제곱에서 나온 2는 있는데 제곱근에서 나온 ½이 없습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = 2 * X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def not_divided_by_std(X, gamma, beta, eps, dout):
    """code: missing-division
    en: dX was not divided by the standard deviation. On the way forward everything was; so it is in the
    derivative.
    ko: dX를 표준편차로 나누지 않았습니다. 순전파에서 모두 나누었으니 도함수에도 그 나누기가 있습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = dX_hat - through_mean - through_var  # <-
    return out, dX, dgamma, dbeta


def multiplied_by_std(X, gamma, beta, eps, dout):
    """code: missing-division
    en: dX was multiplied by the standard deviation, by which the forward pass divides.
    ko: 순전파에서는 표준편차로 나누었는데 dX에는 표준편차를 곱했습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) * std  # <-
    return out, dX, dgamma, dbeta


def divided_by_variance(X, gamma, beta, eps, dout):
    """code: missing-root
    en: dX was divided by the variance. The forward pass divides by its root.
    ko: dX를 분산으로 나누었습니다. 순전파에서 나눈 것은 분산의 제곱근입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / (var + eps)  # <-
    return out, dX, dgamma, dbeta


def gamma_missing_in_dX(X, gamma, beta, eps, dout):
    """code: missing-gamma
    en: gamma has no part in dX. The normalised values were multiplied by it on the way forward, so the
    error is on its way back.
    ko: dX에 gamma가 없습니다. 순전파에서 정규화한 값에 gamma를 곱했으니 되돌아오는 오차에도 곱해집니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout  # <-
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def gamma_divided(X, gamma, beta, eps, dout):
    """code: missing-gamma
    en: The error was divided by gamma on its way back. The derivative of gamma · x is gamma, not its
    inverse.
    ko: 되돌아오는 오차를 gamma로 나누었습니다. gamma · x를 미분하면 gamma이지 그 역수가 아닙니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout / gamma  # <-
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta


def gamma_gradient_with_X(X, gamma, beta, eps, dout):
    """code: wrong-layer-input
    en: dgamma was made with X. What gamma was multiplied by on the way forward is another array.
    ko: dgamma를 X로 만들었습니다. 순전파에서 gamma와 곱한 것은 다른 배열입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X, axis=0, keepdims=True)  # <-
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def gamma_gradient_with_out(X, gamma, beta, eps, dout):
    """code: wrong-layer-input
    en: dgamma was made with out. What gamma was multiplied by on the way forward is another array.
    ko: dgamma를 out으로 만들었습니다. 순전파에서 gamma와 곱한 것은 다른 배열입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * out, axis=0, keepdims=True)  # <-
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def gamma_gradient_with_centred(X, gamma, beta, eps, dout):
    """code: wrong-layer-input
    en: dgamma was made with the distances from the mean, before they were divided. What gamma was
    multiplied by came after that.
    ko: dgamma를 아직 나누지 않은, 평균과의 차로 만들었습니다. gamma와 곱한 것은 그다음의 값입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * (X - mean), axis=0, keepdims=True)  # <-
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def averaged_gamma_and_beta(X, gamma, beta, eps, dout):
    """code: double-mean
    en: dgamma and dbeta are means over the samples. What comes back in dout already belongs to the loss as
    it is, and gamma acts on every sample: the shares are summed.
    ko: dgamma와 dbeta가 샘플에 대한 평균입니다. dout은 이미 손실에 대한 기울기이고 gamma는 모든
    샘플에 작용하므로, 샘플의 몫을 더합니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.mean(dout * X_hat, axis=0, keepdims=True)  # <-
    dbeta = np.mean(dout, axis=0, keepdims=True)  # <-
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def beta_gradient_with_gamma(X, gamma, beta, eps, dout):
    """code: missing-gamma
    en: dbeta was multiplied by gamma. beta is added after gamma was multiplied, so gamma never touches it.
    ko: dbeta에 gamma를 곱했습니다. beta는 gamma를 곱한 다음에 더하므로 gamma와 만나지 않습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout * gamma, axis=0, keepdims=True)  # <-
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def beta_missing(X, gamma, beta, eps, dout):
    """code: missing-bias
    en: out lacks beta: the columns of out have the mean 0, where they should have the mean that beta says.
    ko: out에 beta가 없습니다. 열의 평균이 beta가 말하는 값이어야 하는데 0입니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def gamma_missing_in_out(X, gamma, beta, eps, dout):
    """code: missing-gamma
    en: out lacks gamma: the normalised values were shifted, not stretched.
    ko: out에 gamma가 없습니다. 정규화한 값을 옮기기만 하고 늘이지 않았습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = X_hat + beta  # <-

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * np.mean(dX_hat * X_hat, axis=0, keepdims=True)
    dX = (dX_hat - through_mean - through_var) / std
    return out, dX, dgamma, dbeta


def power_of_variance(X, gamma, beta, eps, dout):
    """code: wrong-power
    en: The part of dX that comes through the variance was made with the power −½ of the variance.
    Differentiated, a power −½ leaves the power −3/2.
    ko: dX에서 분산을 지나오는 부분을 분산의 −½제곱으로 만들었습니다. −½제곱을 미분하면 −3/2제곱이 남습니다.
    """
    mean = np.mean(X, axis=0, keepdims=True)
    var = np.var(X, axis=0, keepdims=True)
    std = np.sqrt(var + eps)
    X_hat = (X - mean) / std
    out = gamma * X_hat + beta

    dgamma = np.sum(dout * X_hat, axis=0, keepdims=True)
    dbeta = np.sum(dout, axis=0, keepdims=True)
    dX_hat = dout * gamma
    through_mean = np.mean(dX_hat, axis=0, keepdims=True)
    through_var = X_hat * (var + eps) * np.mean(dX_hat * X_hat, axis=0, keepdims=True)  # <-
    dX = (dX_hat - through_mean - through_var) / std  # <-
    return out, dX, dgamma, dbeta
