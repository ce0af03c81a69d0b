def mean_over_entries(Z, Y):
    """
    en: The loss is the mean over samples and classes: both results are the usual ones divided by the number of
      classes.
    ko: 손실을 샘플과 클래스 모두에 대해 평균했습니다. 두 결과 모두 보통 값을 클래스 수로 나눈 것입니다.
    """
    loss, dZ = softmax_cross_entropy(Z, Y)
    k = Z.shape[1]
    return loss / k, dZ / k
