import numpy as np


def _finish(log_P, Y):
    m = Y.shape[0]
    return -np.sum(Y * log_P) / m, (np.exp(log_P) - Y) / m


def _log_softmax(Z):
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))


def _softmax(Z):
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)


def no_maximum(Z, Y):
    """code: unstable-softmax
    en: {target} is not finite for one sample whose scores are near 1000: e to that power is more than a float can
      hold. Softmax depends on the differences within a row only. What can be subtracted from a row without changing
      it?
    ko: 점수가 1000에 가까운 샘플에서 {target} 값이 유한하지 않습니다. e를 그만큼 거듭제곱하면 부동소수점 수에 담을 수 없습니다. 소프트맥스는 한 행 안의 차이에만 달려 있습니다. 결과를 바꾸지
      않으면서 행에서 뺄 수 있는 것은 무엇입니까?
    """
    E = np.exp(Z)  # <-
    total = np.sum(E, axis=1, keepdims=True)  # <-
    P = E / total  # <-
    log_P = Z - np.log(total)  # <-
    loss = -np.sum(Y * log_P) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def no_maximum_exp_of_log(Z, Y):
    """code: unstable-softmax
    en: {target} is not finite or not right for one sample whose scores are near 1000: e to that power is more than
      a float can hold. What can be subtracted from a row of scores without changing its softmax?
    ko: 점수가 1000에 가까운 샘플에서 {target} 값이 유한하지 않거나 틀립니다. e를 그만큼 거듭제곱하면 부동소수점 수에 담을 수 없습니다. 소프트맥스를 바꾸지 않으면서 점수의 행에서 뺄 수 있는 것은
      무엇입니까?
    """
    log_P = Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))  # <-
    return _finish(log_P, Y)


def no_maximum_picked(Z, Y):
    """code: unstable-softmax
    en: {target} is not finite for one sample whose scores are near 1000: e to that power is more than a float can
      hold. Softmax depends on the differences within a row only. What can be subtracted from a row without changing
      it?
    ko: 점수가 1000에 가까운 샘플에서 {target} 값이 유한하지 않거나 틀립니다. e를 그만큼 거듭제곱하면 부동소수점 수에 담을 수 없습니다.
      소프트맥스는 한 행 안의 차이에만 달려 있습니다. 결과를 바꾸지 않으면서 행에서 뺄 수 있는 것은 무엇입니까?
    """
    log_P = Z - np.log(np.sum(np.exp(Z), axis=1, keepdims=True))  # <-
    loss = -np.sum(log_P[Y == 1]) / Z.shape[0]
    return loss, (np.exp(log_P) - Y) / Z.shape[0]


def maximum_of_everything_picked(Z, Y):
    """code: unstable-softmax
    en: One sample has scores near 1000, and {target} is wrong or not finite for the others: what was subtracted is
      the largest number of the whole array, so that nothing of the other rows is left but zeros. Each row needs its
      own.
    ko: 점수가 1000에 가까운 샘플이 하나 있고, 나머지 샘플에서 {target} 값이 틀리거나 유한하지 않습니다. 배열 전체에서 가장 큰 수를 빼서
      다른 행은 모두 0이 되었습니다. 행마다 자기 것을 빼야 합니다.
    """
    shifted = Z - np.max(Z)  # <-
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))  # <-
    loss = -np.sum(log_P[Y == 1]) / Z.shape[0]
    return loss, (np.exp(log_P) - Y) / Z.shape[0]


def maximum_of_everything(Z, Y):
    """code: unstable-softmax
    en: One sample has scores near 1000, and {target} is not finite for the others: what was subtracted is the
      largest number of the whole array, so that nothing of the other rows is left but zeros. Each row needs its
      own.
    ko: 점수가 1000에 가까운 샘플이 하나 있고, 나머지 샘플에서 {target} 값이 유한하지 않습니다. 배열 전체에서 가장 큰 수를 빼서 다른 행은 모두 0이 되었습니다. 행마다 자기 것을 빼야
      합니다.
    """
    shifted = Z - np.max(Z)  # <-
    E = np.exp(shifted)  # <-
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def maximum_of_columns(Z, Y):
    """code: softmax-axis
    en: {target} is not finite where another sample has scores near 1000: what was subtracted is the largest of each
      column, over the samples. Softmax belongs to one sample, so its largest score has to be found along the row.
    ko: 다른 샘플의 점수가 1000에 가까우면 {target} 값이 유한하지 않습니다. 샘플을 따라 열마다 가장 큰 수를 뺐습니다. 소프트맥스는 샘플 하나의 것이니, 가장 큰 점수도 그 행에서 찾아야
      합니다.
    """
    shifted = Z - np.max(Z, axis=0)  # <-
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    return _finish(log_P, Y)


def sum_over_samples(Z, Y):
    """code: softmax-axis
    en: The probabilities behind {target} sum to 1 down each column, over the samples. They should sum to 1 for each
      sample: along which axis do its classes lie?
    ko: {target} 계산에 쓰인 확률을 열을 따라, 즉 샘플에 대해 더하면 1입니다. 샘플마다 더해서 1이 되어야 합니다. 한 샘플의 클래스는 어느 축을 따라 놓여 있습니까?
    """
    shifted = Z - np.max(Z, axis=0)
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=0))  # <-
    return _finish(log_P, Y)


def sum_over_samples_quotient(Z, Y):
    """code: softmax-axis
    en: The probabilities behind {target} sum to 1 down each column, over the samples. They should sum to 1 for each
      sample: along which axis do its classes lie?
    ko: {target} 계산에 쓰인 확률을 열을 따라, 즉 샘플에 대해 더하면 1입니다. 샘플마다 더해서 1이 되어야 합니다. 한 샘플의 클래스는 어느 축을 따라 놓여 있습니까?
    """
    E = np.exp(Z - np.max(Z, axis=0))
    P = E / np.sum(E, axis=0)  # <-
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def only_the_sum_over_samples(Z, Y):
    """code: softmax-axis
    en: In {target}, what each row is divided by is summed over the samples, although the largest score was found
      row by row. A sample's probabilities should sum to 1: both belong to the same axis.
    ko: {target} 계산에서 가장 큰 점수는 행마다 찾았지만 나누는 합은 샘플에 대해 구했습니다. 한 샘플의 확률은 더해서 1이 되어야 합니다. 둘은 같은 축을 따라야 합니다.
    """
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    log_P = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))  # <-
    return _finish(log_P, Y)


def only_the_sum_over_samples_quotient(Z, Y):
    """code: softmax-axis
    en: In {target}, what each row is divided by is summed over the samples, although the largest score was found
      row by row. A sample's probabilities should sum to 1: both belong to the same axis.
    ko: {target} 계산에서 가장 큰 점수는 행마다 찾았지만 나누는 합은 샘플에 대해 구했습니다. 한 샘플의 확률은 더해서 1이 되어야 합니다. 둘은 같은 축을 따라야 합니다.
    """
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = E / np.sum(E, axis=0, keepdims=True)  # <-
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def one_sum(Z, Y):
    """code: softmax-axis
    en: The probabilities behind {target} sum to 1 over the whole array. Each sample has probabilities of its own
      that sum to 1: what has to be left of the sum is one number for each row.
    ko: {target} 계산에 쓰인 확률은 배열 전체를 더해야 1입니다. 샘플마다 자기 확률이 있고 그 합이 1입니다. 합은 행마다 하나씩 남아야 합니다.
    """
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    log_P = shifted - np.log(np.sum(np.exp(shifted)))  # <-
    return _finish(log_P, Y)


def one_sum_quotient(Z, Y):
    """code: softmax-axis
    en: The probabilities behind {target} sum to 1 over the whole array. Each sample has probabilities of its own
      that sum to 1: what has to be left of the sum is one number for each row.
    ko: {target} 계산에 쓰인 확률은 배열 전체를 더해야 1입니다. 샘플마다 자기 확률이 있고 그 합이 1입니다. 합은 행마다 하나씩 남아야 합니다.
    """
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    P = E / np.sum(E)  # <-
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def one_sum_and_one_maximum(Z, Y):
    """code: softmax-axis
    en: The largest number and the sum behind {target} are those of the whole array. Each sample has probabilities
      of its own that sum to 1: both have to be found row by row.
    ko: {target} 계산에 쓰인 최댓값과 합이 배열 전체의 것입니다. 샘플마다 자기 확률이 있고 그 합이 1입니다. 둘 다 행마다 구해야 합니다.
    """
    E = np.exp(Z - np.max(Z))
    P = E / np.sum(E)  # <-
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]
    return loss, (P - Y) / Z.shape[0]


def log_of_zero(Z, Y):
    """code: non-finite
    en: The loss is nan or infinite for a sample whose score lies 800 behind another: nothing is left of its
      probability, and the logarithm of 0 was taken. The logarithm of softmax is finite there; can it be written
      without making the probability first?
    ko: 점수가 다른 클래스보다 800만큼 뒤지는 샘플에서 손실이 nan이거나 무한대입니다. 확률이 0이 되어 버려 0의 로그를 구했습니다. 소프트맥스의 로그는 거기서도 유한합니다. 확률을 먼저 만들지
      않고 쓸 수 있겠습니까?
    """
    P = _softmax(Z)
    loss = -np.sum(Y * np.log(P)) / Z.shape[0]  # <-
    return loss, (P - Y) / Z.shape[0]


def log_of_zero_at_the_right_class(Z, Y):
    """code: non-finite
    en: The loss is infinite for a sample whose right class lies 800 behind another: nothing is left of its
      probability, and the logarithm of 0 was taken. The logarithm of softmax is finite there; can it be written
      without making the probability first?
    ko: 정답 클래스의 점수가 다른 클래스보다 800만큼 뒤지는 샘플에서 손실이 무한대입니다. 확률이 0이 되어 버려 0의 로그를 구했습니다. 소프트맥스의 로그는 거기서도 유한합니다. 확률을 먼저 만들지
      않고 쓸 수 있겠습니까?
    """
    P = _softmax(Z)
    losses = -np.log(np.sum(P * Y, axis=1))  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, (P - Y) / Z.shape[0]


def _floored(Z, Y, least):
    return -np.sum(Y * np.log(np.maximum(_softmax(Z), least))) / Z.shape[0]


def clipped_1e15(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 35. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 35쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-15)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def clipped_1e12(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 28. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 28쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-12)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def clipped_1e10(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 23. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 23쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-10)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def clipped_1e9(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 21. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 21쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-9)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def clipped_1e8(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 18. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 18쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-8)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def clipped_1e7(Z, Y):
    """code: clipped
    en: The loss is right until a probability comes near 0, and is cut there: a class that lies 800 behind costs
      about 16. A small number added to the probability, or a bound for it, hides how wrong such a sample is.
    ko: 손실은 확률이 0에 가까워지기 전까지만 맞고 거기서 잘립니다. 800만큼 뒤지는 클래스의 손실이 16쯤입니다. 확률에 작은 수를 더하거나 하한을 두면 그 샘플이 얼마나 틀렸는지가 가려집니다.
    """
    loss = _floored(Z, Y, 1e-7)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def every_class_counts(Z, Y):
    """code: missing-target
    en: In the loss every class counts, whichever is right: {actual} instead of {expected}, and the targets have no
      part in it. Of each sample only the right class's probability matters.
    ko: 손실에 정답이 무엇이든 모든 클래스가 들어갔습니다. 정답 Y가 값에 아무 영향도 주지 못합니다. 샘플마다 정답 클래스의 확률만 중요합니다.
    """
    loss = -np.sum(_log_softmax(Z)) / Z.shape[0]  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def probability_for_its_logarithm(Z, Y):
    """code: other-loss
    en: The loss is the mean probability of the right class with a minus, without a logarithm. Cross-entropy asks
      how surprising the right class was, which is what the logarithm measures.
    ko: 손실이 정답 클래스의 확률을 평균하고 부호를 바꾼 값입니다. 로그가 없습니다. 교차 엔트로피는 정답이 얼마나 뜻밖이었는지를 묻고, 로그가 그것을 잽니다.
    """
    loss = -np.sum(Y * _softmax(Z)) / Z.shape[0]  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def loss_over_entries(Z, Y):
    """code: wrong-mean
    en: The loss is divided by the number of all entries, and dZ by the number of samples. A sample has one loss,
      however many classes there are.
    ko: 손실은 전체 원소 수로 나누었고 dZ는 샘플 수로 나누었습니다. 클래스가 몇 개이든 샘플 하나의 손실은 하나입니다.
    """
    loss, dZ = softmax_cross_entropy(Z, Y)
    loss = loss / Z.shape[1]  # <-
    return loss, dZ


def gradient_over_entries(Z, Y):
    """code: wrong-mean
    en: dZ is divided by the number of all entries, and the loss by the number of samples. A gradient is divided by
      what its loss is divided by.
    ko: dZ는 전체 원소 수로 나누었고 손실은 샘플 수로 나누었습니다. 기울기는 손실을 나눈 수로 나눕니다.
    """
    loss, dZ = softmax_cross_entropy(Z, Y)
    dZ = dZ / Z.shape[1]  # <-
    return loss, dZ


def loss_of_each_sample(Z, Y):
    """code: missing-sum
    en: The loss has shape {actual}: a number for each sample. What is trained is one number, their mean.
    ko: 손실의 모양이 {actual}입니다. 샘플마다 하나씩 있습니다. 학습에 쓰는 것은 그 평균인 수 하나입니다.
    """
    loss = -np.sum(Y * _log_softmax(Z), axis=1)  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def loss_share_of_each_sample(Z, Y):
    """code: missing-sum
    en: The loss has shape {actual}: each sample's part of the mean, not yet added up. What is trained is one number.
    ko: 손실의 모양이 {actual}입니다. 샘플마다 평균에 보태는 몫이 하나씩 있고 아직 더하지 않았습니다. 학습에 쓰는 것은 수 하나입니다.
    """
    loss = -np.sum(Y * _log_softmax(Z), axis=1) / Z.shape[0]  # <-
    return loss, softmax_cross_entropy(Z, Y)[1]


def only_its_own_score(Z, Y):
    """code: missing-dot-term
    en: In dZ only the right class gets an error, and the others get 0. Raising another score takes probability away
      from the right class, since a row sums to 1: the other classes have a share too.
    ko: dZ에서 정답 클래스만 오차를 받고 나머지는 0입니다. 한 행의 합이 1이므로 다른 점수가 커지면 정답 클래스의 확률이 줄어듭니다. 다른 클래스의 몫도 있습니다.
    """
    P = _softmax(Z)
    dZ = -Y * (1 - P) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def error_times_probability(Z, Y):
    """code: missing-dot-term
    en: In dZ only the right class gets an error, the same for every sample. The slope of softmax has a second part:
      a row sums to 1, so each probability depends on every score of its sample.
    ko: dZ에서 정답 클래스만 오차를 받고, 그 값이 모든 샘플에서 같습니다. 소프트맥스의 기울기에는 둘째 부분이 있습니다. 한 행의 합이 1이므로 확률 하나가 그 샘플의 모든 점수에 달려 있습니다.
    """
    dZ = -Y / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def slope_once_more(Z, Y):
    """code: slope-twice
    en: In dZ the difference of probability and target is multiplied by P(1 − P) besides. That difference is the
      slope by the scores already: softmax and logarithm are both in it.
    ko: dZ에서 확률과 정답의 차에 P(1 − P)를 또 곱했습니다. 그 차가 이미 점수에 대한 기울기입니다. 소프트맥스와 로그가 그 안에 함께 들어 있습니다.
    """
    P = _softmax(Z)
    dZ = (P - Y) * P * (1 - P) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def slope_alone(Z, Y):
    """code: missing-delta
    en: dZ holds P(1 − P), a slope by itself: the targets have no part in it. What does a sample that is right
      already need to change?
    ko: dZ 값이 P(1 − P)입니다. 기울기만 있고 정답이 들어 있지 않습니다. 이미 맞힌 샘플은 무엇을 바꾸어야 합니까?
    """
    P = _softmax(Z)
    dZ = P * (1 - P) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def probabilities_alone(Z, Y):
    """code: missing-delta
    en: dZ holds the probabilities themselves, so each row pushes every score down. The targets have no part in it:
      where does a score have to go up?
    ko: dZ 값이 확률 그대로라서 행마다 모든 점수를 끌어내립니다. 정답이 들어 있지 않습니다. 올라가야 하는 점수는 어느 것입니까?
    """
    dZ = _softmax(Z) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def scores_for_probabilities(Z, Y):
    """code: missing-activation
    en: In dZ the targets are taken from the scores, not from the probabilities. Scores may be 1000; what does
      softmax make of them first?
    ko: dZ에서 정답을 확률이 아니라 점수에서 뺐습니다. 점수는 1000일 수도 있습니다. 소프트맥스가 먼저 이것을 무엇으로 바꿉니까?
    """
    dZ = (Z - Y) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def by_the_probabilities(Z, Y):
    """code: missing-activation-derivative
    en: What stands in dZ is the slope by the probabilities, −Y / P. It still has to go back through softmax to
      reach the scores.
    ko: dZ에 확률에 대한 기울기 −Y / P가 들어 있습니다. 점수에 이르려면 소프트맥스를 한 번 더 거슬러 가야 합니다.
    """
    dZ = -Y / _softmax(Z) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def by_the_probabilities_of_the_log(Z, Y):
    """code: missing-activation-derivative
    en: What stands in dZ is the slope by the log-probabilities, −Y. It still has to go back through softmax to
      reach the scores; where is the share of the wrong classes?
    ko: dZ에 로그 확률에 대한 기울기 −Y가 m으로 나누지 않은 채 들어 있습니다. 점수에 이르려면 소프트맥스를 거슬러 가야 합니다. 정답이 아닌 클래스의 몫은 어디에 있습니까?
    """
    dZ = -Y  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def decision_for_probability(Z, Y):
    """code: rounded-prediction
    en: dZ holds whole errors only, 0 or ±1 (over m): the decision for one class stands where its probability
      belongs. A sample that is right by a hair would say that nothing is to be learned.
    ko: dZ에 (m으로 나눈) 0과 ±1만 있습니다. 확률이 있어야 할 곳에 한 클래스로 정한 결과가 있습니다. 이렇게 하면 아슬아슬하게 맞힌 샘플에서 배울 것이 없다고 하게 됩니다.
    """
    decided = np.eye(Z.shape[1])[np.argmax(Z, axis=1)]  # <-
    dZ = (decided - Y) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def only_its_own_score_divided(Z, Y):
    """code: missing-dot-term
    en: In dZ only the right class gets an error, and where its probability became 0 there is nan. Raising another
      score takes probability away from the right class, since a row sums to 1: the other classes have a share too.
      And what is divided by P and multiplied by it again is better cancelled on paper.
    ko: dZ에서 정답 클래스만 오차를 받고, 그 확률이 0이 된 곳은 nan입니다. 한 행의 합이 1이므로 다른 점수가 커지면 정답 클래스의 확률이 줄어듭니다. 다른 클래스의 몫도 있습니다. P로
      나누고 다시 곱하는 것은 종이 위에서 먼저 지우는 것이 좋습니다.
    """
    P = _softmax(Z)
    dP = -Y / P / Z.shape[0]
    dZ = dP * P * (1 - P)  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def through_a_division(Z, Y):
    """code: non-finite
    en: dZ is nan where nothing is left of the right class's probability: it is divided by P and multiplied by it
      again. What is left when the two are cancelled on paper?
    ko: 정답 클래스의 확률이 0이 된 곳에서 dZ가 nan입니다. P로 나누고 다시 곱했습니다. 종이 위에서 먼저 지우면 무엇이 남습니까?
    """
    P = _softmax(Z)
    dP = -Y / P / Z.shape[0]  # <-
    dZ = P * (dP - np.sum(dP * P, axis=1, keepdims=True))  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ


def targets_added(Z, Y):
    """code: wrong-sign
    en: In dZ the targets are added to the probabilities. The score of the right class is to be pushed up, so Y is
      taken off.
    ko: dZ에서 확률에 Y를 더했습니다. 정답 클래스의 점수를 밀어 올려야 하므로 Y를 빼야 합니다.
    """
    dZ = (_softmax(Z) + Y) / Z.shape[0]  # <-
    return softmax_cross_entropy(Z, Y)[0], dZ
