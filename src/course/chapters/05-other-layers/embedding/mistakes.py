import numpy as np


def repeats_lost(ids, E, dout):
    """code: repeats-lost
    en: A word that occurs several times got the share of one occurrence only. With an array of indices,
    NumPy reads the old values once and writes once for each row: the last one stays.
    ko: 여러 번 나온 단어가 한 번의 몫만 받았습니다. 인덱스 배열을 쓰면 NumPy는 원래 값을 한 번만 읽고 행마다
    한 번만 씁니다. 그래서 마지막 것만 남습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    dE[ids] += dout[:, None, :] / n  # <-
    return out, dE


def repeats_in_a_row_lost(ids, E, dout):
    """code: repeats-lost
    en: A word that occurs twice in one row got the share of one occurrence there. With an array of indices,
    NumPy reads the old values once and writes once for each row of dE.
    ko: 한 행에 두 번 나온 단어가 그 행에서 한 번의 몫만 받았습니다. 인덱스 배열을 쓰면 NumPy는 원래 값을 한
    번만 읽고 dE의 행마다 한 번만 씁니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    for i in range(len(ids)):
        dE[ids[i]] += dout[i] / n  # <-
    return out, dE


def repeats_lost_and_mean_missing(ids, E, dout):
    """code: repeats-lost
    en: A word that occurs several times got the share of one occurrence only, and that share was not
    divided by the number of words in its row.
    ko: 여러 번 나온 단어가 한 번의 몫만 받았고, 그 몫도 행의 단어 수로 나누지 않았습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    dE[ids] += dout[:, None, :]  # <-
    return out, dE


def mean_missing_backward(ids, E, dout):
    """code: missing-mean
    en: out is a mean over the words of a row, and each word got the error of its row whole. A mean hands
    each of its terms only a part.
    ko: out은 한 행의 단어에 대한 평균인데, 단어마다 그 행의 오차를 통째로 받았습니다. 평균에서는 항마다 일부만
    돌아갑니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :])  # <-
    return out, dE


def sum_everywhere(ids, E, dout):
    """code: missing-mean
    en: The vectors of a row were summed, forward and back. The two fit each other; the exercise asks for
    their mean.
    ko: 순전파에서도 역전파에서도 한 행의 벡터를 더했습니다. 둘은 서로 맞지만 이 연습 문제에서 구하는 것은
    평균입니다.
    """
    n = ids.shape[1]
    out = np.sum(E[ids], axis=1)  # <-

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :])  # <-
    return out, dE


def sum_forward(ids, E, dout):
    """code: missing-mean
    en: out is the sum over the words of a row. The exercise asks for their mean.
    ko: out이 한 행의 단어에 대한 합입니다. 이 연습 문제에서 구하는 것은 평균입니다.
    """
    n = ids.shape[1]
    out = np.sum(E[ids], axis=1)  # <-

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / n)
    return out, dE


def divided_by_batch(ids, E, dout):
    """code: wrong-mean
    en: The error was divided by the number of rows. The mean of the forward pass is over the words of one
    row.
    ko: 오차를 행의 개수로 나누었습니다. 순전파의 평균은 한 행의 단어에 대한 것입니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / len(ids))  # <-
    return out, dE


def divided_by_batch_too(ids, E, dout):
    """code: double-mean
    en: The error was divided by the number of rows as well. What comes back in dout belongs to the loss as
    it is; only the mean over the words is this layer's own.
    ko: 오차를 행의 개수로도 나누었습니다. dout은 이미 손실에 대한 기울기입니다. 이 층에서 낸 평균은 단어에 대한
    것뿐입니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / n / len(ids))  # <-
    return out, dE


def divided_by_vocabulary(ids, E, dout):
    """code: wrong-mean
    en: The error was divided by the number of all words in the table. The mean of the forward pass is over
    the words of one row.
    ko: 오차를 표에 있는 단어의 수로 나누었습니다. 순전파의 평균은 한 행의 단어에 대한 것입니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / len(E))  # <-
    return out, dE


def divided_by_width(ids, E, dout):
    """code: wrong-mean
    en: The error was divided by the length of a vector. The mean of the forward pass is over the words of
    one row.
    ko: 오차를 벡터의 길이로 나누었습니다. 순전파의 평균은 한 행의 단어에 대한 것입니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / E.shape[1])  # <-
    return out, dE


def averaged_over_occurrences(ids, E, dout):
    """code: double-mean
    en: The shares of a word were averaged over its occurrences. Each occurrence has its own effect on the
    loss, and the effects add up.
    ko: 한 단어의 몫을 나온 횟수로 평균했습니다. 나올 때마다 손실에 따로 영향을 주므로 그 몫을 더합니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, dout[:, None, :] / n)
    counts = np.bincount(ids.ravel(), minlength=len(E))
    dE = dE / np.maximum(counts, 1)[:, None]  # <-
    return out, dE


def started_from_E(ids, E, dout):
    """code: gradients-accumulate
    en: dE started from the vectors of E themselves, not from zeros: they are still in it.
    ko: dE가 0이 아니라 E의 벡터에서 시작했습니다. 그 값이 아직 들어 있습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = E.copy()
    np.add.at(dE, ids, dout[:, None, :] / n)  # <-
    return out, dE


def every_word_moved(ids, E, dout):
    """code: every-row
    en: Every row of dE holds the same. A word that does not occur has no effect on the loss, and its row
    stays 0.
    ko: dE의 모든 행이 같습니다. 나오지 않은 단어는 손실에 영향을 주지 않으므로 그 행은 0입니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    dE = dE + np.sum(dout, axis=0)  # <-
    return out, dE


def only_first_word(ids, E, dout):
    """code: words-left-out
    en: Only the first word of each row got its share. The mean is made of all of them.
    ko: 각 행의 첫 단어만 몫을 받았습니다. 평균은 모든 단어로 만들었습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids[:, 0], dout / n)  # <-
    return out, dE


def only_last_word(ids, E, dout):
    """code: words-left-out
    en: Only the last word of each row got its share. The mean is made of all of them.
    ko: 각 행의 마지막 단어만 몫을 받았습니다. 평균은 모든 단어로 만들었습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids[:, -1], dout / n)  # <-
    return out, dE


def only_first_row(ids, E, dout):
    """code: returned-too-early
    en: dE holds the shares of the first row only: the return, or the step that hands the shares out, ended
    there.
    ko: dE에 첫 행의 몫만 있습니다. return이나 몫을 나누는 계산이 거기서 끝났습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids[0], dout[0] / n)  # <-
    return out, dE


def times_the_vectors(ids, E, dout):
    """code: wrong-factor
    en: The shares were multiplied by the vectors of the words. The mean is linear in the vectors: its
    derivative does not hold them.
    ko: 몫에 단어의 벡터를 곱했습니다. 평균은 벡터에 대해 선형이므로 그 도함수에는 벡터가 들어 있지 않습니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    np.add.at(dE, ids, E[ids] * dout[:, None, :] / n)  # <-
    return out, dE


def repeats_in_a_column_lost(ids, E, dout):
    """code: repeats-lost
    en: A word that stands at the same place of several texts got the share of one of them only. With an
    array of indices, NumPy reads the old values once and writes once for each row of dE.
    ko: 여러 글의 같은 자리에 나온 단어가 한 번의 몫만 받았습니다. 인덱스 배열을 쓰면 NumPy는 원래 값을 한
    번만 읽고 dE의 행마다 한 번만 씁니다.
    """
    n = ids.shape[1]
    out = np.mean(E[ids], axis=1)

    dE = np.zeros(E.shape)
    for j in range(n):
        dE[ids[:, j]] += dout / n  # <-
    return out, dE


def forward_divided_by_batch(ids, E, dout):
    """code: wrong-mean
    en: On the way forward the sum of the vectors was divided by the number of samples. Each sample is the
    mean over its own n words.
    ko: 순전파에서 벡터의 합을 샘플 수로 나누었습니다. 샘플마다 자기 단어 n개에 대한 평균이어야 합니다.
    """
    out = np.sum(E[ids], axis=1) / len(ids)  # <-
    return out, embedding(ids, E, dout)[1]
