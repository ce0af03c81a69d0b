import numpy as np


def shared_among_equal_maxima(x, size, dout):
    """en: Where a window holds its largest number several times, each of them gets an equal share of the
    error. That is a slope there too.
    ko: 창에 가장 큰 수가 여러 번 있으면 오차를 똑같이 나누어 줍니다. 그 자리에서는 그것도 기울기입니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            row, col = divmod(np.argmax(window), size)
            out[i, j] = window[row, col]
            mask = window == out[i, j]
            dx[r : r + size, c : c + size] = mask / np.sum(mask) * dout[i, j]

    return out, dx


def last_of_equal_maxima(x, size, dout):
    """en: Where a window holds its largest number several times, the last of them gets the error. That is a
    slope there too.
    ko: 창에 가장 큰 수가 여러 번 있으면 그중 마지막 것이 오차를 받습니다. 그 자리에서는 그것도 기울기입니다.
    """
    out = np.zeros(dout.shape)
    dx = np.zeros(x.shape)

    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * size, j * size
            window = x[r : r + size, c : c + size]
            last = size * size - 1 - np.argmax(window.ravel()[::-1])
            row, col = divmod(last, size)
            out[i, j] = window[row, col]
            dx[r + row, c + col] = dout[i, j]

    return out, dx
