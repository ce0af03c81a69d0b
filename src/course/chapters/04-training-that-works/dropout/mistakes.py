import numpy as np


def mask_missing_backward(Z, D, keep_prob, dout):
    """code: mask-missing
    en: The error reaches units that had been dropped. What they gave did not reach the output, so a change
    of theirs changes nothing, and dZ has to be 0 there.
    ko: 빠진 노드까지 오차가 전달되었습니다. 그 노드의 값은 출력에 닿지 않았으니 달라져도 아무 변화가 없고, 그
    자리의 dZ는 0이어야 합니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def scale_missing_backward(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: Going forward, what is kept is divided by keep_prob; going back, dZ is not. A factor of the forward
    pass is a factor of its derivative.
    ko: 순전파에서는 남긴 값을 keep_prob로 나누었는데 dZ는 나누지 않았습니다. 순전파에서 곱한 수는 도함수에도
    곱해집니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def dropout_missing_backward(Z, D, keep_prob, dout):
    """code: mask-missing
    en: Backward, nothing is left of the dropout: neither the mask nor the factor. dZ is the gradient of a
    layer without dropout.
    ko: 역전파에 드롭아웃이 전혀 없습니다. 마스크도 인수도 빠져서, dZ는 드롭아웃이 없는 층의 기울기입니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def scale_missing_forward(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: What is kept is passed on as it is. With a part of the units missing, the next layer gets less on
    average than it will without dropout.
    ko: 남긴 값을 그대로 넘겼습니다. 일부 노드가 빠졌으니 다음 층은 드롭아웃이 없을 때보다 평균적으로 작은 값을
    받습니다.
    """
    A = np.maximum(0, Z)
    out = A * D  # <-

    dA = dout * D / keep_prob
    dZ = dA * (Z > 0)
    return out, dZ


def scale_missing_everywhere(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: Neither out nor dZ is divided by keep_prob. The two fit each other; this is dropout in its oldest
    form, which scales when the network is used. Here it is scaled during training.
    ko: out도 dZ도 keep_prob로 나누지 않았습니다. 둘은 서로 맞고, 이것은 학습이 끝난 뒤에 크기를 맞추는
    가장 오래된 형태의 드롭아웃입니다. 여기서는 학습할 때 크기를 맞춥니다.
    """
    A = np.maximum(0, Z)
    out = A * D  # <-

    dA = dout * D  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def multiplied_by_keep_prob(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: What is kept was multiplied by keep_prob, and so made smaller. The missing units have to be made up
    for, on the way forward and back.
    ko: 남긴 값에 keep_prob를 곱해서 더 작아졌습니다. 순전파에서도 역전파에서도 빠진 노드의 몫을 메워야
    합니다.
    """
    A = np.maximum(0, Z)
    out = A * D * keep_prob  # <-

    dA = dout * D * keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def multiplied_forward(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: In out, what is kept was multiplied by keep_prob, and so made smaller. The missing units have to be
    made up for.
    ko: out에서 남긴 값에 keep_prob를 곱해서 더 작아졌습니다. 빠진 노드의 몫을 메워야 합니다.
    """
    A = np.maximum(0, Z)
    out = A * D * keep_prob  # <-

    dA = dout * D / keep_prob
    dZ = dA * (Z > 0)
    return out, dZ


def multiplied_backward(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: dZ was multiplied by keep_prob, where out was divided by it. The derivative has the same factor as
    the forward pass.
    ko: out은 keep_prob로 나누었는데 dZ에는 keep_prob를 곱했습니다. 도함수에는 순전파와 같은 수가
    곱해집니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D * keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def divided_by_drop_probability(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: The division is by 1 − keep_prob, the share of what is dropped. To make up for it, the share of what
    is kept is needed.
    ko: 빠지는 비율인 1 − keep_prob로 나누었습니다. 빠진 몫을 메우려면 남기는 비율이 필요합니다.
    """
    A = np.maximum(0, Z)
    out = A * D / (1 - keep_prob)  # <-

    dA = dout * D / (1 - keep_prob)  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def scaled_twice_backward(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: Backward, dZ is divided by keep_prob twice: the mask had been scaled before, or the factor is
    written in two places.
    ko: 역전파에서 dZ를 keep_prob로 두 번 나누었습니다. 마스크가 이미 나눈 것이었거나, 나누기를 두 군데에
    썼습니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D / keep_prob / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def scaled_twice_everywhere(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: out and dZ are divided by keep_prob twice: the mask had been scaled before, or the factor is written
    in two places.
    ko: out과 dZ를 keep_prob로 두 번 나누었습니다. 마스크가 이미 나눈 것이었거나, 나누기를 두 군데에
    썼습니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob / keep_prob  # <-

    dA = dout * D / keep_prob / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def mask_missing_forward(Z, D, keep_prob, dout):
    """code: mask-missing
    en: Nothing is dropped in out: the mask is missing there, only the factor is applied.
    ko: out에서 아무것도 빠지지 않았습니다. 나누기만 하고 마스크를 곱하지 않았습니다.
    """
    A = np.maximum(0, Z)
    out = A / keep_prob  # <-

    dA = dout * D / keep_prob
    dZ = dA * (Z > 0)
    return out, dZ


def mask_missing_everywhere(Z, D, keep_prob, dout):
    """code: mask-missing
    en: The mask has no part in out or dZ: nothing is dropped, everything is only made larger.
    ko: out에도 dZ에도 마스크가 없습니다. 아무것도 빠지지 않고 모두 커지기만 합니다.
    """
    A = np.maximum(0, Z)
    out = A / keep_prob  # <-

    dA = dout / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def mask_inverted(Z, D, keep_prob, dout):
    """code: mask-inverted
    en: The mask is used the wrong way round: what it keeps (1) is dropped, and what it drops (0) is kept.
    ko: 마스크를 거꾸로 썼습니다. 남길 것(1)이 빠지고 빠질 것(0)이 남았습니다.
    """
    A = np.maximum(0, Z)
    out = A * (1 - D) / keep_prob  # <-

    dA = dout * (1 - D) / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def mask_inverted_backward(Z, D, keep_prob, dout):
    """code: mask-inverted
    en: Backward, the mask is used the wrong way round: the error goes to the units that had been dropped.
    ko: 역전파에서 마스크를 거꾸로 썼습니다. 오차가 빠진 노드로 갑니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * (1 - D) / keep_prob  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ


def slope_missing(Z, D, keep_prob, dout):
    """code: missing-activation-derivative
    en: The error went back through the dropout, and not through relu: dZ is not 0 where Z is negative.
    ko: 오차가 드롭아웃은 지났지만 relu는 지나지 않았습니다. Z가 음수인 자리에서 dZ가 0이 아닙니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D / keep_prob
    dZ = dA  # <-
    return out, dZ


def relu_for_its_slope(Z, D, keep_prob, dout):
    """code: activation-instead-of-derivative
    en: dZ was multiplied by relu(Z) itself. What belongs there is its slope, which is 0 or 1.
    ko: dZ에 relu(Z)의 값을 곱했습니다. 거기에는 0이나 1인 기울기가 와야 합니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D / keep_prob
    dZ = dA * A  # <-
    return out, dZ


def slope_of_dout(Z, D, keep_prob, dout):
    """code: derivative-of-wrong-tensor
    en: The slope of relu was taken at the error that comes back. It has to be taken at the value that went
    into relu on the way forward.
    ko: relu의 기울기를 되돌아오는 오차에서 구했습니다. 순전파에서 relu에 들어간 값에서 구해야 합니다.
    """
    A = np.maximum(0, Z)
    out = A * D / keep_prob

    dA = dout * D / keep_prob
    dZ = dA * (dA > 0)  # <-
    return out, dZ


def relu_missing_forward(Z, D, keep_prob, dout):
    """code: missing-activation
    en: out holds Z itself, masked and scaled: negative values come through. relu comes before the dropout.
    ko: out에 마스크와 나누기만 거친 Z가 그대로 있습니다. 음수가 지나갑니다. 드롭아웃 앞에 relu가 있어야
    합니다.
    """
    A = Z
    out = A * D / keep_prob  # <-

    dA = dout * D / keep_prob
    dZ = dA * (Z > 0)
    return out, dZ


def relu_missing_everywhere(Z, D, keep_prob, dout):
    """code: missing-activation
    en: Neither out nor dZ knows relu: negative values come through, forward and back.
    ko: out에도 dZ에도 relu가 없습니다. 순전파에서도 역전파에서도 음수인 자리가 그대로 지나갑니다.
    """
    A = Z
    out = A * D / keep_prob  # <-

    dA = dout * D / keep_prob
    dZ = dA
    return out, dZ


def scaled_by_share_of_mask(Z, D, keep_prob, dout):
    """code: dropout-scale
    en: The division is by the share of ones in this mask. That differs from mask to mask; keep_prob is the
    probability with which they are drawn.
    ko: 이 마스크에 있는 1의 비율로 나누었습니다. 그 비율은 마스크마다 다릅니다. keep_prob는 1을 뽑을
    확률입니다.
    """
    A = np.maximum(0, Z)
    out = A * D / np.mean(D)  # <-

    dA = dout * D / np.mean(D)  # <-
    dZ = dA * (Z > 0)  # <-
    return out, dZ
