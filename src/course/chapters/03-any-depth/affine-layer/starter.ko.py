import numpy as np


def affine_forward(x, w, b):
    """활성화 함수가 없는 층 하나.

    x: (m, n_in), w: (n_in, n_out), b: (1, n_out)
    반환값: out: (m, n_out), 그리고 cache:
    나중에 affine_backward에 필요한 것
    """
    out = ...
    cache = ...
    return out, cache


def affine_backward(dout, cache):
    """out에 대한 기울기가 주어졌을 때의 기울기.

    dout: (m, n_out), cache: affine_forward가 준 그대로
    반환값: dx, dw, db, 모양은 x, w, b와 같습니다
    """
    dx = ...
    dw = ...
    db = ...
    return dx, dw, db
