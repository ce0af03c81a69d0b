import numpy as np


def tanh_formula_given_z(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope1 fits 1 − Z1², which falls below −1 as Z1 grows; the slope of tanh lies between 0 and 1. The formula
      with the square is written for another array than Z1.
    ko: slope1이 1 − Z1²과 같아서 Z1이 커지면 −1보다도 작아집니다. tanh의 기울기는 0과 1 사이입니다. 제곱이 들어가는 식은 Z1이 아닌 다른 배열로 쓰는 식입니다.
    """
    slope1 = 1 - Z1**2  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_slope_at_a(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope1 is the slope of tanh at A1: tanh was applied once more to what has been through it already. The slope
      belongs at what went into tanh.
    ko: slope1이 A1에서 구한 tanh의 기울기입니다. 이미 tanh를 지난 값에 tanh를 한 번 더 적용했습니다. 기울기는 tanh에 들어간 값에서 구해야 합니다.
    """
    slope1 = 1 - np.tanh(A1) ** 2  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def sigmoid_formula_for_tanh(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope1 fits A(1 − A), the sigmoid's formula, with the values of tanh. It is negative where A1 is; but tanh
      rises everywhere.
    ko: slope1이 tanh 값에 시그모이드의 공식 A(1 − A)를 쓴 것과 같습니다. A1이 음수인 곳에서 음수인데, tanh는 어디서나 커집니다.
    """
    slope1 = A1 * (1 - A1)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def sigmoid_slope_for_tanh(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope1 is the slope of the sigmoid at Z1, which is never more than ¼. tanh is steepest at 0: how steep is it
      there?
    ko: slope1이 Z1에서의 시그모이드의 기울기라서 ¼을 넘지 못합니다. tanh는 0에서 가장 가파릅니다. 거기서 얼마나 가파릅니까?
    """
    s = 1 / (1 + np.exp(-Z1))
    slope1 = s * (1 - s)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def relu_slope_for_tanh(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope1 holds only 0 and 1, as the slope of ReLU would. tanh bends everywhere, so its slope takes every value
      in between.
    ko: slope1에 ReLU의 기울기처럼 0과 1만 있습니다. tanh는 어디서나 휘어 있으므로 기울기도 그 사이의 모든 값을 가집니다.
    """
    slope1 = np.where(Z1 > 0, 1.0, 0.0)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_square_forgotten(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope1 fits 1 − A1, which reaches 2 where Z1 is very negative. tanh is flat on both sides: its slope should
      be small there too.
    ko: slope1이 1 − A1과 같아서 Z1이 절댓값이 큰 음수이면 2에 가까워집니다. tanh는 양쪽에서 모두 평평합니다. 기울기는 거기서도 작아야 합니다.
    """
    slope1 = 1 - A1  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_square_around_everything(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope1 fits (1 − A1)², which reaches 4 where Z1 is very negative. tanh is flat on both sides: its slope
      should be small there too. What does the square belong to?
    ko: slope1이 (1 − A1)²과 같아서 Z1이 절댓값이 큰 음수이면 4에 가까워집니다. tanh는 양쪽에서 모두 평평합니다. 제곱은 무엇에 붙어야 합니까?
    """
    slope1 = (1 - A1) ** 2  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_plus_square(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope1 fits 1 + A1², which is largest where tanh is flattest. A slope is small where the curve is flat.
    ko: slope1이 1 + A1²과 같아서 tanh가 가장 평평한 곳에서 가장 큽니다. 곡선이 평평하면 기울기가 작아야 합니다.
    """
    slope1 = 1 + A1**2  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_square_alone(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope1 fits A1², which is 0 where tanh is steepest and nearly 1 where it is flat: just the other way round.
    ko: slope1이 A1²과 같아서 tanh가 가장 가파른 곳에서 0이고 평평한 곳에서 1에 가깝습니다. 정반대입니다.
    """
    slope1 = A1**2  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def one_over_cosh(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope1 fits 1 / cosh(Z1), which is too large everywhere but at 0. Compare at one entry with how much tanh
      moves for a small step of Z1.
    ko: slope1이 1 / cosh(Z1)과 같아서 0이 아닌 모든 곳에서 너무 큽니다. 원소 하나를 골라 Z1을 조금 움직일 때 tanh가 얼마나 움직이는지와 비교해 보세요.
    """
    slope1 = 1 / np.cosh(Z1)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def tanh_itself(Z1, A1, Z2, A2, Z3, A3):
    """code: activation-instead-of-derivative
    en: slope1 holds the values of tanh themselves. What is asked for is how much they grow when Z1 grows a little.
    ko: slope1이 tanh 값 그대로입니다. 필요한 것은 Z1이 조금 커질 때 그 값이 얼마나 커지는가입니다.
    """
    slope1 = np.tanh(Z1)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]


def relu_slope_for_leaky(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope2 is 0 where Z2 is negative, as for a plain ReLU. The leaky one still rises there, if only a little.
    ko: Z2가 음수인 곳에서 slope2가 보통의 ReLU처럼 0입니다. leaky ReLU는 거기서도 조금씩 커집니다.
    """
    slope2 = np.where(Z2 > 0, 1.0, 0.0)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def other_leak(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: Where Z2 is negative slope2 is 0.1: that is ten times this function's leak. How much does A2 change there
      when Z2 changes by 1?
    ko: Z2가 음수인 곳에서 slope2가 0.1로, 이 함수의 열 배입니다. 거기서 Z2가 1만큼 변하면 A2는 얼마나 변합니까?
    """
    slope2 = np.where(Z2 > 0, 1, 0.1)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leaky_sides_swapped(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope2 is 0.01 where Z2 is positive, and 1 where it is negative. On which side does the function rise as
      fast as Z2?
    ko: slope2가 Z2가 양수인 곳에서 0.01이고 음수인 곳에서 1입니다. 함수가 Z2만큼 빨리 커지는 쪽은 어느 쪽입니까?
    """
    slope2 = np.where(Z2 > 0, 0.01, 1)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leak_downhill(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: Where Z2 is negative slope2 is negative too. But from −2 to −1 the function grows: its values there are
      negative, its slope is not.
    ko: Z2가 음수인 곳에서 slope2도 음수입니다. 하지만 −2에서 −1로 갈 때 함숫값은 커집니다. 음수인 것은 값이지 기울기가 아닙니다.
    """
    slope2 = np.where(Z2 > 0, 1, -0.01)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leaky_values_below(Z1, A1, Z2, A2, Z3, A3):
    """code: activation-instead-of-derivative
    en: Where Z2 is negative slope2 is 0.01 times Z2: that is the function's value. A straight line has the same
      slope everywhere on it.
    ko: Z2가 음수인 곳에서 slope2가 0.01에 Z2를 곱한 값입니다. 그것은 함숫값입니다. 직선의 기울기는 어디서나 같습니다.
    """
    slope2 = np.where(Z2 > 0, 1, 0.01 * Z2)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leaky_values_above(Z1, A1, Z2, A2, Z3, A3):
    """code: activation-instead-of-derivative
    en: Where Z2 is positive slope2 is Z2 itself: that is the function's value. A straight line has the same slope
      everywhere on it.
    ko: Z2가 양수인 곳에서 slope2가 Z2 그대로입니다. 그것은 함숫값입니다. 직선의 기울기는 어디서나 같습니다.
    """
    slope2 = np.where(Z2 > 0, Z2, 0.01)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leaky_itself(Z1, A1, Z2, A2, Z3, A3):
    """code: activation-instead-of-derivative
    en: slope2 holds the values of the leaky ReLU themselves. What is asked for is how much they grow when Z2 grows
      a little.
    ko: slope2가 leaky ReLU 값 그대로입니다. 필요한 것은 Z2가 조금 커질 때 그 값이 얼마나 커지는가입니다.
    """
    slope2 = np.where(Z2 > 0, Z2, 0.01 * Z2)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def leaky_as_straight(Z1, A1, Z2, A2, Z3, A3):
    """code: missing-activation-derivative
    en: slope2 is 1 everywhere, as if there were no activation. Where Z2 is negative, A2 hardly moves when Z2 does.
    ko: slope2가 활성화 함수가 없는 것처럼 어디서나 1입니다. Z2가 음수인 곳에서는 Z2가 움직여도 A2가 거의 움직이지 않습니다.
    """
    slope2 = np.ones(Z2.shape)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def sigmoid_formula_given_z(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 fits Z3(1 − Z3), which is negative and large for large Z3; the slope of the sigmoid lies between 0
      and ¼. The formula is written for another array than Z3.
    ko: slope3이 Z3(1 − Z3)과 같아서 Z3이 크면 큰 음수가 됩니다. 시그모이드의 기울기는 0과 ¼ 사이입니다. 이 식은 Z3이 아닌 다른 배열로 쓰는 식입니다.
    """
    slope3 = Z3 * (1 - Z3)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_formula_given_both(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 fits A3(1 − Z3): one factor has what went into the sigmoid, the other what came out. The formula
      speaks of one array.
    ko: slope3이 A3(1 − Z3)과 같습니다. 한쪽에는 시그모이드에서 나온 값이, 다른 쪽에는 들어간 값이 있습니다. 이 식에는 한 배열만 나옵니다.
    """
    slope3 = A3 * (1 - Z3)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_slope_at_a(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 is the slope of the sigmoid at A3: the sigmoid was applied once more to what has been through it
      already. The slope belongs at what went into it.
    ko: slope3이 A3에서 구한 시그모이드의 기울기입니다. 이미 시그모이드를 지난 값에 시그모이드를 한 번 더 적용했습니다. 기울기는 시그모이드에 들어간 값에서 구해야 합니다.
    """
    s = 1 / (1 + np.exp(-A3))
    slope3 = s * (1 - s)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def tanh_formula_for_sigmoid(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 fits 1 − A², the formula of tanh, with the values of the sigmoid. It is nearly 1 where Z3 is very
      negative; but there the sigmoid is flat.
    ko: slope3이 시그모이드 값에 tanh의 공식 1 − A²을 쓴 것과 같습니다. Z3이 절댓값이 큰 음수이면 1에 가까운데, 거기서 시그모이드는 평평합니다.
    """
    slope3 = 1 - A3**2  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def tanh_slope_for_sigmoid(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 is the slope of tanh at Z3, which reaches 1. The sigmoid goes from 0 to 1, half the way of tanh and
      slower: how steep is it at 0?
    ko: slope3이 Z3에서의 tanh의 기울기라서 1까지 커집니다. 시그모이드는 0에서 1까지, tanh의 절반을 더 천천히 갑니다. 0에서 얼마나 가파릅니까?
    """
    slope3 = 1 - np.tanh(Z3) ** 2  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def relu_slope_for_sigmoid(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: slope3 holds only 0 and 1, as the slope of ReLU would. The sigmoid bends everywhere, and is never steeper
      than ¼.
    ko: slope3에 ReLU의 기울기처럼 0과 1만 있습니다. 시그모이드는 어디서나 휘어 있고 ¼보다 가파른 곳이 없습니다.
    """
    slope3 = np.where(Z3 > 0, 1.0, 0.0)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_one_factor(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope3 fits 1 − A3, which is nearly 1 where Z3 is very negative. There the sigmoid is flat: a factor is
      missing.
    ko: slope3이 1 − A3과 같아서 Z3이 절댓값이 큰 음수이면 1에 가깝습니다. 거기서 시그모이드는 평평합니다. 곱해야 할 것이 하나 빠졌습니다.
    """
    slope3 = 1 - A3  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_plus(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope3 fits A3(1 + A3), which is nearly 2 where Z3 is large. There the sigmoid is flat.
    ko: slope3이 A3(1 + A3)과 같아서 Z3이 크면 2에 가깝습니다. 거기서 시그모이드는 평평합니다.
    """
    slope3 = A3 * (1 + A3)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_squared(Z1, A1, Z2, A2, Z3, A3):
    """code: not-a-slope
    en: slope3 fits A3². The sigmoid is as flat on one side as on the other, so its slope should be alike on both:
      compare Z3 = 3 with Z3 = −3.
    ko: slope3이 A3²과 같습니다. 시그모이드는 양쪽에서 똑같이 평평합니다. Z3 = 3과 Z3 = −3에서의 값을 비교해 보세요.
    """
    slope3 = A3**2  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_itself(Z1, A1, Z2, A2, Z3, A3):
    """code: activation-instead-of-derivative
    en: slope3 holds the values of the sigmoid themselves. What is asked for is how much they grow when Z3 grows a
      little.
    ko: slope3이 시그모이드 값 그대로입니다. 필요한 것은 Z3이 조금 커질 때 그 값이 얼마나 커지는가입니다.
    """
    slope3 = 1 / (1 + np.exp(-Z3))  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def leaky_bound_at_one(Z1, A1, Z2, A2, Z3, A3):
    """code: wrong-slope
    en: Between 0 and 1 slope2 is 0.01 as on the left. Where does the function begin to rise as fast as Z2?
    ko: 0과 1 사이에서 slope2가 왼쪽처럼 0.01입니다. 함수는 어디서부터 Z2만큼 빨리 커집니까?
    """
    slope2 = np.where(Z2 > 1, 1, 0.01)  # <-
    s1, _, s3 = activation_slopes(Z1, A1, Z2, A2, Z3, A3)
    return s1, slope2, s3


def sigmoid_matrix_product(Z1, A1, Z2, A2, Z3, A3):
    """code: matrix-product
    en: slope3 has shape {actual}: a matrix product mixes samples or units. Each entry has a slope of its own, made
      of that entry alone.
    ko: slope3 모양이 {actual}입니다. 행렬 곱이 샘플이나 노드를 섞었습니다. 원소마다 자기 기울기가 있고, 그 원소만으로 구합니다.
    """
    slope3 = np.dot(A3.T, 1 - A3)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def sigmoid_matrix_product_of_samples(Z1, A1, Z2, A2, Z3, A3):
    """code: matrix-product
    en: slope3 has shape {actual}: a matrix product mixes samples or units. Each entry has a slope of its own, made
      of that entry alone.
    ko: slope3 모양이 {actual}입니다. 행렬 곱이 샘플이나 노드를 섞었습니다. 원소마다 자기 기울기가 있고, 그 원소만으로 구합니다.
    """
    slope3 = np.dot(A3, (1 - A3).T)  # <-
    return *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[:2], slope3


def tanh_matrix_product(Z1, A1, Z2, A2, Z3, A3):
    """code: matrix-product
    en: slope1 has shape {actual}: a matrix product mixes samples or units. Each entry has a slope of its own, made
      of that entry alone.
    ko: slope1 모양이 {actual}입니다. 행렬 곱이 샘플이나 노드를 섞었습니다. 원소마다 자기 기울기가 있고, 그 원소만으로 구합니다.
    """
    slope1 = 1 - np.dot(A1.T, A1)  # <-
    return slope1, *activation_slopes(Z1, A1, Z2, A2, Z3, A3)[1:]
