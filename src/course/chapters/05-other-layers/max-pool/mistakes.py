import numpy as np


def every_tie_gets_all(x, size, dout):
    """code: ties
    en: Where a window holds its largest number twice, each of the two got the whole error: more came back
    than had come in. Only one entry can be the one that out was taken from.
    ko: 창에 가장 큰 수가 두 번 있을 때 둘 다 오차를 통째로 받았습니다. 들어온 것보다 많이 되돌려보낸 셈입니다.
    out이 가져온 것은 그중 하나입니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r : r + size, c : c + size] = (window == out[i, j]) * dout[i, j]  # <-

    return out, dx


def every_entry_gets_all(x, size, dout):
    """code: max-gradient-spread
    en: Every entry of a window got the error. Those that are not the largest had no effect on out: a small
    change of theirs changes nothing.
    ko: 창의 모든 원소가 오차를 받았습니다. 가장 크지 않은 원소는 조금 달라져도 out이 변하지 않으므로 영향이
    없습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r : r + size, c : c + size] = dout[i, j]  # <-

    return out, dx


def every_entry_gets_a_share(x, size, dout):
    """code: max-gradient-spread
    en: The error was spread evenly over the window. That is the derivative of a mean; the maximum depends
    on one entry alone.
    ko: 오차를 창에 고르게 나누었습니다. 그것은 평균의 도함수입니다. 최댓값은 원소 하나에만 달려 있습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r : r + size, c : c + size] = dout[i, j] / size**2  # <-

    return out, dx


def mean_pooling(x, size, dout):
    """code: mean-for-max
    en: out holds the means of the windows, and the error was spread evenly over them. The two fit each
    other; this exercise takes the largest number.
    ko: out이 창의 평균이고 오차도 창에 고르게 나누었습니다. 둘은 서로 맞지만 이 연습 문제에서는 가장 큰 수를
    가져옵니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = np.mean(window)  # <-
            dx[r : r + size, c : c + size] = dout[i, j] / size**2  # <-

    return out, dx


def mean_forward(x, size, dout):
    """code: mean-for-max
    en: out holds the means of the windows. This exercise takes the largest number of each.
    ko: out이 창의 평균입니다. 이 연습 문제에서는 창마다 가장 큰 수를 가져옵니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = np.mean(window)  # <-
            dx[r + row, c + col] = dout[i, j]

    return out, dx


def min_pooling(x, size, dout):
    """code: mean-for-max
    en: The smallest number of each window was taken.
    ko: 창마다 가장 작은 수를 가져왔습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmin(window), size)  # <-
            out[i, j] = window[row, col]  # <-
            dx[r + row, c + col] = dout[i, j]

    return out, dx


def absolute_values(x, size, dout):
    """code: absolute-for-max
    en: The number farthest from 0 was taken from each window, whatever its sign. The largest one is meant:
    −1 is larger than −4.
    ko: 창마다 부호와 상관없이 0에서 가장 먼 수를 가져왔습니다. 뜻하는 것은 가장 큰 수입니다. −1이 −4보다
    큽니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(np.abs(window)), size)  # <-
            out[i, j] = window[row, col]  # <-
            dx[r + row, c + col] = dout[i, j]

    return out, dx


def never_below_zero(x, size, dout):
    """code: starts-from-zero
    en: Where all numbers of a window are negative, out holds 0. The search for the largest number started
    from 0, which is in none of these windows.
    ko: 창의 수가 모두 음수인 자리에서 out이 0입니다. 가장 큰 수를 찾기 시작한 값이 0인데, 그 수는 창에
    없습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = max(0.0, window[row, col])  # <-
            dx[r + row, c + col] = dout[i, j]

    return out, dx


def never_below_zero_everywhere(x, size, dout):
    """code: starts-from-zero
    en: Where all numbers of a window are negative, out holds 0 and nothing comes back. The search for the
    largest number started from 0, which is in none of these windows.
    ko: 창의 수가 모두 음수인 자리에서 out이 0이고 아무것도 되돌아오지 않았습니다. 가장 큰 수를 찾기 시작한 값이
    0인데, 그 수는 창에 없습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = max(0.0, window[row, col])  # <-
            dx[r + row, c + col] = dout[i, j] * (window[row, col] > 0)  # <-

    return out, dx


def windows_overlap(x, size, dout):
    """code: stride-ignored
    en: The windows lie one place apart and overlap. Here they lie side by side: each begins where the one
    before ends.
    ko: 창이 한 칸씩만 떨어져 서로 겹칩니다. 여기서는 창이 나란히 놓여, 앞의 것이 끝난 자리에서 다음 것이
    시작합니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i, j
            window = x[r : r + size, c : c + size]  # <-
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]  # <-
            dx[r + row, c + col] += dout[i, j]  # <-

    return out, dx


def windows_overlap_overwritten(x, size, dout):
    """code: stride-ignored
    en: The windows lie one place apart and overlap. Here they lie side by side: each begins where the one
    before ends.
    ko: 창이 한 칸씩만 떨어져 서로 겹칩니다. 여기서는 창이 나란히 놓여, 앞의 것이 끝난 자리에서 다음 것이
    시작합니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i, j
            window = x[r : r + size, c : c + size]  # <-
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]  # <-
            dx[r + row, c + col] = dout[i, j]  # <-

    return out, dx


def place_in_window_only(x, size, dout):
    """code: window-offset
    en: The place of the largest number was counted from the corner of its window, and the error put there
    counted from the corner of x: all errors ended up in the first window.
    ko: 가장 큰 수의 자리는 창의 모서리에서 센 것인데 오차는 x의 모서리에서 세어 놓았습니다. 오차가 모두 첫 창에
    들어갔습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[row, col] = dout[i, j]  # <-

    return out, dx


def place_in_window_only_summed(x, size, dout):
    """code: window-offset
    en: The place of the largest number was counted from the corner of its window, and the error put there
    counted from the corner of x: all errors ended up in the first window.
    ko: 가장 큰 수의 자리는 창의 모서리에서 센 것인데 오차는 x의 모서리에서 세어 놓았습니다. 오차가 모두 첫 창에
    들어갔습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[row, col] += dout[i, j]  # <-

    return out, dx


def row_and_column_swapped(x, size, dout):
    """code: window-offset
    en: Row and column of the largest number changed places within the window: the error went to its mirror
    image at the diagonal.
    ko: 창 안에서 가장 큰 수의 행과 열이 뒤바뀌어, 대각선에 대칭인 자리로 오차가 갔습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + col, c + row] = dout[i, j]  # <-

    return out, dx


def value_for_error(x, size, dout):
    """code: missing-delta
    en: What was put at the largest number is that number itself. What comes back there is the error of its
    window.
    ko: 가장 큰 수의 자리에 그 수 자체를 넣었습니다. 거기로 되돌아오는 것은 그 창의 오차입니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = window[row, col]  # <-

    return out, dx


def value_times_error(x, size, dout):
    """code: max-times-value
    en: The error was multiplied by the largest number. Out is that number, so that the slope there is 1,
    however large it is.
    ko: 오차에 가장 큰 수를 곱했습니다. out은 그 수 자체이므로 수가 얼마나 크든 기울기는 1입니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = window[row, col] * dout[i, j]  # <-

    return out, dx


def ones_for_error(x, size, dout):
    """code: missing-delta
    en: dx marks the largest numbers with 1. The error that came back to each window has no part in it.
    ko: dx에 가장 큰 수의 자리가 1로 표시되어 있을 뿐, 창마다 되돌아온 오차가 들어 있지 않습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = 1  # <-

    return out, dx


def first_window_only(x, size, dout):
    """code: returned-too-early
    en: Only the first window was computed: the return stands inside the loops.
    ko: 첫 창만 계산했습니다. return이 반복문 안에 있습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = dout[i, j]
            return out, dx  # <-


def first_row_only(x, size, dout):
    """code: returned-too-early
    en: Only the first row of windows was computed: the return stands inside the outer loop.
    ko: 창의 첫 행만 계산했습니다. return이 바깥 반복문 안에 있습니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = dout[i, j]
        return out, dx  # <-


def number_of_window_for_its_corner(x, size, dout):
    """code: window-offset
    en: The error was put at the window's number, i and j, plus the place within it. The window begins at
    that number times the size.
    ko: 오차를 창의 번호 i, j에 창 안에서의 자리를 더한 곳에 놓았습니다. 창은 그 번호에 크기를 곱한 곳에서
    시작합니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[i + row, j + col] = dout[i, j]  # <-

    return out, dx


def number_of_window_for_its_corner_summed(x, size, dout):
    """code: window-offset
    en: The error was put at the window's number, i and j, plus the place within it. The window begins at
    that number times the size.
    ko: 오차를 창의 번호 i, j에 창 안에서의 자리를 더한 곳에 놓았습니다. 창은 그 번호에 크기를 곱한 곳에서
    시작합니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            dx[i + row, j + col] += dout[i, j]  # <-

    return out, dx
