import numpy as np


def _but(at, value, x, w, b, dout):
    out, cache = affine_forward(x, w, b)
    results = [out, *affine_backward(dout, cache)]
    results[at] = value
    return tuple(results)


def bias_left_out(x, w, b, dout):
    """code: missing-bias
    en: out is the product alone: b has no part in it.
    ko: out이 곱뿐입니다. b가 들어 있지 않습니다.
    """
    out = np.dot(x, w)  # <-
    return _but(0, out, x, w, b, dout)


def relu_besides(x, w, b, dout):
    """code: wrong-activation
    en: out has no negative entries: an activation has been applied. This layer is the product and the bias alone;
      an activation is a layer of its own, with its own way back.
    ko: out에 음수가 없습니다. 활성화 함수를 적용했습니다. 이 층은 곱과 편향뿐입니다. 활성화 함수는 따로 하나의 층이고 되돌아가는 길도 따로 있습니다.
    """
    out = np.maximum(0, np.dot(x, w) + b)  # <-
    return _but(0, out, x, w, b, dout)


def dx_through_w_as_it_is(x, w, b, dout):
    """code: operand-order
    en: dx carries dout through w as it is. On the way forward w turned n_in numbers into n_out; on the way back
      n_out numbers have to become n_in.
    ko: dx에서 dout을 w 그대로에 곱했습니다. w는 순전파에서 n_in개의 수를 n_out개로 바꾸었습니다. 되돌아올 때는 n_out개의 수가 n_in개가 되어야 합니다.
    """
    dx = np.dot(dout, w)  # <-
    return _but(1, dx, x, w, b, dout)


def dx_over_samples(x, w, b, dout):
    """code: double-mean
    en: dx is divided by the number of samples. If the loss is a mean, its 1/m is in dout already; a layer only
      passes on what it is given.
    ko: dx를 샘플 수로 나누었습니다. 손실이 평균이라면 1/m은 이미 dout에 들어 있습니다. 층은 받은 것을 넘겨줄 뿐입니다.
    """
    dx = np.dot(dout, w.T) / x.shape[0]  # <-
    return _but(1, dx, x, w, b, dout)


def dx_with_a_slope(x, w, b, dout):
    """code: slope-without-activation
    en: dx is 0 where x is negative, as if ReLU's slope had been applied. There is no activation in this layer, so
      nothing may stop the error here.
    ko: x가 음수인 곳에서 dx가 0입니다. ReLU의 기울기를 곱한 것 같습니다. 이 층에는 활성화 함수가 없으니 오차를 막는 것도 없어야 합니다.
    """
    dx = np.dot(dout, w.T) * (x > 0)  # <-
    return _but(1, dx, x, w, b, dout)


def dx_with_the_slope_at_out(x, w, b, dout):
    """code: slope-without-activation
    en: dx fits an error that was stopped where out is negative, as ReLU's slope would do. There is no activation in
      this layer, so nothing may stop the error here.
    ko: out이 음수인 곳에서 오차를 막은 것과 같은 dx입니다. ReLU의 기울기를 곱한 것 같습니다. 이 층에는 활성화 함수가 없으니 오차를 막는 것도 없어야 합니다.
    """
    dx = np.dot(dout * (np.dot(x, w) + b > 0), w.T)  # <-
    return _but(1, dx, x, w, b, dout)


def dx_times_x(x, w, b, dout):
    """code: wrong-factor
    en: In dx the carried error is multiplied by x besides. The slope of x·w by x is w; x itself belongs to the
      slope by w.
    ko: dx에서 되돌아온 오차에 x를 또 곱했습니다. x·w를 x로 미분하면 w가 남습니다. x는 w로 미분할 때 남는 것입니다.
    """
    dx = np.dot(dout, w.T) * x  # <-
    return _but(1, dx, x, w, b, dout)


def dx_without_dout(x, w, b, dout):
    """code: missing-delta
    en: In dx every error counts as 1: the sums of w stand there, and dout has no part in them.
    ko: dx에서 모든 오차를 1로 셌습니다. w의 합이 들어 있고 dout은 들어 있지 않습니다.
    """
    dx = np.dot(np.ones(dout.shape), w.T)  # <-
    return _but(1, dx, x, w, b, dout)


def dw_over_samples(x, w, b, dout):
    """code: double-mean
    en: dw is divided by the number of samples. If the loss is a mean, its 1/m is in dout already, and dividing in
      every layer would divide again and again.
    ko: dw를 샘플 수로 나누었습니다. 손실이 평균이라면 1/m은 이미 dout에 들어 있습니다. 층마다 나누면 나누고 또 나누게 됩니다.
    """
    dw = np.dot(x.T, dout) / x.shape[0]  # <-
    return _but(2, dw, x, w, b, dout)


def dw_from_out(x, w, b, dout):
    """code: wrong-layer-input
    en: dw is made with out and has shape {actual}. In the product, w was multiplied by what came into the layer.
    ko: dw를 out으로 만들어서 모양이 {actual}입니다. 곱에서 w에 곱해진 것은 층에 들어온 값입니다.
    """
    dw = np.dot((np.dot(x, w) + b).T, dout)  # <-
    return _but(2, dw, x, w, b, dout)


def dw_with_out_for_the_error(x, w, b, dout):
    """code: missing-delta
    en: dw is made of x and out: the error dout has no part in it. However small the error is, this dw would be the
      same.
    ko: dw를 x와 out으로 만들었습니다. 오차 dout이 들어 있지 않습니다. 오차가 아무리 작아도 dw가 그대로일 것입니다.
    """
    dw = np.dot(x.T, np.dot(x, w) + b)  # <-
    return _but(2, dw, x, w, b, dout)


def dw_without_dout(x, w, b, dout):
    """code: missing-delta
    en: In dw every error counts as 1: the sums of x stand there, and dout has no part in them.
    ko: dw에서 모든 오차를 1로 셌습니다. x의 합이 들어 있고 dout은 들어 있지 않습니다.
    """
    dw = np.dot(x.T, np.ones(dout.shape))  # <-
    return _but(2, dw, x, w, b, dout)


def dw_of_the_error_carried_back(x, w, b, dout):
    """code: wrong-layer-input
    en: dw is made with dx, the error already carried back through w, and has shape {actual}. The error at out
      belongs there.
    ko: dw를 이미 w를 거쳐 되돌아온 dx로 만들어서 모양이 {actual}입니다. 거기에는 out의 오차가 있어야 합니다.
    """
    dx = np.dot(dout, w.T)
    dw = np.dot(x.T, dx)  # <-
    return _but(2, dw, x, w, b, dout)


def db_not_summed(x, w, b, dout):
    """code: missing-sum
    en: db has shape {actual}, an error for each sample. b has shape {expected}: the same row was added to every
      sample, so what each of them says has to come together.
    ko: db 모양이 {actual}입니다. 샘플마다 오차가 따로 있습니다. b의 모양은 {expected}입니다. 모든 샘플에 같은 행을 더했으니 샘플들의 몫도 한데 모여야 합니다.
    """
    db = dout * 1.0  # <-
    return _but(3, db, x, w, b, dout)


def dw_of_the_last_sample(x, w, b, dout):
    """code: missing-sum
    en: dw holds what the last sample says, and nothing of the others: each sample has replaced the one before.
    ko: dw에 마지막 샘플의 몫만 있습니다. 샘플마다 앞의 것을 덮어썼습니다.
    """
    dw = np.outer(x[-1], dout[-1])  # <-
    return _but(2, dw, x, w, b, dout)


def db_of_the_last_sample(x, w, b, dout):
    """code: missing-sum
    en: db holds what the last sample says, and nothing of the others: each sample has replaced the one before.
    ko: db에 마지막 샘플의 몫만 있습니다. 샘플마다 앞의 것을 덮어썼습니다.
    """
    db = dout[-1:] * 1.0  # <-
    return _but(3, db, x, w, b, dout)


def db_along_the_outputs(x, w, b, dout):
    """code: wrong-axis
    en: db has shape {actual}: the outputs of each sample were summed. Each output has a bias of its own, shared by
      all samples.
    ko: db 모양이 {actual}입니다. 샘플마다 출력을 더했습니다. 편향은 출력마다 하나씩 있고 모든 샘플이 함께 씁니다.
    """
    db = np.sum(dout, axis=1, keepdims=True)  # <-
    return _but(3, db, x, w, b, dout)


def db_along_the_outputs_flat(x, w, b, dout):
    """code: wrong-axis
    en: db has shape {actual}: the outputs of each sample were summed. Each output has a bias of its own, shared by
      all samples.
    ko: db 모양이 {actual}입니다. 샘플마다 출력을 더했습니다. 편향은 출력마다 하나씩 있고 모든 샘플이 함께 씁니다.
    """
    db = np.sum(dout, axis=1)  # <-
    return _but(3, db, x, w, b, dout)


def db_one_number(x, w, b, dout):
    """code: summed-everything
    en: db is a single number. Each output has a bias of its own, and so a gradient of its own.
    ko: db 값이 숫자 하나입니다. 출력마다 자기 편향이 있으니 기울기도 따로 있어야 합니다.
    """
    db = np.sum(dout)  # <-
    return _but(3, db, x, w, b, dout)


def db_averaged(x, w, b, dout):
    """code: double-mean
    en: db is the mean over the samples. If the loss is a mean, its 1/m is in dout already; here the samples are
      summed.
    ko: db가 샘플에 대한 평균입니다. 손실이 평균이라면 1/m은 이미 dout에 들어 있습니다. 여기서는 샘플을 더합니다.
    """
    db = np.mean(dout, axis=0, keepdims=True)  # <-
    return _but(3, db, x, w, b, dout)


def db_from_dw(x, w, b, dout):
    """code: missing-delta
    en: db is the sum of dw. A weight's gradient holds a factor x that the bias never met: b is added to out as it
      is.
    ko: db가 dw의 합입니다. 가중치의 기울기에는 편향과 만난 적이 없는 x가 곱해져 있습니다. b는 out에 그대로 더해집니다.
    """
    db = np.sum(np.dot(x.T, dout), axis=0, keepdims=True)  # <-
    return _but(3, db, x, w, b, dout)


def db_of_dx(x, w, b, dout):
    """code: missing-delta
    en: db is the sum of dx and has shape {actual}. The bias was added to out, so its error is the one at out,
      before it is carried back through w.
    ko: db가 dx의 합이라서 모양이 {actual}입니다. 편향은 out에 더해졌으니 w를 거쳐 되돌아가기 전, out의 오차를 더해야 합니다.
    """
    db = np.sum(np.dot(dout, w.T), axis=0, keepdims=True)  # <-
    return _but(3, db, x, w, b, dout)
