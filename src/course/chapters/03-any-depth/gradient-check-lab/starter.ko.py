import numpy as np


def gradient_check(f, x, dx, R):
    """층의 dx를 중앙 차분과 비교합니다.

    f: 층; x와 같은 배열을 받아 R과 같은 배열을 냅니다
    x: (m, k), dx: 검사할 것, (m, k)
    R: dx를 구할 때 쓴, f의 출력에 대한 기울기
    반환값: numeric: (m, k), error: 수 하나
    """
    x = np.array(x, dtype=float)  # float64 복사본
    numeric = np.zeros(x.shape)
    h = ...  # 작게, 하지만 x + h가 x와 달라야 함

    for index in np.ndindex(x.shape):
        old = x[index]
        # numeric[index]: R * f(x)의 합의 기울기
        ...

    # 가장 큰 |dx - numeric| / (|dx| + |numeric|)
    error = ...
    return numeric, error
