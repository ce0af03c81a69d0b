import numpy as np


def scale_missing_backward(Q, K, V, dout):
    """code: attention-scale
    en: The scores were scaled on the way forward, dQ and dK were not. A factor of the forward pass is a
    factor of its derivative.
    ko: 순전파에서는 점수에 인수를 곱했는데 dQ와 dK에는 없습니다. 순전파에서 곱한 수는 도함수에도 곱해집니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = np.dot(dS, K)  # <-
    dK = np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def scale_missing_in_dQ(Q, K, V, dout):
    """code: attention-scale
    en: The scores were scaled on the way forward, dQ was not. A factor of the forward pass is a factor of
    its derivative.
    ko: 순전파에서는 점수에 인수를 곱했는데 dQ에는 없습니다. 순전파에서 곱한 수는 도함수에도 곱해집니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_missing_in_dK(Q, K, V, dout):
    """code: attention-scale
    en: The scores were scaled on the way forward, dK was not. A factor of the forward pass is a factor of
    its derivative.
    ko: 순전파에서는 점수에 인수를 곱했는데 dK에는 없습니다. 순전파에서 곱한 수는 도함수에도 곱해집니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def scale_missing_everywhere(Q, K, V, dout):
    """code: attention-scale
    en: The scores were not scaled, forward or back. The two fit each other; but the products grow with the
    length of the vectors, and this exercise divides by its root.
    ko: 순전파에서도 역전파에서도 점수에 인수를 곱하지 않았습니다. 둘은 서로 맞습니다. 하지만 곱은 벡터가 길수록
    커지므로 이 연습 문제에서는 길이의 제곱근으로 나눕니다.
    """
    scale = 1.0
    S = scale * np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_missing_forward(Q, K, V, dout):
    """code: attention-scale
    en: dQ and dK are scaled, the scores were not. What is not in the forward pass has no place in its
    derivative.
    ko: dQ와 dK에는 인수가 있는데 점수에는 곱하지 않았습니다. 순전파에 없는 것은 도함수에도 없습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_without_root(Q, K, V, dout):
    """code: attention-scale
    en: The scores were divided by the length of the vectors. It is the root of that length by which
    products of independent numbers grow.
    ko: 점수를 벡터의 길이로 나누었습니다. 서로 독립인 수들을 곱해 더한 값은 길이의 제곱근에 비례해 커집니다.
    """
    scale = 1 / K.shape[1]
    S = scale * np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_of_values(Q, K, V, dout):
    """code: attention-scale
    en: The scores were divided by the root of the length of the values. They are made of queries and keys,
    and it is the length of those that counts.
    ko: 점수를 값 벡터 길이의 제곱근으로 나누었습니다. 점수는 쿼리와 키로 만들므로 그 벡터의 길이를 써야 합니다.
    """
    scale = 1 / np.sqrt(V.shape[1])
    S = scale * np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_of_keys_count(Q, K, V, dout):
    """code: attention-scale
    en: The scores were divided by the root of the number of keys. What makes them large is the length of
    the vectors.
    ko: 점수를 키의 개수의 제곱근으로 나누었습니다. 점수를 크게 만드는 것은 벡터의 길이입니다.
    """
    scale = 1 / np.sqrt(K.shape[0])
    S = scale * np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_multiplied(Q, K, V, dout):
    """code: attention-scale
    en: The scores were multiplied by the root of the length where they are to be divided by it.
    ko: 점수를 길이의 제곱근으로 나누어야 하는데 곱했습니다.
    """
    scale = np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)  # <-
    for row in S:
        s = row  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scale_twice_backward(Q, K, V, dout):
    """code: attention-scale
    en: dQ and dK were scaled twice.
    ko: dQ와 dK에 인수를 두 번 곱했습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * scale * np.dot(dS, K)  # <-
    dK = scale * scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def softmax_over_queries(Q, K, V, dout):
    """code: softmax-axis
    en: The columns of the weights sum to 1, not the rows: the queries compete for each key. Each query is
    to share out its attention among the keys.
    ko: 가중치의 행이 아니라 열의 합이 1입니다. 쿼리들이 키 하나를 놓고 나누어 가졌습니다. 쿼리마다 키들에게 주의를
    나누어 주어야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=0, keepdims=True))
    P = E / np.sum(E, axis=0, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def softmax_over_queries_throughout(Q, K, V, dout):
    """code: softmax-axis
    en: The columns of the weights sum to 1, not the rows: the queries compete for each key, forward and
    back. Each query is to share out its attention among the keys.
    ko: 가중치의 행이 아니라 열의 합이 1입니다. 순전파에서도 역전파에서도 쿼리들이 키 하나를 놓고 나누어 가졌습니다.
    쿼리마다 키들에게 주의를 나누어 주어야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=0, keepdims=True))
    P = E / np.sum(E, axis=0, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=0, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def softmax_of_everything(Q, K, V, dout):
    """code: softmax-axis
    en: All weights together sum to 1. Each query is to have a row of its own that sums to 1.
    ko: 모든 가중치를 합해 1입니다. 쿼리마다 자기 행의 합이 1이어야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def softmax_of_everything_shifted(Q, K, V, dout):
    """code: softmax-axis
    en: All weights together sum to 1. Each query is to have a row of its own that sums to 1.
    ko: 모든 가중치를 합해 1입니다. 쿼리마다 자기 행의 합이 1이어야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S))
    P = E / np.sum(E)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def dot_term_over_queries(Q, K, V, dout):
    """code: softmax-axis
    en: In dS, the sum of the softmax's derivative runs down the columns. The softmax was taken along the
    rows, one for each query.
    ko: dS에서 소프트맥스의 도함수에 있는 합을 열을 따라 더했습니다. 소프트맥스는 쿼리마다 행을 따라 계산했습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=0, keepdims=True))  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def dot_term_missing(Q, K, V, dout):
    """code: missing-dot-term
    en: dS treats each weight as if it depended on its own score alone. When one score rises, the other
    weights of its row shrink, since they share the sum 1.
    ko: dS가 가중치마다 자기 점수에만 달려 있는 것처럼 계산했습니다. 점수 하나가 커지면 같은 행의 다른 가중치는
    작아집니다. 합이 1이기 때문입니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * dP  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def slope_of_sigmoid(Q, K, V, dout):
    """code: missing-dot-term
    en: dS was made with p(1 − p), entry by entry. That is a score's effect on its own weight; its effect on
    the other weights of the row is left out.
    ko: dS를 원소별로 p(1 − p)로 계산했습니다. 그것은 점수가 자기 가중치에 주는 영향뿐이고, 같은 행의 다른
    가중치에 주는 영향이 빠졌습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (1 - P) * dP  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def dot_term_without_weights(Q, K, V, dout):
    """code: missing-dot-term
    en: In dS, the errors of a row were summed without their weights before they were taken away.
    ko: dS에서 행의 오차를 가중치를 곱하지 않고 더해서 뺐습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP, axis=1, keepdims=True))  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def dot_term_not_weighted_back(Q, K, V, dout):
    """code: missing-dot-term
    en: In dS, the sum was taken away as it is: the weight of each entry multiplies only the first term.
    ko: dS에서 합을 그대로 뺐습니다. 원소의 가중치가 첫 항에만 곱해졌습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * dP - np.sum(dP * P, axis=1, keepdims=True)  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def dot_term_added(Q, K, V, dout):
    """code: wrong-sign
    en: In dS, the sum was added. A larger score takes weight away from the others: what they would bring
    has to be taken off.
    ko: dS에서 합을 더했습니다. 점수가 커지면 다른 가중치의 몫을 가져오므로 그만큼을 빼야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP + np.sum(dP * P, axis=1, keepdims=True))  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def softmax_not_differentiated(Q, K, V, dout):
    """code: missing-activation-derivative
    en: The error of the weights was taken for that of the scores: it did not pass the softmax on its way
    back.
    ko: 가중치의 오차를 점수의 오차로 썼습니다. 되돌아올 때 소프트맥스를 지나지 않았습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = dP  # <-
    for row in dS:
        ds = row  # <-
    scaled = scale * dS  # <-
    for row in scaled:
        scaled_row = row  # <-
    dQ = scale * np.dot(dS, K)  # <-
    dK = scale * np.dot(dS.T, Q)  # <-
    return out, dQ, dK, dV


def keys_with_untransposed_error(Q, K, V, dout):
    """code: operand-order
    en: dK was made with the errors of the scores in the order of the queries. Row j of dK belongs to key j:
    it collects what all queries send back to that key.
    ko: dK를 쿼리 순서로 놓인 점수의 오차로 만들었습니다. dK의 j번째 행은 j번째 키의 것이고, 모든 쿼리가 그
    키로 보낸 것을 모읍니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS, Q)  # <-
    return out, dQ, dK, dV


def values_with_untransposed_weights(Q, K, V, dout):
    """code: operand-order
    en: dV was made with the weights in the order of the queries. Row j of dV collects what all queries send
    back to value j.
    ko: dV를 쿼리 순서로 놓인 가중치로 만들었습니다. dV의 j번째 행은 모든 쿼리가 j번째 값으로 보낸 것을
    모읍니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P, dout)  # <-
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def scores_transposed(Q, K, V, dout):
    """code: transposed
    en: The scores were computed with keys as rows and queries as columns, and used the other way. Row i of
    the weights has to belong to query i.
    ko: 점수를 키가 행, 쿼리가 열이 되게 계산해 놓고 반대로 썼습니다. 가중치의 i번째 행은 i번째 쿼리의 것이어야
    합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(K, Q.T)  # <-
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def values_with_scores(Q, K, V, dout):
    """code: wrong-layer-input
    en: dV was made with the scores. What met the values on the way forward are the weights after the
    softmax.
    ko: dV를 점수로 만들었습니다. 순전파에서 값과 만난 것은 소프트맥스를 지난 가중치입니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(S.T, dout)  # <-
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def softmax_missing(Q, K, V, dout):
    """code: missing-activation
    en: The scores themselves were used as weights: the softmax is missing. They do not sum to 1, and some
    are negative.
    ko: 점수를 그대로 가중치로 썼습니다. 소프트맥스가 없어서 합이 1이 아니고 음수도 있습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = S
    P = S  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def not_normalised(Q, K, V, dout):
    """code: missing-division
    en: The exponentials were used as they are. Only after a division by their sum does a row share out 1.
    ko: 지수 함수의 값을 그대로 썼습니다. 그 합으로 나누어야 한 행이 1을 나누어 가집니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S)
    P = E  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def not_normalised_shifted(Q, K, V, dout):
    """code: missing-division
    en: The exponentials were used as they are. Only after a division by their sum does a row share out 1.
    ko: 지수 함수의 값을 그대로 썼습니다. 그 합으로 나누어야 한 행이 1을 나누어 가집니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E  # <-
    for row in P:
        p = row  # <-
    out = np.dot(P, V)  # <-

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def queries_for_keys(Q, K, V, dout):
    """code: wrong-layer-input
    en: dQ was made with the queries themselves. What a query met on the way forward are the keys.
    ko: dQ를 쿼리 자체로 만들었습니다. 순전파에서 쿼리와 만난 것은 키입니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, Q)  # <-
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def keys_for_queries(Q, K, V, dout):
    """code: wrong-layer-input
    en: dK was made with the keys themselves. What a key met on the way forward are the queries.
    ko: dK를 키 자체로 만들었습니다. 순전파에서 키와 만난 것은 쿼리입니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, K)  # <-
    return out, dQ, dK, dV


def values_of_the_last_query(Q, K, V, dout):
    """code: missing-sum
    en: dV holds what the last query sends back, and nothing of the others: each query has replaced the one before.
    Every query has mixed these values.
    ko: dV에 마지막 쿼리의 몫만 있습니다. 쿼리마다 앞의 것을 덮어썼습니다. 값은 모든 쿼리가 섞어 썼습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.outer(P[-1], dout[-1])  # <-
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV


def keys_of_the_last_query(Q, K, V, dout):
    """code: missing-sum
    en: dK holds what the last query sends back, and nothing of the others: each query has replaced the one before.
    Every query was compared with these keys.
    ko: dK에 마지막 쿼리의 몫만 있습니다. 쿼리마다 앞의 것을 덮어썼습니다. 키는 모든 쿼리와 비교했습니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.outer(dS[-1], Q[-1])  # <-
    return out, dQ, dK, dV


def total_over_queries(Q, K, V, dout):
    """code: softmax-axis
    en: The largest score was taken along each row, the total down the columns: now the columns of the
    weights are shared out, not the rows. Each query is to share out its attention among the keys.
    ko: 가장 큰 점수는 행마다, 합은 열마다 구했습니다. 그래서 가중치의 행이 아니라 열을 나누어 가졌습니다. 쿼리마다
    키들에게 주의를 나누어 주어야 합니다.
    """
    scale = 1 / np.sqrt(K.shape[1])
    S = scale * np.dot(Q, K.T)
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=0, keepdims=True)  # <-
    out = np.dot(P, V)

    dV = np.dot(P.T, dout)
    dP = np.dot(dout, V.T)
    dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))
    dQ = scale * np.dot(dS, K)
    dK = scale * np.dot(dS.T, Q)
    return out, dQ, dK, dV
