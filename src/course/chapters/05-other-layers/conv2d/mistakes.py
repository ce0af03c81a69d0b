import numpy as np


def stride_ignored(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: The kernel moved on by one place each time, forward and back. With a stride it moves on by more, and
    touches other parts of x.
    ko: 순전파에서도 역전파에서도 커널이 한 칸씩 움직였습니다. 스트라이드가 있으면 더 멀리 움직여 x의 다른 곳을
    덮습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    unbiased = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i, i + kh)
            cols = slice(j, j + kw)
            patch = padded[rows, cols]  # <-
            unbiased[i, j] = np.sum(patch * K)  # <-
            out[i, j] = np.sum(patch * K) + b  # <-
            dK += dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def stride_ignored_backward(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: On the way back the kernel moved on by one place each time, on the way forward by the stride. What
    came from a place has to go back to that place.
    ko: 순전파에서는 스트라이드만큼, 역전파에서는 한 칸씩 커널을 움직였습니다. 어떤 자리에서 온 것은 그 자리로
    되돌아가야 합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * padded[i : i + kh, j : j + kw]  # <-
            d_padded[i : i + kh, j : j + kw] += dout[i, j] * K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def stride_ignored_in_dx(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: In dx the kernel moved on by one place each time, on the way forward by the stride. What came from a
    place has to go back to that place.
    ko: dx에서는 커널이 한 칸씩 움직였는데 순전파에서는 스트라이드만큼 움직였습니다. 어떤 자리에서 온 것은 그 자리로
    되돌아가야 합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[i : i + kh, j : j + kw] += dout[i, j] * K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def stride_ignored_in_dK(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: In dK the patches lie one place apart, on the way forward a stride apart. Each entry of dout belongs
    to the patch that it came from.
    ko: dK에서는 조각들이 한 칸씩 떨어져 있는데 순전파에서는 스트라이드만큼 떨어져 있었습니다. dout의 원소마다
    그것이 나온 조각이 정해져 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * padded[i : i + kh, j : j + kw]  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def kernel_flipped(x, K, b, stride, pad, dout):
    """code: kernel-flipped
    en: The kernel is turned by 180° in out, dx and dK alike. That is convolution as mathematics has it;
    networks, and this exercise, lay the kernel on x as it is.
    ko: out, dx, dK에서 모두 커널을 180° 돌렸습니다. 수학에서 말하는 합성곱이 그렇습니다. 신경망과 이
    연습 문제에서는 커널을 그대로 x 위에 놓습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K[::-1, ::-1]) + b  # <-
            dK += dout[i, j] * patch[::-1, ::-1]  # <-
            d_padded[rows, cols] += dout[i, j] * K[::-1, ::-1]  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def kernel_flipped_forward(x, K, b, stride, pad, dout):
    """code: kernel-flipped
    en: out was made with the kernel turned by 180°, dx and dK without. Here the kernel is laid on x as it
    is.
    ko: out은 커널을 180° 돌려서 만들었는데 dx와 dK는 그렇지 않습니다. 여기서는 커널을 그대로 x 위에
    놓습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K[::-1, ::-1]) + b  # <-
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def kernel_flipped_backward(x, K, b, stride, pad, dout):
    """code: kernel-flipped
    en: In dx the kernel is turned by 180°. When the loop hands each share back to the place where it came
    from, nothing is left to turn: each weight meets the entry that it met before.
    ko: dx에서 커널을 180° 돌렸습니다. 몫을 나온 자리로 되돌려 주는 반복문에서는 돌릴 것이 없습니다. 가중치마다
    순전파에서 만났던 원소를 다시 만납니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K[::-1, ::-1]  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def kernel_flipped_in_dK(x, K, b, stride, pad, dout):
    """code: kernel-flipped
    en: dK is turned by 180°. Each weight gets the share of the entries that it met on the way forward.
    ko: dK가 180° 돌아 있습니다. 가중치마다 순전파에서 만난 원소의 몫을 받습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch[::-1, ::-1]  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def last_patch_only(x, K, b, stride, pad, dout):
    """code: missing-sum
    en: dK holds the share of the last patch only: each patch replaced the one before. The kernel is used at
    every place, and the shares add up.
    ko: dK에 마지막 조각의 몫만 있습니다. 조각마다 앞의 것을 덮어썼습니다. 커널은 모든 자리에서 쓰이므로 몫을
    더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK = dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def overlap_overwritten(x, K, b, stride, pad, dout):
    """code: missing-sum
    en: Where patches overlap, dx holds the share of the last one only. An entry of x that several patches
    used gets the shares of all of them.
    ko: 조각이 겹치는 자리에서 dx에 마지막 조각의 몫만 남았습니다. 여러 조각에 쓰인 x의 원소는 그 몫을 모두
    받습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] = dout[i, j] * K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def cut_at_the_wrong_edge(x, K, b, stride, pad, dout):
    """code: padding
    en: dx begins at the padding. What was added around x has a gradient too, and it is to be cut off on all
    sides.
    ko: dx가 패딩에서 시작합니다. x 둘레에 덧붙인 자리에도 기울기가 생기는데, 사방에서 그것을 잘라 내야 합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[:h, :w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def cut_at_the_other_edge(x, K, b, stride, pad, dout):
    """code: padding
    en: dx ends at the padding. What was added around x has a gradient too, and it is to be cut off on all
    sides.
    ko: dx가 패딩에서 끝납니다. x 둘레에 덧붙인 자리에도 기울기가 생기는데, 사방에서 그것을 잘라 내야 합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[2 * pad :, 2 * pad :]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def padding_not_cut(x, K, b, stride, pad, dout):
    """code: padding
    en: dx has the shape of the padded array, {actual} where x has {expected}: what belongs to the padding
    is still around it.
    ko: dx의 모양이 패딩을 덧붙인 배열과 같습니다. x는 {expected}인데 dx는 {actual}입니다. 패딩의
    몫이 둘레에 그대로 남아 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def padded_at_the_end(x, K, b, stride, pad, dout):
    """code: padding
    en: x was padded on two sides only: all zeros came after it. They are to surround it, the same number on
    every side.
    ko: 0을 x의 뒤쪽 두 변에만 덧붙였습니다. 네 변에 같은 수만큼 덧붙여야 합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, (0, 2 * pad))  # <-
    out = np.zeros(dout.shape)
    unbiased = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]  # <-
            unbiased[i, j] = np.sum(patch * K)  # <-
            out[i, j] = np.sum(patch * K) + b  # <-
            dK += dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[:h, :w]
    db = np.sum(dout)
    return out, dx, dK, db


def padded_with_edge(x, K, b, stride, pad, dout):
    """code: padding
    en: x was padded with copies of its edge. Here the padding is 0.
    ko: x의 가장자리 값을 복사해 패딩했습니다. 여기서 패딩은 0입니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad, mode="edge")  # <-
    out = np.zeros(dout.shape)
    unbiased = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]  # <-
            unbiased[i, j] = np.sum(patch * K)  # <-
            out[i, j] = np.sum(patch * K) + b  # <-
            dK += dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def padded_with_ones(x, K, b, stride, pad, dout):
    """code: padding
    en: x was padded with ones. Here the padding is 0.
    ko: x를 1로 패딩했습니다. 여기서 패딩은 0입니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad, constant_values=1)  # <-
    out = np.zeros(dout.shape)
    unbiased = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]  # <-
            unbiased[i, j] = np.sum(patch * K)  # <-
            out[i, j] = np.sum(patch * K) + b  # <-
            dK += dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def bias_missing(x, K, b, stride, pad, dout):
    """code: missing-bias
    en: out lacks the bias: every entry is too small by b.
    ko: out에 편향이 빠졌습니다. 모든 원소가 b만큼 작습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K)  # <-
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def bias_per_weight(x, K, b, stride, pad, dout):
    """code: wrong-bias
    en: The bias was added to every product before they were summed, so that it is counted once for each
    weight of the kernel. It is added once to each entry of out.
    ko: 곱을 더하기 전에 곱마다 편향을 더해서, 커널의 가중치 수만큼 여러 번 들어갔습니다. 편향은 out의 원소마다
    한 번 더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K + b)  # <-
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def bias_averaged(x, K, b, stride, pad, dout):
    """code: double-mean
    en: db is the mean of dout. The bias is added to every entry of out, and the shares of all of them add
    up.
    ko: db가 dout의 평균입니다. 편향은 out의 모든 원소에 더해지므로 그 몫을 모두 더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.mean(dout)  # <-
    return out, dx, dK, db


def bias_last(x, K, b, stride, pad, dout):
    """code: missing-sum
    en: db is one entry of dout, the last. The bias is added to every entry of out, and the shares of all of
    them add up.
    ko: db가 dout의 마지막 원소 하나입니다. 편향은 out의 모든 원소에 더해지므로 그 몫을 모두 더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = dout[-1, -1]  # <-
    return out, dx, dK, db


def bias_counts(x, K, b, stride, pad, dout):
    """code: missing-delta
    en: db counts the entries of out. How much each of them matters to the loss, dout, has no part in it.
    ko: db가 out의 원소 수를 셉니다. 원소마다 손실에 얼마나 영향을 주는지, 곧 dout이 들어 있지 않습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = float(dout.size)  # <-
    return out, dx, dK, db


def error_missing_in_dx(x, K, b, stride, pad, dout):
    """code: missing-delta
    en: dx sums the kernel at every place without the error that came back there.
    ko: dx에 되돌아온 오차 없이 커널만 자리마다 더했습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def error_missing_in_dK(x, K, b, stride, pad, dout):
    """code: missing-delta
    en: dK sums the patches without the error that came back at each place.
    ko: dK에 되돌아온 오차 없이 조각만 더했습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def out_for_error(x, K, b, stride, pad, dout):
    """code: missing-delta
    en: dx and dK were made with out, the value of the forward pass, where the error that came back belongs.
    ko: dx와 dK를 되돌아온 오차가 아니라 순전파의 값인 out으로 만들었습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += out[i, j] * patch  # <-
            d_padded[rows, cols] += out[i, j] * K  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def patch_for_kernel(x, K, b, stride, pad, dout):
    """code: wrong-weights
    en: What was handed back to x is the patch itself. An entry of x reached out multiplied by a weight of
    the kernel, and comes back multiplied by it.
    ko: x로 조각 자체를 되돌려 주었습니다. x의 원소는 커널의 가중치가 곱해져 out에 닿았으니, 돌아올 때도 그
    가중치가 곱해집니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * patch  # <-

    dx = d_padded[pad : pad + h, pad : pad + w]  # <-
    db = np.sum(dout)
    return out, dx, dK, db


def kernel_for_patch(x, K, b, stride, pad, dout):
    """code: wrong-layer-input
    en: dK was made with the kernel itself. A weight was multiplied by an entry of the patch, so that is its
    derivative.
    ko: dK를 커널 자체로 만들었습니다. 가중치는 조각의 원소와 곱해졌으므로 그 원소가 도함수입니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * K  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def averaged_dK(x, K, b, stride, pad, dout):
    """code: double-mean
    en: dK is a mean over the places of the kernel. What comes back in dout belongs to the loss as it is:
    the shares add up.
    ko: dK가 커널이 놓인 자리에 대한 평균입니다. dout은 이미 손실에 대한 기울기이므로 그 몫을 더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    dK = dK / dout.size  # <-
    return out, dx, dK, db


def first_place_only(x, K, b, stride, pad, dout):
    """code: returned-too-early
    en: Only the first place of the kernel was computed: the return stands inside the loops.
    ko: 커널의 첫 자리만 계산했습니다. return이 반복문 안에 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K
            dx = d_padded[pad : pad + h, pad : pad + w]
            db = np.sum(dout)
            return out, dx, dK, db  # <-


def first_row_only(x, K, b, stride, pad, dout):
    """code: returned-too-early
    en: Only the first row of out was computed: the return stands inside the outer loop.
    ko: out의 첫 행만 계산했습니다. return이 바깥 반복문 안에 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K
        dx = d_padded[pad : pad + h, pad : pad + w]
        db = np.sum(dout)
        return out, dx, dK, db  # <-


def first_row_only_counted(x, K, b, stride, pad, dout):
    """code: returned-too-early
    en: Only the first row of out was computed: the return stands inside the outer loop.
    ko: out의 첫 행만 계산했습니다. return이 바깥 반복문 안에 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K
        dx = d_padded[pad : pad + h, pad : pad + w]
        db = np.sum(dout[0])
        return out, dx, dK, db  # <-


def first_place_only_counted(x, K, b, stride, pad, dout):
    """code: returned-too-early
    en: Only the first place of the kernel was computed: the return stands inside the loops.
    ko: 커널의 첫 자리만 계산했습니다. return이 반복문 안에 있습니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K
            dx = d_padded[pad : pad + h, pad : pad + w]
            db = dout[0, 0]
            return out, dx, dK, db  # <-


def padding_forgotten(x, K, b, stride, pad, dout):
    """code: padding
    en: x was not padded: the kernel never stood at the edge, and out has the shape {actual} where
    {expected} is asked for.
    ko: x에 패딩을 하지 않았습니다. 커널이 가장자리에 서지 못해서 out의 모양이 {expected}가 아니라
    {actual}입니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = x
    out = np.zeros(((h - kh) // stride + 1, (w - kw) // stride + 1))
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]  # <-
            out[i, j] = np.sum(patch * K) + b  # <-
            dK += dout[i, j] * patch  # <-
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded
    db = np.sum(dout)
    return out, dx, dK, db


def bias_per_weight_and_once(x, K, b, stride, pad, dout):
    """code: wrong-bias
    en: The bias was added to every product and once more to their sum. It is added once to each entry of out.
    ko: 곱마다 편향을 더하고 그 합에 한 번 더 더했습니다. 편향은 out의 원소마다 한 번만 더합니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]
            out[i, j] = np.sum(patch * K + b) + b  # <-
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def stride_ignored_along_a_row(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: Down the picture the kernel moves on by the stride, along a row by one place each time. The stride
    counts in both directions.
    ko: 커널이 아래로는 스트라이드만큼, 옆으로는 한 칸씩 움직였습니다. 스트라이드는 두 방향에 모두 적용됩니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i * stride, i * stride + kh)
            cols = slice(j, j + kw)
            patch = padded[rows, cols]  # <-
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db


def stride_ignored_down_a_column(x, K, b, stride, pad, dout):
    """code: stride-ignored
    en: Along a row the kernel moves on by the stride, down the picture by one place each time. The stride
    counts in both directions.
    ko: 커널이 옆으로는 스트라이드만큼, 아래로는 한 칸씩 움직였습니다. 스트라이드는 두 방향에 모두 적용됩니다.
    """
    h, w = x.shape
    kh, kw = K.shape
    padded = np.pad(x, pad)
    out = np.zeros(dout.shape)
    dK = np.zeros(K.shape)
    d_padded = np.zeros(padded.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            rows = slice(i, i + kh)
            cols = slice(j * stride, j * stride + kw)
            patch = padded[rows, cols]  # <-
            out[i, j] = np.sum(patch * K) + b
            dK += dout[i, j] * patch
            d_padded[rows, cols] += dout[i, j] * K

    dx = d_padded[pad : pad + h, pad : pad + w]
    db = np.sum(dout)
    return out, dx, dK, db
