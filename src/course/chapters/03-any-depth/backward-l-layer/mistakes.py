import numpy as np


def lists_backwards(X, Y, Zs, As, Ws):
    """code: wrong-return-order
    en: Both lists begin with the output layer. The loop goes backwards, so what is appended comes out in that
      order; dWs has to fit Ws, entry by entry.
    ko: 두 리스트가 모두 출력층부터 시작합니다. 반복문이 거꾸로 가므로 차례로 덧붙이면 그 순서가 됩니다. dWs는 Ws와 순서가 같아야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.append(dW)  # <-
        dbs.append(db)  # <-
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def lists_exchanged(X, Y, Zs, As, Ws):
    """code: wrong-return-order
    en: The two lists come back in each other's place: where dWs[0] belongs, dbs[0] stands. Compare the return line
      with what is asked for.
    ko: 두 리스트가 자리를 바꾸어 나왔습니다. dWs[0]이 있어야 할 곳에 dbs[0]이 있습니다. return 줄을 필요한 것과 비교해 보세요.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dbs, dWs  # <-


def weights_backwards(X, Y, Zs, As, Ws):
    """code: wrong-return-order
    en: dWs begins with the output layer, and dbs with the first. The loop goes backwards, so what is appended comes
      out in that order.
    ko: dWs는 출력층부터, dbs는 첫 층부터 시작합니다. 반복문이 거꾸로 가므로 차례로 덧붙이면 그 순서가 됩니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.append(dW)  # <-
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_backwards(X, Y, Zs, As, Ws):
    """code: wrong-return-order
    en: dbs begins with the output layer, and dWs with the first. The loop goes backwards, so what is appended comes
      out in that order.
    ko: dbs는 출력층부터, dWs는 첫 층부터 시작합니다. 반복문이 거꾸로 가므로 차례로 덧붙이면 그 순서가 됩니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.append(db)  # <-
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def last_activation_for_x(X, Y, Zs, As, Ws):
    """code: wrong-layer-input
    en: dWs[0] is made with the output of the network. For the first layer, i − 1 is −1, and a list answers to −1
      with its last entry. What came into the first layer is not in As.
    ko: dWs[0]을 신경망의 출력으로 만들었습니다. 첫 층에서는 i − 1이 −1이고, 리스트에서 −1은 마지막 원소입니다. 첫 층에 들어온 것은 As 안에 없습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1]
        dW = np.dot(below.T, dZ) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def own_activation_for_input(X, Y, Zs, As, Ws):
    """code: wrong-layer-input
    en: Each dW is made with what its layer gave out, not with what came in, and so has another shape than its W.
      As[i] is the output of layer i.
    ko: dW를 모두 그 층에 들어온 값이 아니라 나간 값으로 만들어서 W와 모양이 다릅니다. As[i]는 층 i의 출력입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i]
        dW = np.dot(below.T, dZ) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def pre_activation_for_input(X, Y, Zs, As, Ws):
    """code: wrong-layer-input
    en: Behind the first layer, each dW is made with Z, before the activation. What a layer multiplies its weights
      by has been through the activation.
    ko: 첫 층을 뺀 모든 층에서 dW를 활성화 함수를 지나기 전의 Z로 만들었습니다. 층이 가중치에 곱하는 것은 활성화 함수를 지난 값입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = Zs[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def x_for_every_input(X, Y, Zs, As, Ws):
    """code: wrong-layer-input
    en: Every dW is made with X, also those of the layers that never saw X. Each layer has an input of its own.
    ko: X를 본 적이 없는 층까지 모든 dW를 X로 만들었습니다. 층마다 자기 입력이 있습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = X
        dW = np.dot(below.T, dZ) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def slope_left_out(X, Y, Zs, As, Ws):
    """code: missing-activation-derivative
    en: From the second-last layer on, the error has passed every ReLU as if it were not there. Where Z was
      negative, nothing may come through.
    ko: 끝에서 두 번째 층부터, 오차가 ReLU가 없는 것처럼 지나왔습니다. Z가 음수였던 곳에서는 아무것도 통과하지 않아야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * 1.0  # <-
    return dWs, dbs


def biases_without_slope(X, Y, Zs, As, Ws):
    """code: missing-activation-derivative
    en: The hidden layers' db are sums of the error before ReLU's slope, while their dW have it. Both belong to the
      same Z.
    ko: 은닉층의 db는 ReLU의 기울기를 곱하기 전의 오차를 더한 것이고 dW는 곱한 뒤의 것입니다. 둘은 같은 Z의 것입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    carried = dZ
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(carried, axis=0, keepdims=True) / m  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            carried = dA
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def weights_without_slope(X, Y, Zs, As, Ws):
    """code: missing-activation-derivative
    en: The hidden layers' dW are made with the error before ReLU's slope, while their db have it. Both belong to
      the same Z.
    ko: 은닉층의 dW는 ReLU의 기울기를 곱하기 전의 오차로 만들었고 db는 곱한 뒤의 것입니다. 둘은 같은 Z의 것입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    carried = dZ
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, carried) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            carried = dA
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def activation_for_slope(X, Y, Zs, As, Ws):
    """code: activation-instead-of-derivative
    en: On its way back the error is multiplied by the activations of each layer where their slopes belong. ReLU's
      slope is 0 or 1.
    ko: 되돌아가는 오차에 기울기가 아니라 각 층의 활성화 값을 곱했습니다. ReLU의 기울기는 0 아니면 1입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * As[i - 1]  # <-
    return dWs, dbs


def times_z(X, Y, Zs, As, Ws):
    """code: not-a-slope
    en: On its way back the error is multiplied by Z, which can be any number. ReLU is flat or rises as fast as Z,
      so its slope is 0 or 1.
    ko: 되돌아가는 오차에 아무 수나 될 수 있는 Z를 곱했습니다. ReLU는 평평하거나 Z만큼 빨리 커지므로 기울기는 0 아니면 1입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * Zs[i - 1]  # <-
    return dWs, dbs


def compared_last(X, Y, Zs, As, Ws):
    """code: boolean-delta
    en: The hidden errors hold only True and False: the comparison is made after the product. What belongs together
      needs parentheses.
    ko: 은닉층의 오차가 모두 True 아니면 False입니다. 곱한 다음에 비교했습니다. 먼저 계산할 것을 괄호로 묶으세요.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * Zs[i - 1] > 0  # <-
    return dWs, dbs


def sigmoid_slope(X, Y, Zs, As, Ws):
    """code: wrong-slope
    en: On its way back the error is multiplied by A(1 − A), the slope of a sigmoid. The layers here end in ReLU.
    ko: 되돌아가는 오차에 시그모이드의 기울기 A(1 − A)를 곱했습니다. 여기서 층은 ReLU로 끝납니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * As[i - 1] * (1 - As[i - 1])  # <-
    return dWs, dbs


def sigmoid_slope_at_z(X, Y, Zs, As, Ws):
    """code: wrong-slope
    en: On its way back the error is multiplied by the slope of a sigmoid. The layers here end in ReLU.
    ko: 되돌아가는 오차에 시그모이드의 기울기를 곱했습니다. 여기서 층은 ReLU로 끝납니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            s = 1 / (1 + np.exp(-Zs[i - 1]))
            dZ = dA * s * (1 - s)  # <-
    return dWs, dbs


def tanh_slope(X, Y, Zs, As, Ws):
    """code: wrong-slope
    en: On its way back the error is multiplied by 1 − A², the slope of tanh. The layers here end in ReLU.
    ko: 되돌아가는 오차에 tanh의 기울기 1 − A²을 곱했습니다. 여기서 층은 ReLU로 끝납니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (1 - As[i - 1] ** 2)  # <-
    return dWs, dbs


def slope_upside_down(X, Y, Zs, As, Ws):
    """code: derivative-of-wrong-tensor
    en: On its way back the error passes where Z is negative and is stopped where it is positive. Which side of ReLU
      is flat?
    ko: 되돌아가는 오차가 Z가 음수인 곳에서 통과하고 양수인 곳에서 막힙니다. ReLU에서 평평한 쪽은 어느 쪽입니까?
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] < 0)  # <-
    return dWs, dbs


def slope_of_the_carried_error(X, Y, Zs, As, Ws):
    """code: derivative-of-wrong-tensor
    en: What the slope lets through follows the sign of the carried error itself. It belongs at Z, what went into
      the activation.
    ko: 되돌아온 오차 자신의 부호에 따라 오차를 통과시켰습니다. 기울기는 활성화 함수에 들어간 Z에서 구해야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (dA > 0)  # <-
    return dWs, dbs


def slope_of_the_layer_itself(X, Y, Zs, As, Ws):
    """code: derivative-of-wrong-tensor
    en: The carried error meets the slope of the layer it has just left. The error at A[i − 1] has to pass the
      activation that made A[i − 1].
    ko: 되돌아온 오차에 방금 지나온 층의 기울기를 곱했습니다. A[i − 1]의 오차는 A[i − 1]을 만든 활성화 함수를 지나야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i] > 0)  # <-
    return dWs, dbs


def weights_of_the_layer_before(X, Y, Zs, As, Ws):
    """code: wrong-weights
    en: The error is carried back through the weights of another layer. Which weights turned A[i − 1] into Z[i]?
    ko: 오차를 다른 층의 가중치로 되돌렸습니다. A[i − 1]을 Z[i]로 바꾼 가중치는 어느 것입니까?
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i - 1].T)  # <-
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def weights_not_transposed(X, Y, Zs, As, Ws):
    """code: operand-order
    en: The error is carried back through W as it is. Going back, W's rows and columns change places.
    ko: 오차를 W 그대로에 곱해 되돌렸습니다. 거꾸로 갈 때는 W의 행과 열이 자리를 바꿉니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i])  # <-
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def restarted(X, Y, Zs, As, Ws):
    """code: restarted-delta
    en: Every layer starts from the error of the output again. A hidden layer gets its error from the layer above
      it: what is carried back goes on from where it is.
    ko: 층마다 출력의 오차에서 다시 시작했습니다. 은닉층의 오차는 바로 위층에서 옵니다. 되돌아가는 오차는 있던 곳에서 이어집니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(As[-1] - Y, Ws[i].T)  # <-
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def carried_before_used(X, Y, Zs, As, Ws):
    """code: delta-overwritten
    en: The error is carried to the layer below before this layer's dW and db are made of it. Each layer needs its
      own error first.
    ko: 이 층의 dW와 db를 만들기 전에 오차를 아래층으로 넘겼습니다. 층마다 자기 오차를 먼저 써야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        if i > 0:
            dZ = np.dot(dZ, Ws[i].T) * (Zs[i - 1] > 0)  # <-
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
    return dWs, dbs


def no_mean(X, Y, Zs, As, Ws):
    """code: missing-mean
    en: All gradients are m times too large: they are those of the sum over the samples. That is a convention too,
      only not the one asked for; the cost here is a mean.
    ko: 모든 기울기가 m배입니다. 샘플에 대한 합의 기울기입니다. 그것도 하나의 약속이지만 여기서 쓰는 것은 아닙니다. 여기서 비용은 평균입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ)  # <-
        db = np.sum(dZ, axis=0, keepdims=True)  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def weights_without_mean(X, Y, Zs, As, Ws):
    """code: missing-mean
    en: Every dW is m times too large, and every db is right: the weights' gradients are sums over the samples, the
      biases' are means.
    ko: dW는 모두 m배이고 db는 모두 맞습니다. 가중치의 기울기는 샘플에 대한 합이고 편향의 기울기는 평균입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ)  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_without_mean(X, Y, Zs, As, Ws):
    """code: missing-mean
    en: Every db is m times too large, and every dW is right: the biases' gradients are sums over the samples, the
      weights' are means.
    ko: db는 모두 m배이고 dW는 모두 맞습니다. 편향의 기울기는 샘플에 대한 합이고 가중치의 기울기는 평균입니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True)  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def mean_twice(X, Y, Zs, As, Ws):
    """code: double-mean
    en: All gradients are m times too small: the error is divided by m at the start, and every dW and db divides
      again.
    ko: 모든 기울기가 m분의 일입니다. 처음에 오차를 m으로 나누고 dW와 db에서 또 나누었습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = (As[-1] - Y) / m  # <-
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def mean_in_every_layer(X, Y, Zs, As, Ws):
    """code: double-mean
    en: The gradients are m times too small in the second-last layer, m² times in the one before, and so on: the
      carried error is divided by m again in each layer.
    ko: 기울기가 끝에서 두 번째 층에서는 m분의 일이고 그 앞에서는 m²분의 일입니다. 되돌아가는 오차를 층마다 m으로 또 나누었습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0) / m  # <-
    return dWs, dbs


def twice_at_the_output_only(X, Y, Zs, As, Ws):
    """code: factor-two
    en: The output layer's gradients have a factor 2 that the other layers' lack. Whatever the output's error is,
      the layers below get the same.
    ko: 출력층의 기울기에만 2가 곱해져 있습니다. 출력의 오차가 무엇이든 아래층들이 받는 것도 같아야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m * (2 if i == len(Ws) - 1 else 1)  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m * (2 if i == len(Ws) - 1 else 1)  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def error_turned_round(X, Y, Zs, As, Ws):
    """code: wrong-sign
    en: All gradients have the opposite sign: the error is taken as target minus output. Where the output is too
      low, a step against the gradient has to raise it.
    ko: 모든 기울기의 부호가 반대입니다. 오차를 정답에서 출력을 뺀 것으로 두었습니다. 출력이 너무 낮으면 기울기와 반대쪽으로 갈 때 출력이 커져야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = Y - As[-1]  # <-
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def output_for_error(X, Y, Zs, As, Ws):
    """code: missing-delta
    en: The output itself is carried back where its error belongs: the targets have no part in the gradients.
    ko: 오차가 있어야 할 곳에서 출력 자체를 되돌렸습니다. 기울기에 정답이 들어 있지 않습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] * 1.0  # <-
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def error_at_z(X, Y, Zs, As, Ws):
    """code: missing-activation
    en: The error at the output is Z − Y: the output's activation is left out there. Compare with the forward pass:
      what is the network's prediction?
    ko: 출력의 오차가 Z − Y입니다. 출력의 활성화 함수가 빠졌습니다. 순전파를 다시 보세요. 신경망의 예측은 무엇입니까?
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = Zs[-1] - Y  # <-
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_not_summed(X, Y, Zs, As, Ws):
    """code: missing-sum
    en: Every db has m rows, one for each sample. The same bias was added to all samples, so what they say comes
      together in one row.
    ko: db의 행이 모두 m개, 샘플마다 하나입니다. 모든 샘플에 같은 편향을 더했으니 샘플들의 몫도 한 행에 모여야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = dZ / m  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_along_the_units(X, Y, Zs, As, Ws):
    """code: wrong-axis
    en: Every db has a number for each sample: the units were summed, and the samples kept apart. It should be the
      reverse.
    ko: db마다 수가 샘플 수만큼 있습니다. 노드를 더하고 샘플을 따로 두었습니다. 반대여야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=1, keepdims=True) / m  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_flat(X, Y, Zs, As, Ws):
    """code: missing-keepdims
    en: The numbers of dbs are right, but each db has shape (n,). A bias is a row, (1, n): the axis that was summed
      has to stay with length 1.
    ko: dbs의 숫자는 맞지만 db의 모양이 (n,)입니다. 편향은 한 행, (1, n)입니다. 더한 축을 길이 1로 남겨야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ, axis=0) / m  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def biases_one_number(X, Y, Zs, As, Ws):
    """code: summed-everything
    en: Every db is a single number. Each unit has a bias of its own, and so a gradient of its own.
    ko: db가 모두 숫자 하나입니다. 노드마다 자기 편향이 있으니 기울기도 따로 있어야 합니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m
        db = np.sum(dZ) / m  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def first_layer_left_out(X, Y, Zs, As, Ws):
    """code: layer-left-out
    en: The gradients of the first layer are 0: the loop ends before it reaches that layer. Which values does i
      take?
    ko: 첫 층의 기울기가 0입니다. 반복문이 첫 층에 이르기 전에 끝납니다. i는 어떤 값을 차례로 가집니까?
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(below.T, dZ) / m if i > 0 else np.zeros(Ws[0].shape)  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m if i > 0 else np.zeros((1, Ws[0].shape[1]))  # <-
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs


def gradients_transposed(X, Y, Zs, As, Ws):
    """code: transposed
    en: Every dW is the transpose of what it should be. A gradient has the shape of its weights.
    ko: dW가 모두 올바른 것의 전치입니다. 기울기의 모양은 가중치의 모양과 같습니다.
    """
    m = X.shape[0]
    dWs, dbs = [], []
    dZ = As[-1] - Y
    for i in reversed(range(len(Ws))):
        below = As[i - 1] if i > 0 else X
        dW = np.dot(dZ.T, below) / m  # <-
        db = np.sum(dZ, axis=0, keepdims=True) / m
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i > 0:
            dA = np.dot(dZ, Ws[i].T)
            dZ = dA * (Zs[i - 1] > 0)
    return dWs, dbs
