import numpy as np


def _f(x):
    u = x - 20000
    e = np.exp(30 * u - np.max(30 * u, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True) + 0.5 * u


def _moved(x, index, step):
    x = np.array(x)
    x[index] += step
    return x


def _differences(x, R, h):
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        numeric[index] = np.sum(R * (_f(_moved(x, index, h)) - _f(_moved(x, index, -h)))) / (2 * h)
    return numeric


def _with_error(numeric, dx):
    return numeric, np.max(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))


def ones_for_the_cotangent(x, dx, R):
    """code: cotangent-of-ones
    en: numeric is the slope of the plain sum of the outputs, as if R were all ones. Softmax sums to 1 whatever goes
      in, so this sum shows hardly anything of it: a wrong dx would pass, or a right one be called wrong.
    ko: numeric이 출력을 그냥 더한 것의 기울기입니다. R이 모두 1인 것과 같습니다. 소프트맥스는 무엇이 들어가든 합이 1이라서 이 합에는 소프트맥스가 거의 드러나지 않습니다. 틀린 dx가
      통과하거나 옳은 dx가 틀렸다고 나옵니다.
    """
    numeric = _differences(x, np.ones(R.shape), 1e-5)  # <-
    return _with_error(numeric, dx)


def mean_for_sum(x, dx, R):
    """code: wrong-mean
    en: numeric is the slope of the mean of R times f(x): every entry is too small by the number of entries. dx
      belongs to the sum.
    ko: numeric이 R과 f(x)의 곱을 평균한 것의 기울기라서 모든 원소가 원소 수만큼 작습니다. dx는 합의 기울기입니다.
    """
    numeric = _differences(x, R, 1e-5) / R.size  # <-
    return _with_error(numeric, dx)


def step_lost(x, dx, R):
    """code: step-too-small
    en: numeric is 0 everywhere: x + h was the same number as x. Near 20000 neighbouring numbers lie 4e-12 apart, in
      single precision 0.002. Look at the step, and at the type of the copy of x.
    ko: numeric이 모두 0입니다. x + h가 x와 같은 수였습니다. 20000 근처에서 이웃한 두 수는 4e-12, 단정밀도에서는 0.002만큼 떨어져 있습니다. h의 크기와 x를 복사한 배열의
      자료형을 살펴보세요.
    """
    numeric = np.zeros(x.shape)  # <-
    return _with_error(numeric, dx)


def step_1e8(x, dx, R):
    """code: step-too-small
    en: numeric is off by some constant factor: near 20000 neighbouring numbers lie 4e-12 apart, so that a step of
      1e-8 is rounded to a whole number of these. What was added is not what was divided by.
    ko: numeric에 일정한 배율의 오차가 있습니다. 20000 근처에서 이웃한 두 수는 4e-12만큼 떨어져 있어서 1e-8이라는 걸음은 그 정수배로 반올림됩니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    numeric = _differences(x, R, 1e-8)  # <-
    return _with_error(numeric, dx)


def step_1e9(x, dx, R):
    """code: step-too-small
    en: numeric is off by some constant factor: near 20000 neighbouring numbers lie 4e-12 apart, so that a step of
      1e-9 is rounded to a whole number of these. What was added is not what was divided by.
    ko: numeric에 일정한 배율의 오차가 있습니다. 20000 근처에서 이웃한 두 수는 4e-12만큼 떨어져 있어서 1e-9이라는 걸음은 그 정수배로 반올림됩니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    numeric = _differences(x, R, 1e-9)  # <-
    return _with_error(numeric, dx)


def step_1e10(x, dx, R):
    """code: step-too-small
    en: numeric is off by some constant factor: near 20000 neighbouring numbers lie 4e-12 apart, so that a step of
      1e-10 is rounded to a whole number of these. What was added is not what was divided by.
    ko: numeric에 일정한 배율의 오차가 있습니다. 20000 근처에서 이웃한 두 수는 4e-12만큼 떨어져 있어서 1e-10이라는 걸음은 그 정수배로 반올림됩니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    numeric = _differences(x, R, 1e-10)  # <-
    return _with_error(numeric, dx)


def step_1e11(x, dx, R):
    """code: step-too-small
    en: numeric is off by some constant factor: near 20000 neighbouring numbers lie 4e-12 apart, so that a step of
      1e-11 is rounded to a whole number of these. What was added is not what was divided by.
    ko: numeric에 일정한 배율의 오차가 있습니다. 20000 근처에서 이웃한 두 수는 4e-12만큼 떨어져 있어서 1e-11이라는 걸음은 그 정수배로 반올림됩니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    numeric = _differences(x, R, 1e-11)  # <-
    return _with_error(numeric, dx)


def one_sided_up_1e6(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, 1e-6)) - _f(x)
        numeric[index] = np.sum(R * difference) / 1e-6  # <-
    return _with_error(numeric, dx)


def one_sided_up_1e5(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, 1e-5)) - _f(x)
        numeric[index] = np.sum(R * difference) / 1e-5  # <-
    return _with_error(numeric, dx)


def one_sided_up_1e4(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, 1e-4)) - _f(x)
        numeric[index] = np.sum(R * difference) / 1e-4  # <-
    return _with_error(numeric, dx)


def one_sided_down_1e6(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, -1e-6)) - _f(x)
        numeric[index] = np.sum(R * difference) / -1e-6  # <-
    return _with_error(numeric, dx)


def one_sided_down_1e5(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, -1e-5)) - _f(x)
        numeric[index] = np.sum(R * difference) / -1e-5  # <-
    return _with_error(numeric, dx)


def one_sided_down_1e4(x, dx, R):
    """code: one-sided-difference
    en: Every entry of numeric is off by about h times the curvature: the slope is taken on one side of x only. With
      both sides, these errors cancel.
    ko: numeric의 원소마다 h에 휜 정도를 곱한 만큼 오차가 있습니다. x의 한쪽만 보고 기울기를 구했습니다. 양쪽을 보면 이 오차가 서로 지워집니다.
    """
    numeric = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, -1e-4)) - _f(x)
        numeric[index] = np.sum(R * difference) / -1e-4  # <-
    return _with_error(numeric, dx)


def not_divided_1e5(x, dx, R):
    """code: step-not-divided
    en: numeric holds the differences themselves. A slope is what changes for each unit of the step: how far apart
      are the two points?
    ko: numeric이 두 값의 차 그대로입니다. 기울기는 한 걸음의 단위마다 얼마나 변하는가입니다. 두 점은 얼마나 떨어져 있습니까?
    """
    numeric = _differences(x, R, 1e-5) * (2 * 1e-5)  # <-
    return _with_error(numeric, dx)


def not_divided_1e4(x, dx, R):
    """code: step-not-divided
    en: numeric holds the differences themselves. A slope is what changes for each unit of the step: how far apart
      are the two points?
    ko: numeric이 두 값의 차 그대로입니다. 기울기는 한 걸음의 단위마다 얼마나 변하는가입니다. 두 점은 얼마나 떨어져 있습니까?
    """
    numeric = _differences(x, R, 1e-4) * (2 * 1e-4)  # <-
    return _with_error(numeric, dx)


def not_divided_1e6(x, dx, R):
    """code: step-not-divided
    en: numeric holds the differences themselves. A slope is what changes for each unit of the step: how far apart
      are the two points?
    ko: numeric이 두 값의 차 그대로입니다. 기울기는 한 걸음의 단위마다 얼마나 변하는가입니다. 두 점은 얼마나 떨어져 있습니까?
    """
    numeric = _differences(x, R, 1e-6) * (2 * 1e-6)  # <-
    return _with_error(numeric, dx)


def divided_by_h(x, dx, R):
    """code: factor-two
    en: numeric is twice what it should be: the two points lie further apart than h.
    ko: numeric이 있어야 할 값의 두 배입니다. 두 점은 h보다 더 떨어져 있습니다.
    """
    numeric = 2 * _differences(x, R, 1e-5)  # <-
    return _with_error(numeric, dx)


def left_below(x, dx, R):
    """code: perturbation-not-restored
    en: The first entry of numeric is right and the others are a little off: entries that had their turn were left
      moved. Each has to be put back before the next.
    ko: numeric의 첫 원소는 맞고 나머지는 조금씩 틀립니다. 차례가 지난 원소가 움직인 채로 남아 있습니다. 다음 원소로 넘어가기 전에 되돌려야 합니다.
    """
    numeric, h = np.zeros(x.shape), 1e-5
    work = np.array(x)
    for index in np.ndindex(x.shape):
        work[index] += h
        above = np.sum(R * _f(work))
        work[index] -= 2 * h
        numeric[index] = (above - np.sum(R * _f(work))) / (2 * h)  # <-
    return _with_error(numeric, dx)


def all_entries_moved(x, dx, R):
    """code: perturbed-everything
    en: Every entry of numeric is made with all of x moved at once. To know what one entry does, the others have to
      stay where they are.
    ko: numeric의 모든 원소를 x 전체를 한꺼번에 움직여 구했습니다. 원소 하나가 하는 일을 알려면 나머지는 그대로 두어야 합니다.
    """
    h = 1e-5
    numeric = R * (_f(x + h) - _f(x - h)) / (2 * h)  # <-
    return _with_error(numeric, dx)


def all_entries_moved_one_number(x, dx, R):
    """code: perturbed-everything
    en: numeric holds one number everywhere: all of x was moved at once. To know what one entry does, the others
      have to stay where they are.
    ko: numeric의 원소가 모두 같은 수입니다. x 전체를 한꺼번에 움직였습니다. 원소 하나가 하는 일을 알려면 나머지는 그대로 두어야 합니다.
    """
    h = 1e-5
    slope = np.sum(R * (_f(x + h) - _f(x - h))) / (2 * h)
    numeric = np.full(x.shape, slope)  # <-
    return _with_error(numeric, dx)


def single_precision_1e3(x, dx, R):
    """code: single-precision
    en: numeric is right to one digit at best: x was copied into single precision, where neighbouring numbers near
      20000 lie 0.002 apart. What was added is not what was divided by.
    ko: numeric이 기껏해야 한 자리만 맞습니다. x를 단정밀도(float32)로 복사했는데, 20000 근처에서 이웃한 두 수가 0.002만큼 떨어져 있습니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    single = x.astype(np.float32)
    numeric, h = np.zeros(x.shape), 1e-3
    for index in np.ndindex(x.shape):
        difference = np.sum(R * _f(_moved(single, index, h))) - np.sum(R * _f(_moved(single, index, -h)))
        numeric[index] = difference / (2 * h)  # <-
    return _with_error(numeric, dx)


def single_precision_1e2(x, dx, R):
    """code: single-precision
    en: numeric is right to one digit at best: x was copied into single precision, where neighbouring numbers near
      20000 lie 0.002 apart. What was added is not what was divided by.
    ko: numeric이 기껏해야 한 자리만 맞습니다. x를 단정밀도(float32)로 복사했는데, 20000 근처에서 이웃한 두 수가 0.002만큼 떨어져 있습니다. 실제로 더한 것과 나눈 것이
      다릅니다.
    """
    single = x.astype(np.float32)
    numeric, h = np.zeros(x.shape), 1e-2
    for index in np.ndindex(x.shape):
        difference = np.sum(R * _f(_moved(single, index, h))) - np.sum(R * _f(_moved(single, index, -h)))
        numeric[index] = difference / (2 * h)  # <-
    return _with_error(numeric, dx)


def quotient_of_one_side(x, dx, R):
    """code: missing-parentheses
    en: Every entry of numeric is very large: only what stands last is divided by 2h, since a division comes before
      a subtraction. Put what belongs together into parentheses.
    ko: numeric의 원소가 모두 아주 큽니다. 나눗셈이 뺄셈보다 먼저라서 마지막 것만 2h로 나누었습니다. 먼저 계산할 것을 괄호로 묶으세요.
    """
    numeric, h = np.zeros(x.shape), 1e-5
    for index in np.ndindex(x.shape):
        above, below = np.sum(R * _f(_moved(x, index, h))), np.sum(R * _f(_moved(x, index, -h)))
        numeric[index] = above - below / (2 * h)  # <-
    return _with_error(numeric, dx)


def own_output_only(x, dx, R):
    """code: own-output-only
    en: Each entry of numeric looks only at the output in its own place. Through softmax an entry moves every output
      of its row, and all of them count.
    ko: numeric의 원소마다 같은 자리의 출력만 보았습니다. 소프트맥스에서는 원소 하나가 그 행의 모든 출력을 움직이고, 그것을 모두 세어야 합니다.
    """
    numeric, h = np.zeros(x.shape), 1e-5
    for index in np.ndindex(x.shape):
        difference = _f(_moved(x, index, h)) - _f(_moved(x, index, -h))
        numeric[index] = R[index] * difference[index] / (2 * h)  # <-
    return _with_error(numeric, dx)


def absolute(x, dx, R):
    """code: absolute-error
    en: error is an absolute difference. Gradients may all be small, as in a deep network, and then a wrong one
      passes; or all large, and rounding fails. Compare with how large the two are.
    ko: error가 절대적인 차입니다. 깊은 신경망에서처럼 기울기가 모두 작으면 틀린 것이 통과하고, 모두 크면 반올림 오차도 걸립니다. 두 값의 크기와 비교하세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.max(np.abs(dx - numeric))  # <-
    return numeric, error


def norms(x, dx, R):
    """code: error-over-everything
    en: error compares the two arrays as a whole, by their lengths. One small entry that is quite wrong disappears
      in that: here it is a fifth off. Look at the worst entry.
    ko: error가 두 배열을 통째로, 길이로 비교합니다. 아주 틀린 작은 원소 하나가 그 속에 묻힙니다. 여기서는 오분의 일이나 틀렸습니다. 가장 나쁜 원소를 보세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.linalg.norm(dx - numeric) / (np.linalg.norm(dx) + np.linalg.norm(numeric))  # <-
    return numeric, error


def norms_over_larger(x, dx, R):
    """code: error-over-everything
    en: error compares the two arrays as a whole, by their lengths. One small entry that is quite wrong disappears
      in that: here it is a fifth off. Look at the worst entry.
    ko: error가 두 배열을 통째로, 길이로 비교합니다. 아주 틀린 작은 원소 하나가 그 속에 묻힙니다. 여기서는 오분의 일이나 틀렸습니다. 가장 나쁜 원소를 보세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.linalg.norm(dx - numeric) / max(np.linalg.norm(dx), np.linalg.norm(numeric))  # <-
    return numeric, error


def averaged(x, dx, R):
    """code: error-over-everything
    en: error is the mean over all entries. The more entries are right, the less one wrong entry shows; look at the
      worst one.
    ko: error가 모든 원소의 평균입니다. 맞는 원소가 많을수록 틀린 원소 하나가 덜 드러납니다. 가장 나쁜 원소를 보세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.mean(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))  # <-
    return numeric, error


def summed(x, dx, R):
    """code: error-over-everything
    en: error is the sum over all entries, so that it grows with their number. Look at the worst one.
    ko: error가 모든 원소의 합이라서 원소가 많을수록 커집니다. 가장 나쁜 원소를 보세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.sum(np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric)))  # <-
    return numeric, error


def sign_kept(x, dx, R):
    """code: missing-absolute-value
    en: error lets an entry of dx that is too small count as negative, so that the largest is another one. Too small
      is as wrong as too large.
    ko: dx가 너무 작은 원소를 음수로 세어 다른 원소가 가장 큰 것이 되었습니다. 너무 작은 것도 너무 큰 것만큼 틀린 것입니다.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.max((dx - numeric) / (np.abs(dx) + np.abs(numeric)))  # <-
    return numeric, error


def over_numeric(x, dx, R):
    """code: wrong-denominator
    en: error is relative to numeric alone, and so about twice what is asked for. The two arrays enter alike: the
      sum of their sizes stands below.
    ko: error를 numeric만으로 나누어 있어야 할 값의 두 배쯤입니다. 두 배열은 똑같이 들어갑니다. 분모에는 두 크기의 합이 있습니다.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.max(np.abs(dx - numeric) / np.abs(numeric))  # <-
    return numeric, error


def over_dx(x, dx, R):
    """code: wrong-denominator
    en: error is not relative to both arrays, and so about twice what is asked for. The two arrays enter alike: the
      sum of their sizes stands below.
    ko: error를 두 배열이 아니라 하나로 나누어 있어야 할 값의 두 배쯤입니다. 두 배열은 똑같이 들어갑니다. 분모에는 두 크기의 합이 있습니다.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.max(np.abs(dx - numeric) / np.abs(dx))  # <-
    return numeric, error


def each_entry(x, dx, R):
    """code: wrong-shape
    en: error has shape {actual}, one for each entry. A check says one number: the worst.
    ko: error의 모양이 {actual}로, 원소마다 하나씩입니다. 검사는 수 하나, 가장 나쁜 것을 말합니다.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.abs(dx - numeric) / (np.abs(dx) + np.abs(numeric))  # <-
    return numeric, error


def over_size_of_sum(x, dx, R):
    """code: wrong-denominator
    en: Below stands the size of a sum, not the sum of two sizes. Where dx has the wrong sign the two nearly cancel in
      it, and error becomes as large as you like: take the size of each first.
    ko: 분모가 두 크기의 합이 아니라 합의 크기입니다. dx의 부호가 틀린 곳에서는 둘이 거의 지워져서 error가 얼마든지 커집니다. 절댓값을 따로 구한 뒤에 더하세요.
    """
    numeric = _differences(x, R, 1e-5)
    error = np.max(np.abs(dx - numeric) / np.abs(dx + numeric))  # <-
    return numeric, error
