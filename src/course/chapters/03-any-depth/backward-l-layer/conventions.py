def twice(X, Y, Zs, As, Ws):
    """
    en: The gradients of the squared error as it is written, with the 2 of the square.
    ko: 제곱을 미분할 때 나오는 2를 둔, 적힌 그대로의 제곱 오차의 기울기입니다.
    """
    error = 2 * (As[-1] - Y)
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def through_the_output(X, Y, Zs, As, Ws):
    """
    en: The output's ReLU is differentiated too.
    ko: 출력의 ReLU도 미분했습니다.
    """
    error = (As[-1] - Y) * (Zs[-1] > 0)
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def twice_through_the_output(X, Y, Zs, As, Ws):
    """
    en: The exact gradients: with the 2 of the square and through the output's ReLU.
    ko: 정확한 기울기입니다. 제곱에서 나오는 2를 두고 출력의 ReLU도 미분했습니다.
    """
    error = 2 * (As[-1] - Y) * (Zs[-1] > 0)
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def mean_over_outputs(X, Y, Zs, As, Ws):
    """
    en: The mean is taken over samples and outputs: the gradients are those of half of np.mean of the squared error, up
      to the output's ReLU.
    ko: 샘플과 출력 모두에 대해 평균했습니다. 출력의 ReLU를 빼면 제곱 오차의 np.mean의 절반의 기울기입니다.
    """
    error = (As[-1] - Y) / Y.shape[1]
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def twice_mean_over_outputs(X, Y, Zs, As, Ws):
    """
    en: The mean is taken over samples and outputs, with the 2 of the square: the gradients are those of np.mean of
      the squared error, up to the output's ReLU.
    ko: 샘플과 출력 모두에 대해 평균했고 제곱에서 나오는 2를 두었습니다. 출력의 ReLU를 빼면 제곱 오차의 np.mean의 기울기입니다.
    """
    error = 2 * (As[-1] - Y) / Y.shape[1]
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def exact_mean_over_outputs(X, Y, Zs, As, Ws):
    """
    en: The exact gradients of np.mean of the squared error, over samples and outputs, through the output's ReLU.
    ko: 샘플과 출력에 대해 평균한 제곱 오차 np.mean의, 출력의 ReLU까지 미분한 정확한 기울기입니다.
    """
    error = 2 * (As[-1] - Y) * (Zs[-1] > 0) / Y.shape[1]
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)


def half_mean_through_the_output(X, Y, Zs, As, Ws):
    """
    en: The mean is taken over samples and outputs, and the output's ReLU is differentiated: the gradients are those of
      half of np.mean of the squared error.
    ko: 샘플과 출력 모두에 대해 평균했고 출력의 ReLU도 미분했습니다. 제곱 오차의 np.mean의 절반의 기울기입니다.
    """
    error = (As[-1] - Y) * (Zs[-1] > 0) / Y.shape[1]
    return backward_propagation(X, As[-1] - error, Zs, As, Ws)
