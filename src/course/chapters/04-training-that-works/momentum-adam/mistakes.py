import numpy as np


def no_bias_correction(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The averages enter the step as they are. They started from 0 and are still too close to it in the
    first steps, and nothing makes up for that.
    ko: 두 이동 평균이 그대로 걸음에 쓰였습니다. 평균은 0에서 시작했으므로 처음 몇 걸음 동안은 0에 가깝습니다.
    그것을 바로잡는 계산이 없습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        vW_hat = vW
        vb_hat = vb
        W = W - learning_rate * mW / (np.sqrt(vW_hat) + eps)  # <-
        b = b - learning_rate * mb / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def first_moment_not_corrected(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the gradients enters the step as it is, the average of their squares is corrected.
    Both started from 0, so both are too small at first.
    ko: 제곱의 평균은 보정했는데 기울기의 평균은 그대로 걸음에 쓰였습니다. 둘 다 0에서 시작했으므로 처음에는 둘 다
    너무 작습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW  # <-
        mb_hat = mb  # <-
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)  # <-
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def second_moment_not_corrected(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the squares enters the step as it is, the average of the gradients is corrected. Both
    started from 0, so both are too small at first.
    ko: 기울기의 평균은 보정했는데 제곱의 평균은 그대로 걸음에 쓰였습니다. 둘 다 0에서 시작했으므로 처음에는 둘 다
    너무 작습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW  # <-
        vb_hat = vb  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta_squared(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The correction uses the same power of beta in every step: a square. How much of the zeros is left in
    the average depends on how many steps were made.
    ko: 보정에 쓴 beta의 거듭제곱이 걸음마다 같은 제곱입니다. 평균에 처음의 0이 얼마나 남아 있는지는 몇 걸음을
    갔는지에 따라 달라집니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**2)  # <-
        mb_hat = mb / (1 - beta1**2)  # <-
        vW_hat = vW / (1 - beta2**2)  # <-
        vb_hat = vb / (1 - beta2**2)  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta_without_power(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The correction divides by 1 − beta in every step. That is right in the first one only: the more
    steps were made, the less of the starting zeros is left in the average.
    ko: 모든 걸음에서 1 − beta로 나누어 보정했습니다. 그것은 첫걸음에서만 맞습니다. 걸음이 늘수록 평균에 남은
    처음의 0은 줄어듭니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1)  # <-
        mb_hat = mb / (1 - beta1)  # <-
        vW_hat = vW / (1 - beta2)  # <-
        vb_hat = vb / (1 - beta2)  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta2_corrects_first_moment(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the gradients is corrected with beta2. Each average has to be corrected with the
    factor that it was made with.
    ko: 기울기의 평균을 beta2로 보정했습니다. 평균은 저마다 그것을 만들 때 쓴 계수로 보정해야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta2**t)  # <-
        mb_hat = mb / (1 - beta2**t)  # <-
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta1_corrects_second_moment(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the squares is corrected with beta1. Each average has to be corrected with the factor
    that it was made with.
    ko: 제곱의 평균을 beta1로 보정했습니다. 평균은 저마다 그것을 만들 때 쓴 계수로 보정해야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta1**t)  # <-
        vb_hat = vb / (1 - beta1**t)  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def corrected_average_kept(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The corrected averages replaced the running ones. In the next step they are averaged on and
    corrected again; only the step itself should see the correction.
    ko: 보정한 값이 이동 평균을 덮어썼습니다. 다음 걸음에서 그 값에 이어서 평균하고 또 보정하게 됩니다. 보정은 그
    걸음에만 쓰여야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW = mW / (1 - beta1**t)  # <-
        mb = mb / (1 - beta1**t)  # <-
        vW = vW / (1 - beta2**t)  # <-
        vb = vb / (1 - beta2**t)  # <-
        W = W - learning_rate * mW / (np.sqrt(vW) + eps)
        b = b - learning_rate * mb / (np.sqrt(vb) + eps)

    return W, b, mW, mb, vW, vb


def count_per_tensor(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: step-count
    en: The number of the step grew once for W and once more for b. One step with two arrays is still one
    step; the corrections now see more steps than were made.
    ko: 걸음의 번호가 W에서 한 번, b에서 또 한 번 늘었습니다. 배열이 둘이어도 한 걸음은 한 걸음입니다. 지금은
    실제보다 더 많이 간 것처럼 보정됩니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = 2 * i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)  # <-
        mb_hat = mb / (1 - beta1 ** (t + 1))  # <-
        vW_hat = vW / (1 - beta2**t)  # <-
        vb_hat = vb / (1 - beta2 ** (t + 1))  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def count_one_ahead(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: step-count
    en: The correction is one step ahead: the first step is corrected as if it were the second.
    ko: 보정이 한 걸음 앞서 있습니다. 첫걸음이 둘째 걸음처럼 보정되었습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 2
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)  # <-
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)  # <-
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def second_moment_not_squared(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The second average is made of the gradients, not of their squares. It should say how large they are,
    whatever their sign.
    ko: 둘째 평균을 기울기의 제곱이 아니라 기울기로 만들었습니다. 이 평균은 부호와 상관없이 기울기가 얼마나 큰지를
    말해야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i]  # <-
        vb = beta2 * vb + (1 - beta2) * dbs[i]  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def square_of_first_moment(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The second average is made of the squares of the first average. It should be made of the squares of
    the gradients themselves.
    ko: 둘째 평균을 첫째 평균의 제곱으로 만들었습니다. 기울기 자체의 제곱으로 만들어야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * mW**2  # <-
        vb = beta2 * vb + (1 - beta2) * mb**2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def weights_swapped(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The weights of the averages stand the wrong way round: the new gradient gets beta and the old
    average 1 − beta. So the past is forgotten almost at once.
    ko: 평균의 두 계수가 서로 바뀌었습니다. 새 기울기에 beta, 지난 평균에 1 − beta가 곱해져서 과거를 거의
    바로 잊습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = (1 - beta1) * mW + beta1 * dWs[i]  # <-
        mb = (1 - beta1) * mb + beta1 * dbs[i]  # <-
        vW = (1 - beta2) * vW + beta2 * dWs[i] ** 2  # <-
        vb = (1 - beta2) * vb + beta2 * dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def first_weights_swapped(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The weights of the first average stand the wrong way round: the new gradient gets beta1 and the old
    average 1 − beta1.
    ko: 첫째 평균의 두 계수가 서로 바뀌었습니다. 새 기울기에 beta1, 지난 평균에 1 − beta1이
    곱해졌습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = (1 - beta1) * mW + beta1 * dWs[i]  # <-
        mb = (1 - beta1) * mb + beta1 * dbs[i]  # <-
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def betas_swapped(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: beta1 and beta2 have changed places: the average of the gradients was made with the factor that
    belongs to their squares.
    ko: beta1과 beta2의 자리가 바뀌었습니다. 기울기의 평균을 제곱의 평균에 쓰는 계수로 만들었습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta2 * mW + (1 - beta2) * dWs[i]  # <-
        mb = beta2 * mb + (1 - beta2) * dbs[i]  # <-
        vW = beta1 * vW + (1 - beta1) * dWs[i] ** 2  # <-
        vb = beta1 * vb + (1 - beta1) * dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta2**t)
        mb_hat = mb / (1 - beta2**t)
        vW_hat = vW / (1 - beta1**t)
        vb_hat = vb / (1 - beta1**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def betas_swapped_in_the_averages(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: beta1 and beta2 have changed places in the averages: the one of the gradients was made with the
    factor that belongs to their squares.
    ko: 평균에서 beta1과 beta2의 자리가 바뀌었습니다. 기울기의 평균을 제곱의 평균에 쓰는 계수로 만들었습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta2 * mW + (1 - beta2) * dWs[i]  # <-
        mb = beta2 * mb + (1 - beta2) * dbs[i]  # <-
        vW = beta1 * vW + (1 - beta1) * dWs[i] ** 2  # <-
        vb = beta1 * vb + (1 - beta1) * dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta1_in_second_moment(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The average of the squares was made with beta1. It has a factor of its own, for a longer memory.
    ko: 제곱의 평균을 beta1로 만들었습니다. 이 평균에는 더 오래 기억하기 위한 자기 계수가 따로 있습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta1 * vW + (1 - beta1) * dWs[i] ** 2  # <-
        vb = beta1 * vb + (1 - beta1) * dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def gradient_not_weighted(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The new gradient enters the first average whole, without 1 − beta1. The result is a sum of the past,
    several times as large as an average.
    ko: 새 기울기가 1 − beta1 없이 통째로 첫째 평균에 들어갔습니다. 그러면 평균보다 몇 배 큰, 지난 기울기의
    합이 됩니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + dWs[i]  # <-
        mb = beta1 * mb + dbs[i]  # <-
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def nothing_weighted(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The new gradients and their squares enter the averages whole, without 1 − beta. The results are sums
    of the past, several times as large as averages.
    ko: 새 기울기와 그 제곱이 1 − beta 없이 통째로 평균에 들어갔습니다. 그러면 평균보다 몇 배 큰, 지난
    값들의 합이 됩니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + dWs[i]  # <-
        mb = beta1 * mb + dbs[i]  # <-
        vW = beta2 * vW + dWs[i] ** 2  # <-
        vb = beta2 * vb + dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def second_moment_summed(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The squares are summed and never fade (as in AdaGrad). Here the second average forgets too, with
    beta2.
    ko: 제곱을 잊지 않고 계속 더했습니다(AdaGrad처럼). 여기서는 둘째 평균도 beta2로 과거를 잊어 갑니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = vW + dWs[i] ** 2  # <-
        vb = vb + dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def gradient_in_the_step(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The step goes along the last gradient itself; the average of the gradients was made and is not used.
    That is RMSprop: no momentum.
    ko: 걸음이 마지막 기울기 그대로를 따라갑니다. 기울기의 평균을 만들어 놓고 쓰지 않았습니다. 모멘텀이 없는
    RMSprop입니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * dWs[i] / (np.sqrt(vW_hat) + eps)  # <-
        b = b - learning_rate * dbs[i] / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def no_division(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The step is the learning rate times the average of the gradients: momentum alone. The average of the
    squares was made and is not used.
    ko: 걸음이 학습률과 기울기의 평균을 곱한 것뿐입니다. 모멘텀만 있고, 만들어 놓은 제곱의 평균은 쓰지 않았습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat  # <-
        b = b - learning_rate * mb_hat  # <-

    return W, b, mW, mb, vW, vb


def root_missing(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: missing-root
    en: The step is divided by the average of the squares without a root. A gradient over a square is not
    measured in the same unit as a gradient over its size.
    ko: 제곱의 평균에 제곱근을 취하지 않고 나누었습니다. 제곱으로 나누면 기울기를 그 크기로 나눈 것이 되지 않습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (vW_hat + eps)  # <-
        b = b - learning_rate * mb_hat / (vb_hat + eps)  # <-

    return W, b, mW, mb, vW, vb


def epsilon_in_root(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: epsilon-place
    en: eps stands under the root. In this exercise it is added to the root, and the two are not the same.
    ko: eps가 제곱근 안에 있습니다. 이 연습 문제에서는 제곱근을 구한 다음에 더하고, 둘의 값은 같지 않습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat + eps))  # <-
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat + eps))  # <-

    return W, b, mW, mb, vW, vb


def epsilon_missing(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: epsilon-place
    en: eps is nowhere in the step. It keeps the division safe where all gradients of an entry have been
    close to 0.
    ko: 걸음에 eps가 없습니다. eps는 어떤 원소의 기울기가 줄곧 0에 가까웠을 때 나눗셈을 안전하게 해 줍니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat))  # <-
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat))  # <-

    return W, b, mW, mb, vW, vb


def epsilon_outside(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: epsilon-place
    en: eps was added to the quotient, not to what it is divided by: a division comes before a sum where no
    brackets stand.
    ko: eps가 나누는 수가 아니라 몫에 더해졌습니다. 괄호가 없으면 덧셈보다 나눗셈이 먼저입니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / np.sqrt(vW_hat) + eps  # <-
        b = b - learning_rate * mb_hat / np.sqrt(vb_hat) + eps  # <-

    return W, b, mW, mb, vW, vb


def epsilon_before_correction(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: epsilon-place
    en: eps was added to the root of the average before that was corrected, so that the correction enlarges
    eps too.
    ko: 평균을 보정하기 전에 그 제곱근에 eps를 더했습니다. 그래서 eps까지 보정되어 커집니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / ((np.sqrt(vW) + eps) / np.sqrt(1 - beta2**t))  # <-
        b = b - learning_rate * mb_hat / ((np.sqrt(vb) + eps) / np.sqrt(1 - beta2**t))  # <-

    return W, b, mW, mb, vW, vb


def uphill(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: gradient-ascent
    en: The step is added. It goes along the gradient, uphill.
    ko: 걸음을 더했습니다. 기울기를 따라 오르막으로 갑니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W + learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)  # <-
        b = b + learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def no_learning_rate(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: learning-rate-ignored
    en: The learning rate has no part in the step: it is as long as with a rate of 1.
    ko: 걸음에 학습률이 들어 있지 않습니다. 학습률이 1일 때와 길이가 같습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - mW_hat / (np.sqrt(vW_hat) + eps)  # <-
        b = b - mb_hat / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def updated_once(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: not-updated
    en: W and b changed once, after all gradients had been averaged. Each gradient should be followed by a
    step of its own.
    ko: 모든 기울기를 평균한 다음에 W와 b를 한 번만 바꾸었습니다. 기울기 하나마다 한 걸음씩 가야 합니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)

    W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)  # <-
    b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)  # <-

    return W, b, mW, mb, vW, vb


def only_the_first(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: returned-too-early
    en: The function returned after the first gradient: the return stands inside the loop.
    ko: 첫 기울기만 쓰고 함수가 끝났습니다. return이 반복문 안에 있습니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)
        return W, b, mW, mb, vW, vb  # <-


def momentum_starts_with_gradient(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: The averages start from the first gradient instead of 0, and are corrected all the same. The
    correction is made for a start from 0.
    ko: 평균이 0이 아니라 첫 기울기에서 시작했는데 보정도 했습니다. 보정은 0에서 시작했을 때를 위한 것입니다.
    """
    mW, mb = dWs[0], dbs[0]  # <-
    vW, vb = dWs[0] ** 2, dbs[0] ** 2  # <-

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]  # <-
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2  # <-
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta2_without_power(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the squares was divided by 1 − beta2 in every step. That is right in the first one only: the
    more steps were made, the less of the starting zeros is left in it.
    ko: 모든 걸음에서 제곱의 평균을 1 − beta2로 나누어 보정했습니다. 그것은 첫걸음에서만 맞습니다. 걸음이 늘수록
    평균에 남은 처음의 0은 줄어듭니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2)  # <-
        vb_hat = vb / (1 - beta2)  # <-
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta1_without_power(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: bias-correction
    en: The average of the gradients was divided by 1 − beta1 in every step. That is right in the first one only: the
    more steps were made, the less of the starting zeros is left in it.
    ko: 모든 걸음에서 기울기의 평균을 1 − beta1로 나누어 보정했습니다. 그것은 첫걸음에서만 맞습니다. 걸음이 늘수록
    평균에 남은 처음의 0은 줄어듭니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta2) * dWs[i] ** 2
        vb = beta2 * vb + (1 - beta2) * dbs[i] ** 2

        mW_hat = mW / (1 - beta1)  # <-
        mb_hat = mb / (1 - beta1)  # <-
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb


def beta1_beside_the_square(W, b, dWs, dbs, learning_rate, beta1, beta2, eps):
    """code: moment-mixed
    en: In the average of the squares the old average gets beta2 and the new square 1 − beta1. The two belong
    together: beta2 and 1 − beta2.
    ko: 제곱의 평균에서 지난 평균에는 beta2를, 새 제곱에는 1 − beta1을 곱했습니다. beta2와 1 − beta2가 서로
    짝입니다.
    """
    mW, mb = np.zeros_like(W), np.zeros_like(b)
    vW, vb = np.zeros_like(W), np.zeros_like(b)

    for i in range(len(dWs)):
        t = i + 1
        mW = beta1 * mW + (1 - beta1) * dWs[i]
        mb = beta1 * mb + (1 - beta1) * dbs[i]
        vW = beta2 * vW + (1 - beta1) * dWs[i] ** 2  # <-
        vb = beta2 * vb + (1 - beta1) * dbs[i] ** 2  # <-

        mW_hat = mW / (1 - beta1**t)
        mb_hat = mb / (1 - beta1**t)
        vW_hat = vW / (1 - beta2**t)
        vb_hat = vb / (1 - beta2**t)
        W = W - learning_rate * mW_hat / (np.sqrt(vW_hat) + eps)
        b = b - learning_rate * mb_hat / (np.sqrt(vb_hat) + eps)

    return W, b, mW, mb, vW, vb
