import numpy as np


def penalty_missing_in_gradient(X, Y, W, b, lam):
    """code: penalty-missing
    en: dW is the gradient of the data term alone. The loss also holds a sum over the squared weights, and
    that sum changes too when a weight moves.
    ko: dW에 데이터 항의 기울기만 있습니다. 손실에는 가중치의 제곱을 더한 항도 있고, 가중치가 움직이면 그 항도
    변합니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    dW = np.dot(X.T, error) / m  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_missing_in_loss(X, Y, W, b, lam):
    """code: penalty-missing
    en: The loss holds the data term alone, although dW is the gradient of both terms. What is reported and
    what is descended are two different functions.
    ko: dW는 두 항의 기울기인데 손실에는 데이터 항만 있습니다. 보고하는 함수와 실제로 내려가는 함수가 서로
    다릅니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_missing_everywhere(X, Y, W, b, lam):
    """code: penalty-missing
    en: Neither the loss nor dW knows the penalty: both are what they would be with lam = 0.
    ko: 손실에도 dW에도 벌점이 없습니다. 둘 다 lam이 0일 때의 값과 같습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = 0.0  # <-
    loss = data_loss + penalty  # <-

    dW = np.dot(X.T, error) / m  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def data_term_missing(X, Y, W, b, lam):
    """code: missing-delta
    en: dW holds the penalty alone. It pulls every weight towards 0, whatever the data say; the error of the
    samples has no part in it.
    ko: dW에 벌점의 몫만 있습니다. 데이터가 무엇이든 모든 가중치를 0 쪽으로 당길 뿐이고, 샘플의 오차가 들어 있지
    않습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    dW = lam * W  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_over_m_in_gradient(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in dW is divided by the number of samples. In the loss of this exercise it stands beside
    the mean over the samples, not inside it.
    ko: dW의 벌점을 샘플의 개수로 나누었습니다. 이 연습 문제의 손실에서 벌점은 샘플에 대한 평균 안이 아니라 그
    옆에 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam / m * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_over_m_in_loss(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in the loss is divided by the number of samples, the one in dW is not. Here it stands
    beside the mean over the samples, not inside it.
    ko: 손실의 벌점은 샘플의 개수로 나누었고 dW의 벌점은 나누지 않았습니다. 여기서 벌점은 샘플에 대한 평균 안이
    아니라 그 옆에 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / (2 * m) * np.sum(W**2)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_over_m_everywhere(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty is divided by the number of samples, in the loss and in dW alike. The two fit each
    other, and some books write it so; in the loss of this exercise it is not divided.
    ko: 손실에서도 dW에서도 벌점을 샘플의 개수로 나누었습니다. 둘은 서로 맞고 그렇게 쓰는 책도 있지만, 이 연습
    문제의 손실에서는 나누지 않습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / (2 * m) * np.sum(W**2)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam / m * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_doubled_in_gradient(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in dW is twice as large as it should be. The square brings a factor 2 down, and the loss
    has a ½ that waits for it.
    ko: dW의 벌점이 두 배입니다. 제곱을 미분하면 2가 나오지만, 손실에는 그것과 만날 ½이 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = 2 * lam * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_halved_in_gradient(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in dW is half as large as it should be: the ½ of the loss is still there, although the
    derivative of the square has a factor for it.
    ko: dW의 벌점이 절반입니다. 제곱을 미분하면 ½과 만나는 인수가 나오는데, 손실의 ½이 그대로 남아 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam / 2 * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_doubled_in_loss(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in the loss is twice the one whose gradient dW holds: the ½ before the sum is missing.
    ko: 손실의 벌점이 dW에 들어 있는 기울기의 벌점보다 두 배 큽니다. 합 앞의 ½이 없습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam * np.sum(W**2)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_doubled_everywhere(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty is doubled in the loss and in dW. The two fit each other, a convention too; the loss of
    this exercise has a ½ before the sum.
    ko: 손실에서도 dW에서도 벌점이 두 배입니다. 둘은 서로 맞고 그런 관례도 있지만, 이 연습 문제의 손실에는 합
    앞에 ½이 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam * np.sum(W**2)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = 2 * lam * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_on_bias(X, Y, W, b, lam):
    """code: penalty-on-bias
    en: db holds a share of the penalty. The loss punishes large weights only; a bias may be as large as the
    data ask for.
    ko: db에 벌점의 몫이 들어 있습니다. 손실은 큰 가중치에만 벌점을 주고, 편향은 데이터가 요구하는 만큼 커도
    됩니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m + lam * b  # <-
    return loss, dW, db


def penalty_on_bias_in_loss(X, Y, W, b, lam):
    """code: penalty-on-bias
    en: The penalty in the loss also counts the squares of b. Here only the weights are punished.
    ko: 손실의 벌점이 b의 제곱도 셉니다. 여기서는 가중치에만 벌점을 줍니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * (np.sum(W**2) + np.sum(b**2))  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_on_bias_everywhere(X, Y, W, b, lam):
    """code: penalty-on-bias
    en: The bias is punished like a weight, in the loss and in db. The two fit each other; the loss of this
    exercise sums over the weights only.
    ko: 손실에서도 db에서도 편향에 가중치처럼 벌점을 주었습니다. 둘은 서로 맞지만, 이 연습 문제의 손실은 가중치에
    대해서만 더합니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * (np.sum(W**2) + np.sum(b**2))  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m + lam * b  # <-
    return loss, dW, db


def penalty_sign(X, Y, W, b, lam):
    """code: wrong-sign
    en: The penalty enters dW with a minus. A step against this gradient would make the weights grow, and
    the loss rewards nothing of the kind.
    ko: 벌점이 빼기 부호로 dW에 들어 있습니다. 이 기울기의 반대쪽으로 가면 가중치가 커지는데, 손실은 그것을 바라지
    않습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = -lam * W  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def sign_of_weights(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in dW has the same size for every weight, only the sign differs. That is the gradient of
    a sum of absolute values (L1); here squares are summed.
    ko: dW의 벌점은 부호만 다르고 모든 가중치에서 크기가 같습니다. 그것은 절댓값을 더한 벌점(L1)의 기울기이고,
    여기서는 제곱을 더합니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * np.sign(W)  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def absolute_values_in_loss(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in the loss sums absolute values (L1). The loss of this exercise sums squares, and dW is
    the gradient of squares.
    ko: 손실의 벌점이 절댓값을 더합니다(L1). 이 연습 문제의 손실은 제곱을 더하고, dW도 제곱의 기울기입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(np.abs(W))  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def norm_not_squared(X, Y, W, b, lam):
    """code: missing-square
    en: The penalty in the loss is the norm of W itself. The norm already took a root; here the sum of the
    squares is meant.
    ko: 손실의 벌점이 W의 노름 그대로입니다. 노름은 이미 제곱근을 취한 값이고, 여기서 뜻하는 것은 제곱의 합입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.linalg.norm(W)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def penalty_itself_in_gradient(X, Y, W, b, lam):
    """code: loss-for-gradient
    en: What was added to dW is the penalty itself, one number for all weights. Its gradient is different
    for each weight.
    ko: dW에 벌점의 값 자체를 더했습니다. 모든 가중치에 같은 수 하나가 더해진 것입니다. 벌점의 기울기는 가중치마다
    다릅니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam / 2 * np.sum(W**2)  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def squared_weights_in_gradient(X, Y, W, b, lam):
    """code: loss-for-gradient
    en: The penalty in dW squares the weights. That is the term as it stands in the loss; it was not
    differentiated.
    ko: dW의 벌점이 가중치를 제곱합니다. 그것은 손실에 있는 항 그대로이고, 아직 미분하지 않은 것입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W**2  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def half_squared_weights_in_gradient(X, Y, W, b, lam):
    """code: loss-for-gradient
    en: The penalty in dW squares the weights. That is the term as it stands in the loss; it was not
    differentiated.
    ko: dW의 벌점이 가중치를 제곱합니다. 그것은 손실에 있는 항 그대로이고, 아직 미분하지 않은 것입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam / 2 * W**2  # <-
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def mean_of_squares(X, Y, W, b, lam):
    """code: penalty-factor
    en: The penalty in the loss is a mean over the weights. Here their squares are summed, and dW is the
    gradient of the sum.
    ko: 손실의 벌점이 가중치에 대한 평균입니다. 여기서는 제곱을 더하고, dW는 그 합의 기울기입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.mean(W**2)  # <-
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def sum_over_samples(X, Y, W, b, lam):
    """code: missing-mean
    en: dW and db are sums over the samples, where the loss takes a mean of them. They are the gradient of
    another function, m times as steep in its data term.
    ko: 손실은 샘플에 대한 평균인데 dW와 db는 샘플에 대한 합입니다. 데이터 항이 m배 가파른 다른 함수의
    기울기입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error)  # <-
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True)  # <-
    return loss, dW, db


def weights_summed_over_samples(X, Y, W, b, lam):
    """code: missing-mean
    en: The data term of dW is a sum over the samples; the loss takes their mean.
    ko: dW의 데이터 항이 샘플에 대한 합입니다. 손실은 샘플에 대한 평균입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error)  # <-
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient  # <-
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def half_missing_in_data_loss(X, Y, W, b, lam):
    """code: factor-two
    en: The data term of the loss is twice the one whose gradients dW and db hold: its ½ is missing.
    ko: 손실의 데이터 항이 dW와 db의 기울기가 나온 데이터 항의 두 배입니다. ½이 없습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    per_sample = np.sum(error**2, axis=1)  # <-
    data_loss = np.mean(per_sample)  # <-
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty  # <-

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def two_of_the_square_kept(X, Y, W, b, lam):
    """code: factor-two
    en: The data terms of dW and db carry the factor 2 of the square, and the loss has a ½ that takes it
    away.
    ko: dW와 db의 데이터 항에 제곱에서 나온 2가 남아 있습니다. 손실에는 그것을 없애는 ½이 있습니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = 2 * np.dot(X.T, error) / m  # <-
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient  # <-
    db = 2 * np.sum(error, axis=0, keepdims=True) / m  # <-
    return loss, dW, db


def mean_over_entries(X, Y, W, b, lam):
    """code: wrong-mean
    en: The mean runs over all entries of the error, outputs included. Here it is taken over the samples
    alone, and the outputs of a sample are summed.
    ko: 출력까지 포함해 오차의 모든 원소에 대해 평균했습니다. 여기서는 샘플에 대해서만 평균하고, 한 샘플의 출력은
    더합니다.
    """
    m = Y.size  # <-
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = np.dot(X.T, error) / m
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient
    db = np.sum(error, axis=0, keepdims=True) / m
    return loss, dW, db


def error_sign(X, Y, W, b, lam):
    """code: wrong-sign
    en: The data terms of dW and db have the opposite sign, the penalty has the right one: the error was
    taken as Y minus the prediction. Squared, that makes no difference; its derivative turns round.
    ko: dW와 db에서 데이터 항의 부호가 반대이고 벌점의 부호는 맞습니다. 오차를 Y에서 예측을 뺀 값으로
    두었습니다. 제곱하면 차이가 없지만 도함수는 부호가 바뀝니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    data_gradient = -np.dot(X.T, error) / m  # <-
    penalty_gradient = lam * W
    dW = data_gradient + penalty_gradient  # <-
    db = -np.sum(error, axis=0, keepdims=True) / m  # <-
    return loss, dW, db


def everything_signed(X, Y, W, b, lam):
    """code: wrong-sign
    en: dW and db have the opposite sign. A step against them goes uphill.
    ko: dW와 db의 부호가 반대입니다. 이것과 반대쪽으로 가면 오르막입니다.
    """
    m = X.shape[0]
    error = np.dot(X, W) + b - Y
    data_loss = np.sum(error**2) / (2 * m)
    penalty = lam / 2 * np.sum(W**2)
    loss = data_loss + penalty

    dW = -(np.dot(X.T, error) / m + lam * W)  # <-
    db = -np.sum(error, axis=0, keepdims=True) / m  # <-
    return loss, dW, db
