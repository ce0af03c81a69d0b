import numpy as np


def not_carried(X, h0, Wx, Wh, b, dH):
    """code: one-step-only
    en: Each step received only the error of its own output. A state also works on all the later ones, and
    what comes back from the next step has to be added.
    ko: 각 시점이 자기 출력의 오차만 받았습니다. 상태는 뒤의 모든 시점에도 영향을 주므로, 다음 시점에서 되돌아온
    것을 더해야 합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t]  # <-
        dz = dh * (1 - H[t] ** 2)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def only_carried(X, h0, Wx, Wh, b, dH):
    """code: one-step-only
    en: The steps before the last received only what came back from the step after them. Each has an output
    of its own, and the error of that is to be added.
    ko: 마지막보다 앞선 시점들이 다음 시점에서 되돌아온 것만 받았습니다. 시점마다 자기 출력이 있으므로 그 오차도
    더해야 합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dh_next if t < T - 1 else dH[t]  # <-
        dz = dh * (1 - H[t] ** 2)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def last_step_only(X, h0, Wx, Wh, b, dH):
    """code: one-step-only
    en: The gradients hold the share of the last step alone. The same weights are used in every step, and
    the shares of all steps add up.
    ko: 기울기에 마지막 시점의 몫만 있습니다. 모든 시점이 같은 가중치를 쓰므로 모든 시점의 몫을 더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in [T - 1]:
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def last_written_wins(X, h0, Wx, Wh, b, dH):
    """code: missing-sum
    en: The gradients hold the share of the first step alone: going back, each step replaced what the one
    after it had left. The same weights are used in every step, and the shares add up.
    ko: 기울기에 첫 시점의 몫만 있습니다. 거슬러 가면서 시점마다 앞서 구한 것을 덮어썼습니다. 모든 시점이 같은
    가중치를 쓰므로 몫을 더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx = np.outer(X[t], dz)  # <-
        dWh = np.outer(before, dz)  # <-
        db = dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def bias_of_first_step(X, h0, Wx, Wh, b, dH):
    """code: missing-sum
    en: db holds the share of one step, the first. The bias is added in every step, and the shares add up.
    ko: db에 첫 시점의 몫만 있습니다. 편향은 모든 시점에서 더해지므로 몫을 더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db = dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def recurrent_of_first_step(X, h0, Wx, Wh, b, dH):
    """code: missing-sum
    en: dWh holds the share of one step, the first. These weights are used in every step, and the shares add
    up.
    ko: dWh에 첫 시점의 몫만 있습니다. 이 가중치는 모든 시점에서 쓰이므로 몫을 더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh = np.outer(before, dz)  # <-
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def input_of_first_step(X, h0, Wx, Wh, b, dH):
    """code: missing-sum
    en: dWx holds the share of one step, the first. These weights are used in every step, and the shares add
    up.
    ko: dWx에 첫 시점의 몫만 있습니다. 이 가중치는 모든 시점에서 쓰이므로 몫을 더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx = np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def averaged_over_time(X, h0, Wx, Wh, b, dH):
    """code: double-mean
    en: The gradients were divided by the number of steps. The loss is a sum over the steps: dH holds what
    each of them contributes, and the shares add up.
    ko: 기울기를 시점의 수로 나누었습니다. 손실은 시점에 대한 합입니다. dH에 시점마다의 몫이 들어 있고, 그 몫을
    더합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    dWx /= T  # <-
    dWh /= T  # <-
    db /= T  # <-
    return H, dh_next, dWx, dWh, db


def forward_in_time(X, h0, Wx, Wh, b, dH):
    """code: visiting-order
    en: The steps were visited from the first to the last. The error of a state comes from the step after
    it, so that one has to be done before.
    ko: 시점을 처음부터 끝으로 돌았습니다. 상태의 오차는 다음 시점에서 오므로 다음 시점을 먼저 계산해야 합니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in range(T):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next  # <-
        dz = dh * (1 - H[t] ** 2)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def same_state(X, h0, Wx, Wh, b, dH):
    """code: wrong-layer-input
    en: dWh was made with the state of the step itself. What met Wh in a step is the state that the step
    started from.
    ko: dWh를 그 시점의 상태로 만들었습니다. 그 시점에서 Wh와 만난 것은 시작할 때의 상태입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t]  # <-
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)  # <-
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def index_wraps_around(X, h0, Wx, Wh, b, dH):
    """code: first-step
    en: In the first step dWh met the last state: H[-1] is the last row, not the state before the first.
    ko: 첫 시점에서 dWh가 마지막 상태와 만났습니다. H[-1]은 첫 시점 이전의 상태가 아니라 마지막 행입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1]  # <-
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)  # <-
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def first_step_left_out(X, h0, Wx, Wh, b, dH):
    """code: first-step
    en: dWh lacks the share of the first step: there, too, a state met Wh, the one that the sequence started
    from.
    ko: dWh에 첫 시점의 몫이 없습니다. 첫 시점에서도 Wh와 만난 상태가 있습니다. 시퀀스가 시작한 상태입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else np.zeros_like(h0)  # <-
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)  # <-
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def first_step_skipped(X, h0, Wx, Wh, b, dH):
    """code: first-step
    en: The way back ended before the first step: its share is in none of the gradients.
    ko: 역전파가 첫 시점 앞에서 끝났습니다. 어느 기울기에도 첫 시점의 몫이 없습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in range(T - 1, 0, -1):  # <-
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_missing(X, h0, Wx, Wh, b, dH):
    """code: missing-activation-derivative
    en: The error was not taken through tanh: what reached the weights is the error of the state, not that
    of what went into tanh.
    ko: 오차가 tanh를 지나지 않았습니다. 가중치에 닿은 것이 tanh에 들어간 값의 오차가 아니라 상태의
    오차입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_without_square(X, h0, Wx, Wh, b, dH):
    """code: wrong-slope
    en: The slope of tanh was taken as 1 − h. It falls off on both sides of 0 alike.
    ko: tanh의 기울기를 1 − h로 구했습니다. tanh의 기울기는 0의 양쪽에서 똑같이 줄어듭니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t])  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_of_sigmoid(X, h0, Wx, Wh, b, dH):
    """code: wrong-slope
    en: The slope is that of the sigmoid, h(1 − h). The states here come out of tanh.
    ko: 시그모이드의 기울기 h(1 − h)를 썼습니다. 여기서 상태는 tanh를 지난 값입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * H[t] * (1 - H[t])  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_of_relu(X, h0, Wx, Wh, b, dH):
    """code: wrong-slope
    en: The slope is that of ReLU, 0 or 1. The states here come out of tanh.
    ko: ReLU의 기울기인 0과 1을 썼습니다. 여기서 상태는 tanh를 지난 값입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (H[t] > 0)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_of_slope(X, h0, Wx, Wh, b, dH):
    """code: wrong-slope
    en: tanh was applied to the state once more before the slope was taken. The state is the value of tanh
    already.
    ko: 기울기를 구하기 전에 상태에 tanh를 한 번 더 썼습니다. 상태가 이미 tanh의 값입니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - np.tanh(H[t]) ** 2)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def weights_not_transposed(X, h0, Wx, Wh, b, dH):
    """code: operand-order
    en: The error went to the step before through Wh as it is. Going back, it crosses each weight in the
    other direction.
    ko: 오차가 Wh를 그대로 지나 앞 시점으로 갔습니다. 거꾸로 갈 때는 각 가중치를 반대 방향으로 건넙니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next  # <-
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh)  # <-

    return H, dh_next, dWx, dWh, db


def weights_missing(X, h0, Wx, Wh, b, dH):
    """code: wrong-weights
    en: The error went to the step before without the weights between the states.
    ko: 오차가 상태 사이의 가중치를 지나지 않고 앞 시점으로 갔습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next  # <-
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = dz  # <-

    return H, dh_next, dWx, dWh, db


def carried_before_slope(X, h0, Wx, Wh, b, dH):
    """code: missing-activation-derivative
    en: What went to the step before is the error of the state, carried through Wh without the slope of
    tanh. The weights got it with the slope.
    ko: 앞 시점으로 간 것이 tanh의 기울기를 곱하지 않고 Wh만 지난 상태의 오차입니다. 가중치에는 기울기를 곱한
    것이 갔습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next  # <-
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dh, Wh.T)  # <-

    return H, dh_next, dWx, dWh, db


def h0_of_last_error(X, h0, Wx, Wh, b, dH):
    """code: wrong-return-value
    en: dh0 is the error of the first state. The state before it, h0, reaches that one through Wh and tanh.
    ko: dh0이 첫 상태의 오차입니다. 그 앞의 상태인 h0은 Wh와 tanh를 지나 첫 상태에 닿습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh, dWx, dWh, db  # <-


def h0_before_weights(X, h0, Wx, Wh, b, dH):
    """code: wrong-return-value
    en: dh0 is the error of what went into the first tanh. Between that and h0 stand the weights Wh.
    ko: dh0이 첫 tanh에 들어간 값의 오차입니다. 그것과 h0 사이에는 가중치 Wh가 있습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dz, dWx, dWh, db  # <-


def state_not_kept(X, h0, Wx, Wh, b, dH):
    """code: recurrence-missing
    en: Every step started from h0: the state of the step before was not handed on.
    ko: 모든 시점이 h0에서 시작했습니다. 앞 시점의 상태가 넘어오지 않았습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h0, Wh) + b)  # <-
        H[t] = h  # <-

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def no_recurrence(X, h0, Wx, Wh, b, dH):
    """code: recurrence-missing
    en: The states were made of the inputs alone: the state of the step before has no part in them.
    ko: 상태를 입력만으로 만들었습니다. 앞 시점의 상태가 들어 있지 않습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + b)  # <-
        H[t] = h  # <-

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def bias_missing(X, h0, Wx, Wh, b, dH):
    """code: missing-bias
    en: The states were made without the bias.
    ko: 상태를 편향 없이 만들었습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh))  # <-
        H[t] = h  # <-

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def tanh_missing(X, h0, Wx, Wh, b, dH):
    """code: missing-activation
    en: The states hold the sums themselves: tanh was not applied.
    ko: 상태에 합이 그대로 있습니다. tanh를 쓰지 않았습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.dot(X[t], Wx) + np.dot(h, Wh) + b  # <-
        H[t] = h  # <-

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def start_from_zeros(X, h0, Wx, Wh, b, dH):
    """code: first-step
    en: The sequence started from zeros, not from h0.
    ko: 시퀀스가 h0이 아니라 0에서 시작했습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = np.zeros(h0.shape)
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)  # <-
        H[t] = h  # <-

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(before, dz)
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def slope_before_tanh(X, h0, Wx, Wh, b, dH):
    """code: wrong-slope
    en: The slope was written with what went into tanh. The form 1 − h² holds for the state that came out of
    it.
    ko: 기울기를 tanh에 들어간 값으로 썼습니다. 1 − h² 꼴은 tanh에서 나온 상태로 쓸 때 맞습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    deltas = np.zeros(dH.shape)
    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        z = np.dot(X[t], Wx) + np.dot(before, Wh) + b
        dz = dh * (1 - z**2)  # <-
        deltas[t] = dz  # <-
        dWx += np.outer(X[t], dz)  # <-
        dWh += np.outer(before, dz)  # <-
        db += dz  # <-
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db


def recurrent_transposed(X, h0, Wx, Wh, b, dH):
    """code: transposed
    en: dWh is the transpose of the right array. As Wh is square, its shape does not tell.
    ko: dWh가 올바른 배열의 전치입니다. Wh가 정사각형이라 모양만 보아서는 알 수 없습니다.
    """
    T = len(X)
    H = np.zeros(dH.shape)
    h = h0
    for t in range(T):
        h = np.tanh(np.dot(X[t], Wx) + np.dot(h, Wh) + b)
        H[t] = h

    dWx = np.zeros(Wx.shape)
    dWh = np.zeros(Wh.shape)
    db = np.zeros(b.shape)
    dh_next = np.zeros(h0.shape)
    for t in reversed(range(T)):
        before = H[t - 1] if t > 0 else h0
        dh = dH[t] + dh_next
        dz = dh * (1 - H[t] ** 2)
        dWx += np.outer(X[t], dz)
        dWh += np.outer(dz, before)  # <-
        db += dz
        dh_next = np.dot(dz, Wh.T)

    return H, dh_next, dWx, dWh, db
