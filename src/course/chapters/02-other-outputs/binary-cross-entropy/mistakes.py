import numpy as np


def log_of_zero(Z, Y):
    """code: non-finite
    en: The loss is infinite where Z is 60 and the target 0: there the sigmoid is exactly 1 in floating point, 1 − A
      is 0, and the logarithm of 0 was taken. The right loss of that sample is 60. Can it be written with Z, without
      A?
    ko: Z가 60이고 정답이 0인 곳에서 손실이 무한대입니다. 거기서 시그모이드는 부동소수점 계산에서 정확히 1이 되고 1 − A가 0이라서 0의 로그를 구했습니다. 그 샘플의 올바른 손실은 60입니다. A 없이
      Z로 쓸 수 있겠습니까?
    """
    A = 1 / (1 + np.exp(-Z))
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def log_of_zero_without_the_minus(Z, Y):
    """code: non-finite
    en: The loss is minus infinity: where Z is 60 and the target 0, 1 − A is exactly 0 in floating point, and its
      logarithm was added. A loss is never negative, and that of this sample is 60.
    ko: 손실이 음의 무한대입니다. Z가 60이고 정답이 0인 곳에서 1 − A가 부동소수점 계산에서 정확히 0이 되고, 그 로그를 더했습니다. 손실은 음수가 될 수 없고 이 샘플의 손실은 60입니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e15(Z, Y):
    """code: clipped
    en: The loss stops growing at 35, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 35에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-15) + (1 - Y) * np.log(1 - A + 1e-15)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e15(Z, Y):
    """code: clipped
    en: The loss stops growing at 35, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 35에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-15, 1 - 1e-15)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e12(Z, Y):
    """code: clipped
    en: The loss stops growing at 28, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 28에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-12) + (1 - Y) * np.log(1 - A + 1e-12)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e12(Z, Y):
    """code: clipped
    en: The loss stops growing at 28, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 28에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-12, 1 - 1e-12)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e10(Z, Y):
    """code: clipped
    en: The loss stops growing at 23, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 23에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-10) + (1 - Y) * np.log(1 - A + 1e-10)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e10(Z, Y):
    """code: clipped
    en: The loss stops growing at 23, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 23에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-10, 1 - 1e-10)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e9(Z, Y):
    """code: clipped
    en: The loss stops growing at 21, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 21에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-9) + (1 - Y) * np.log(1 - A + 1e-9)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e9(Z, Y):
    """code: clipped
    en: The loss stops growing at 21, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 21에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-9, 1 - 1e-9)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e8(Z, Y):
    """code: clipped
    en: The loss stops growing at 18, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 18에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e8(Z, Y):
    """code: clipped
    en: The loss stops growing at 18, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 18에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-8, 1 - 1e-8)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def added_1e7(Z, Y):
    """code: clipped
    en: The loss stops growing at 16, because of the small number that is added inside the logarithm: a sample with
      Z = 60 and target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 로그 안에 더한 작은 수 때문에 손실이 16에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = -np.sum(Y * np.log(A + 1e-7) + (1 - Y) * np.log(1 - A + 1e-7)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def bounded_1e7(Z, Y):
    """code: clipped
    en: The loss stops growing at 16, because the probability is kept away from 0 and 1: a sample with Z = 60 and
      target 0 costs 60. How wrong such a sample is gets lost, and dZ is the slope of another loss.
    ko: 확률이 0과 1에 닿지 않게 잘라서 손실이 16에서 더 커지지 않습니다. Z = 60이고 정답이 0인 샘플의 손실은 60입니다. 얼마나 틀렸는지가 사라지고, dZ는 다른 손실의 기울기가 됩니다.
    """
    A = np.clip(1 / (1 + np.exp(-Z)), 1e-7, 1 - 1e-7)  # <-
    loss = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def only_the_ones(Z, Y):
    """code: loss-term-missing
    en: The loss is 0 for every sample with target 0, whatever is predicted there. Each kind of sample needs a term
      of its own.
    ko: 정답이 0인 샘플에서는 무엇을 예측하든 손실이 0입니다. 두 종류의 샘플에는 저마다의 항이 있어야 합니다.
    """
    losses = Y * np.logaddexp(0, -Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def only_the_zeros(Z, Y):
    """code: loss-term-missing
    en: The loss is 0 for every sample with target 1, whatever is predicted there. Each kind of sample needs a term
      of its own.
    ko: 정답이 1인 샘플에서는 무엇을 예측하든 손실이 0입니다. 두 종류의 샘플에는 저마다의 항이 있어야 합니다.
    """
    losses = (1 - Y) * np.logaddexp(0, Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def targets_left_out(Z, Y):
    """code: loss-term-missing
    en: The loss treats every sample as if its target were 0: only the term without Y is there. What does a sample
      with target 1 cost when Z is large?
    ko: 모든 샘플의 정답이 0인 것처럼 손실을 구했습니다. Y가 없는 항만 있습니다. 정답이 1인 샘플은 Z가 클 때 손실이 얼마여야 합니까?
    """
    losses = np.logaddexp(0, Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def terms_subtracted(Z, Y):
    """code: loss-term-sign
    en: In the loss one of the two terms has the opposite sign: samples of one kind lower it by being wrong. Try one
      sample with target 1 and one with target 0: both should cost something.
    ko: 손실의 두 항 가운데 하나의 부호가 반대입니다. 한쪽 샘플은 틀릴수록 손실을 줄입니다. 정답이 1인 샘플과 0인 샘플을 하나씩 계산해 보세요. 둘 다 손실이 양수여야 합니다.
    """
    losses = Y * np.logaddexp(0, -Z) - (1 - Y) * np.logaddexp(0, Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def terms_subtracted_the_other_way(Z, Y):
    """code: loss-term-sign
    en: In the loss one of the two terms has the opposite sign: samples of one kind lower it by being wrong. Try one
      sample with target 1 and one with target 0: both should cost something.
    ko: 손실의 두 항 가운데 하나의 부호가 반대입니다. 한쪽 샘플은 틀릴수록 손실을 줄입니다. 정답이 1인 샘플과 0인 샘플을 하나씩 계산해 보세요. 둘 다 손실이 양수여야 합니다.
    """
    losses = (1 - Y) * np.logaddexp(0, Z) - Y * np.logaddexp(0, -Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def product_added(Z, Y):
    """code: loss-term-sign
    en: The loss grows with Z where the target is 1, twice as fast as where it is 0: the product of target and score
      has the opposite sign. A high score is just right for a target of 1.
    ko: 정답이 1인 곳에서 손실이 Z와 함께 커지고, 정답이 0인 곳보다 두 배 빠릅니다. 정답과 점수의 곱에 붙은 부호가 반대입니다. 정답이 1이면 점수가 높을수록 좋습니다.
    """
    losses = np.logaddexp(0, Z) + Y * Z  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def targets_swapped(Z, Y):
    """code: log-of-wrong-argument
    en: The loss is small where the prediction is wrong and large where it is right: the samples with target 1 have
      the term of those with target 0, and the reverse. Which of A and 1 − A should be near 1 when the target is 1?
    ko: 예측이 틀린 곳에서 손실이 작고 맞은 곳에서 큽니다. 정답이 1인 샘플과 0인 샘플의 항이 서로 바뀌었습니다. 정답이 1이면 A와 1 − A 가운데 어느 것이 1에 가까워야 합니까?
    """
    losses = (1 - Y) * np.logaddexp(0, -Z) + Y * np.logaddexp(0, Z)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def half_of_the_loss(Z, Y):
    """code: factor-two
    en: The loss is half of what it should be, and dZ is not: the two do not belong together. A ½ is of use where a
      square is differentiated; here there is none.
    ko: 손실은 절반인데 dZ는 그렇지 않아 둘이 서로 맞지 않습니다. ½은 제곱을 미분할 때 쓸모가 있습니다. 여기에는 제곱이 없습니다.
    """
    loss, dZ = binary_cross_entropy(Z, Y)
    loss = loss / 2  # <-
    return loss, dZ


def squared_error(Z, Y):
    """code: other-loss
    en: The loss is the mean squared error of the sigmoid. dZ would not be its gradient: a square lets a sample cost
      1 at most, however sure it is of a wrong answer.
    ko: 손실이 시그모이드의 평균 제곱 오차입니다. dZ는 이것의 기울기가 아닙니다. 제곱을 쓰면 틀린 답을 아무리 확신해도 한 샘플의 손실이 1을 넘지 못합니다.
    """
    A = 1 / (1 + np.exp(-Z))
    losses = (A - Y) ** 2  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def half_squared_error(Z, Y):
    """code: other-loss
    en: The loss is half the mean squared error of the sigmoid. dZ would not be its gradient: a square lets a sample
      cost ½ at most, however sure it is of a wrong answer.
    ko: 손실이 시그모이드의 평균 제곱 오차의 절반입니다. dZ는 이것의 기울기가 아닙니다. 제곱을 쓰면 틀린 답을 아무리 확신해도 한 샘플의 손실이 ½을 넘지 못합니다.
    """
    A = 1 / (1 + np.exp(-Z))
    loss = np.sum((A - Y) ** 2) / (2 * Z.shape[0])  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def loss_of_each_sample(Z, Y):
    """code: missing-sum
    en: The loss has shape {actual}: a number for each sample. What is trained is one number, their mean.
    ko: 손실의 모양이 {actual}입니다. 샘플마다 하나씩 있습니다. 학습에 쓰는 것은 그 평균인 수 하나입니다.
    """
    loss = np.logaddexp(0, Z) - Y * Z  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def loss_share_of_each_sample(Z, Y):
    """code: missing-sum
    en: The loss has shape {actual}: each sample's part of the mean, not yet added up. What is trained is one number.
    ko: 손실의 모양이 {actual}입니다. 샘플마다 평균에 보태는 몫이 하나씩 있고 아직 더하지 않았습니다. 학습에 쓰는 것은 수 하나입니다.
    """
    loss = (np.logaddexp(0, Z) - Y * Z) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def every_sample_with_every_target(Z, Y):
    """code: broadcast-blowup
    en: {target} has shape {actual}: every sample's output met every sample's target. Outputs (m, 1) and targets
      (m,) spread over each other. A sample belongs to its own target alone.
    ko: {target} 모양이 {actual}입니다. 모든 샘플의 출력이 모든 샘플의 정답과 만났습니다. (m, 1)인 출력과 (m,)인 정답이 서로 펼쳐졌습니다. 샘플은 자기 정답하고만 만나야
      합니다.
    """
    A = 1 / (1 + np.exp(-Z))
    dZ = (A - Y.ravel()) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def every_sample_with_every_target_in_the_loss(Z, Y):
    """code: broadcast-blowup
    en: The loss is {ratio} times what it should be: every sample's score met every sample's target, since scores
      (m, 1) and targets (m,) spread over each other to (m, m). A sample belongs to its own target alone.
    ko: 손실이 올바른 값의 {ratio}배입니다. (m, 1)인 점수와 (m,)인 정답이 서로 펼쳐져 (m, m)이 되면서 모든 샘플의 점수가 모든 샘플의 정답과 만났습니다. 샘플은 자기 정답하고만
      만나야 합니다.
    """
    losses = np.logaddexp(0, Z) - Y.ravel() * Z  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def slope_once_more(Z, Y):
    """code: slope-twice
    en: In dZ the difference of output and target is multiplied by A(1 − A) besides. By Z, the loss has the slope A
      − Y already: that of the logarithm and that of the sigmoid are both in it.
    ko: dZ에서 출력과 정답의 차에 A(1 − A)를 또 곱했습니다. 손실을 Z로 미분하면 이미 A − Y입니다. 로그의 기울기와 시그모이드의 기울기가 그 안에 함께 들어 있습니다.
    """
    A = 1 / (1 + np.exp(-Z))
    dZ = (A - Y) * A * (1 - A) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def by_a(Z, Y):
    """code: missing-activation-derivative
    en: What stands in dZ is the slope by A. To reach Z it still has to go back through the sigmoid.
    ko: dZ에 A에 대한 기울기가 들어 있습니다. Z에 이르려면 시그모이드를 한 번 더 거슬러 가야 합니다.
    """
    A = 1 / (1 + np.exp(-Z))
    dZ = (A - Y) / (A * (1 - A)) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def through_a_division(Z, Y):
    """code: non-finite
    en: dZ is nan where Z is 60: there A(1 − A) is exactly 0 in floating point, and dZ is divided by it and
      multiplied by it again. What is left when the two are cancelled on paper?
    ko: Z가 60인 곳에서 dZ가 nan입니다. 거기서 A(1 − A)는 부동소수점 계산에서 정확히 0인데 이것으로 나누고 다시 곱했습니다. 종이 위에서 먼저 지우면 무엇이 남습니까?
    """
    A = 1 / (1 + np.exp(-Z))
    dA = (A - Y) / (A * (1 - A)) / Z.shape[0]  # <-
    dZ = dA * A * (1 - A)  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def slope_alone(Z, Y):
    """code: missing-delta
    en: dZ holds A(1 − A), the sigmoid's slope by itself: the targets have no part in it.
    ko: dZ 값이 A(1 − A)입니다. 시그모이드의 기울기만 있고 정답이 들어 있지 않습니다.
    """
    A = 1 / (1 + np.exp(-Z))
    dZ = A * (1 - A) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def output_alone(Z, Y):
    """code: missing-delta
    en: dZ holds the outputs themselves, so it pulls every score down. The targets have no part in it: which scores
      have to go up?
    ko: dZ 값이 출력 그대로라서 모든 점수를 끌어내립니다. 정답이 들어 있지 않습니다. 올라가야 하는 점수는 어느 것입니까?
    """
    A = 1 / (1 + np.exp(-Z))
    dZ = A / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def loss_for_gradient(Z, Y):
    """code: loss-for-gradient
    en: dZ holds each sample's loss, which is never negative. What is asked for is how the loss changes with Z:
      where the score is too low, that is negative.
    ko: dZ 값이 샘플마다의 손실이라 음수가 없습니다. 필요한 것은 Z에 따라 손실이 어떻게 변하는가입니다. 점수가 너무 낮은 곳에서는 음수입니다.
    """
    dZ = (np.logaddexp(0, Z) - Y * Z) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def score_for_probability(Z, Y):
    """code: missing-activation
    en: In dZ the targets are taken from the scores, not from the probabilities. A score may be 60; what does the
      sigmoid make of it first?
    ko: dZ에서 정답을 확률이 아니라 점수에서 뺐습니다. 점수는 60일 수도 있습니다. 시그모이드가 먼저 이것을 무엇으로 바꿉니까?
    """
    dZ = (Z - Y) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def sigmoid_upside_down(Z, Y):
    """code: wrong-activation
    en: Where Z is large, dZ fits an output near 0, and where Z is small one near 1: the sigmoid falls where it
      should rise. What is its value at Z = 60?
    ko: Z가 크면 출력이 0에 가깝고 Z가 작으면 1에 가까울 때의 dZ입니다. 시그모이드가 커져야 할 곳에서 작아집니다. Z = 60에서 그 값은 얼마여야 합니까?
    """
    A = 1 / (1 + np.exp(Z))  # <-
    dZ = (A - Y) / Z.shape[0]
    return binary_cross_entropy(Z, Y)[0], dZ


def decision_for_probability(Z, Y):
    """code: rounded-prediction
    en: dZ holds whole errors only, 0 or ±1 (over m): the decision stands where the probability belongs. A sample
      that is right by a hair would say that nothing is to be learned.
    ko: dZ에 (m으로 나눈) 0과 ±1만 있습니다. 확률이 있어야 할 곳에 0 아니면 1로 정한 결과가 있습니다. 이렇게 하면 아슬아슬하게 맞힌 샘플에서 배울 것이 없다고 하게 됩니다.
    """
    A = (Z > 0).astype(float)  # <-
    dZ = (A - Y) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ


def absolute_error(Z, Y):
    """code: other-loss
    en: The loss is the mean distance of the sigmoid from the target. dZ would not be its gradient: a distance lets
      a sample cost 1 at most, however sure it is of a wrong answer.
    ko: 손실이 시그모이드와 정답의 거리를 평균한 것입니다. dZ는 이것의 기울기가 아닙니다. 거리를 쓰면 틀린 답을 아무리 확신해도 한 샘플의 손실이 1을 넘지 못합니다.
    """
    A = 1 / (1 + np.exp(-Z))
    losses = np.abs(A - Y)  # <-
    loss = np.sum(losses) / Z.shape[0]  # <-
    return loss, binary_cross_entropy(Z, Y)[1]


def mean_error_for_all(Z, Y):
    """code: missing-delta
    en: dZ holds one number for all samples, the mean error. Each sample has an error of its own; a mean is taken of
      the losses, not of the errors.
    ko: dZ에서 모든 샘플의 값이 오차의 평균 하나로 같습니다. 샘플마다 자기 오차가 있습니다. 평균하는 것은 손실이지 오차가 아닙니다.
    """
    A = 1 / (1 + np.exp(-Z))
    error = np.mean(A - Y)  # <-
    dZ = np.full(Z.shape, error)
    return binary_cross_entropy(Z, Y)[0], dZ


def target_added(Z, Y):
    """code: wrong-sign
    en: In dZ the target is added to the probability. Where the target is 1 the score is to be pushed up, so Y is
      taken off.
    ko: dZ에서 확률에 Y를 더했습니다. 정답이 1이면 점수를 밀어 올려야 하므로 Y를 빼야 합니다.
    """
    dZ = (1 / (1 + np.exp(-Z)) + Y) / Z.shape[0]  # <-
    return binary_cross_entropy(Z, Y)[0], dZ
