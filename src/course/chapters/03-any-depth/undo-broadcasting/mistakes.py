import numpy as np


def _but(at, value, *given):
    results = list(undo_broadcasting(*given))
    results[at] = value
    return tuple(results)


def drow_not_summed(dout, x, row, column, vector):
    """code: missing-sum
    en: drow has shape {actual}, a gradient for each use by itself. In the forward pass every row of out used the
      same numbers of row: what does changing one of them change?
    ko: drow 모양이 {actual}입니다. 쓰인 곳마다 기울기가 따로 있습니다. 순전파에서 out의 모든 행이 row의 같은 수를 썼습니다. 그중 하나를 바꾸면 무엇이 바뀝니까?
    """
    drow = dout * x  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_not_summed(dout, x, row, column, vector):
    """code: missing-sum
    en: dcolumn has shape {actual}, a gradient for each use by itself. In the forward pass every column of out used
      the same numbers of column: what does changing one of them change?
    ko: dcolumn 모양이 {actual}입니다. 쓰인 곳마다 기울기가 따로 있습니다. 순전파에서 out의 모든 열이 column의 같은 수를 썼습니다. 그중 하나를 바꾸면 무엇이 바뀝니까?
    """
    dcolumn = dout * vector  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_not_summed(dout, x, row, column, vector):
    """code: missing-sum
    en: dvector has shape {actual}, a gradient for each use by itself. In the forward pass every row of out used the
      same numbers of vector: what does changing one of them change?
    ko: dvector 모양이 {actual}입니다. 쓰인 곳마다 기울기가 따로 있습니다. 순전파에서 out의 모든 행이 vector의 같은 수를 썼습니다. 그중 하나를 바꾸면 무엇이 바뀝니까?
    """
    dvector = dout * column  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def drow_of_the_last_use(dout, x, row, column, vector):
    """code: missing-sum
    en: drow holds what the last row of out says, and nothing of the others: each use has replaced the one before. All uses
      count.
    ko: drow에 out의 마지막 행의 몫만 있습니다. 쓰인 곳마다 앞의 것을 덮어썼습니다. 쓰인 곳은 모두 셉니다.
    """
    drow = (dout * x)[-1:]  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_of_the_last_use(dout, x, row, column, vector):
    """code: missing-sum
    en: dcolumn holds what the last column of out says, and nothing of the others: each use has replaced the one before. All uses
      count.
    ko: dcolumn에 out의 마지막 열의 몫만 있습니다. 쓰인 곳마다 앞의 것을 덮어썼습니다. 쓰인 곳은 모두 셉니다.
    """
    dcolumn = (dout * vector)[:, -1:]  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_of_the_last_use(dout, x, row, column, vector):
    """code: missing-sum
    en: dvector holds what the last row of out says, and nothing of the others: each use has replaced the one before. All uses
      count.
    ko: dvector에 out의 마지막 행의 몫만 있습니다. 쓰인 곳마다 앞의 것을 덮어썼습니다. 쓰인 곳은 모두 셉니다.
    """
    dvector = (dout * column)[-1]  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def drow_along_the_other_axis(dout, x, row, column, vector):
    """code: wrong-axis
    en: drow is summed along the other axis and has shape {actual}. On the way forward it was stretched down the
      rows; the sum has to go along the axis of the stretching.
    ko: drow를 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 행을 따라 아래로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    drow = np.sum(dout * x, axis=1, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_along_the_other_axis(dout, x, row, column, vector):
    """code: wrong-axis
    en: dcolumn is summed along the other axis and has shape {actual}. On the way forward it was stretched across
      the columns; the sum has to go along the axis of the stretching.
    ko: dcolumn을 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 열을 따라 옆으로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    dcolumn = np.sum(dout * vector, axis=0, keepdims=True)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_along_the_other_axis(dout, x, row, column, vector):
    """code: wrong-axis
    en: dvector is summed along the other axis and has shape {actual}. On the way forward it was stretched down the
      rows; the sum has to go along the axis of the stretching.
    ko: dvector를 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 행을 따라 아래로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    dvector = np.sum(dout * column, axis=1)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def dcolumn_along_the_other_axis_flat(dout, x, row, column, vector):
    """code: wrong-axis
    en: dcolumn is summed along the other axis and has shape {actual}. On the way forward it was stretched across
      the columns; the sum has to go along the axis of the stretching.
    ko: dcolumn을 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 열을 따라 옆으로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    dcolumn = np.sum(dout * vector, axis=0)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def drow_along_the_other_axis_flat(dout, x, row, column, vector):
    """code: wrong-axis
    en: drow is summed along the other axis and has shape {actual}. On the way forward it was stretched down the
      rows; the sum has to go along the axis of the stretching.
    ko: drow를 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 행을 따라 아래로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    drow = np.sum(dout * x, axis=1)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_along_the_other_axis_turned(dout, x, row, column, vector):
    """code: wrong-axis
    en: dcolumn is summed along the other axis and has shape {actual}. On the way forward it was stretched across
      the columns; the sum has to go along the axis of the stretching.
    ko: dcolumn을 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 열을 따라 옆으로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    dcolumn = np.sum(dout * vector, axis=0, keepdims=True).T  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def drow_along_the_other_axis_turned(dout, x, row, column, vector):
    """code: wrong-axis
    en: drow is summed along the other axis and has shape {actual}. On the way forward it was stretched down the
      rows; the sum has to go along the axis of the stretching.
    ko: drow를 다른 축을 따라 더해서 모양이 {actual}입니다. 순전파에서 행을 따라 아래로 펼쳐졌으니, 펼쳐진 축을 따라 더해야 합니다.
    """
    drow = np.sum(dout * x, axis=1, keepdims=True).T  # <-
    return _but(1, drow, dout, x, row, column, vector)


def drow_summed_to_a_number(dout, x, row, column, vector):
    """code: summed-everything
    en: drow is a single number. row holds several numbers, and each has a gradient of its own: only the axis along
      which it was stretched is summed.
    ko: drow 값이 숫자 하나입니다. row에는 수가 여러 개 있고 저마다 기울기가 있습니다. 펼쳐진 축을 따라서만 더합니다.
    """
    drow = np.sum(dout * x)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_summed_to_a_number(dout, x, row, column, vector):
    """code: summed-everything
    en: dcolumn is a single number. column holds several numbers, and each has a gradient of its own: only the axis
      along which it was stretched is summed.
    ko: dcolumn 값이 숫자 하나입니다. column에는 수가 여러 개 있고 저마다 기울기가 있습니다. 펼쳐진 축을 따라서만 더합니다.
    """
    dcolumn = np.sum(dout * vector)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_summed_to_a_number(dout, x, row, column, vector):
    """code: summed-everything
    en: dvector is a single number. vector holds several numbers, and each has a gradient of its own: only the axis
      along which it was stretched is summed.
    ko: dvector 값이 숫자 하나입니다. vector에는 수가 여러 개 있고 저마다 기울기가 있습니다. 펼쳐진 축을 따라서만 더합니다.
    """
    dvector = np.sum(dout * column)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def drow_averaged(dout, x, row, column, vector):
    """code: double-mean
    en: drow is averaged over the uses where they should be summed. A number that is used several times changes the
      loss once through each use; a mean over the samples, if there is one, is in dout already.
    ko: drow가 쓰인 곳들의 평균입니다. 여러 번 쓰인 수는 쓰인 곳마다 손실을 바꾸므로 모두 더해야 합니다. 샘플에 대한 평균이 있다면 이미 dout에 들어 있습니다.
    """
    drow = np.mean(dout * x, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_averaged(dout, x, row, column, vector):
    """code: double-mean
    en: dcolumn is averaged over the uses where they should be summed. A number that is used several times changes
      the loss once through each use; a mean over the samples, if there is one, is in dout already.
    ko: dcolumn이 쓰인 곳들의 평균입니다. 여러 번 쓰인 수는 쓰인 곳마다 손실을 바꾸므로 모두 더해야 합니다. 샘플에 대한 평균이 있다면 이미 dout에 들어 있습니다.
    """
    dcolumn = np.mean(dout * vector, axis=1, keepdims=True)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_averaged(dout, x, row, column, vector):
    """code: double-mean
    en: dvector is averaged over the uses where they should be summed. A number that is used several times changes
      the loss once through each use; a mean over the samples, if there is one, is in dout already.
    ko: dvector가 쓰인 곳들의 평균입니다. 여러 번 쓰인 수는 쓰인 곳마다 손실을 바꾸므로 모두 더해야 합니다. 샘플에 대한 평균이 있다면 이미 dout에 들어 있습니다.
    """
    dvector = np.mean(dout * column, axis=0)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def dx_as_of_a_sum(dout, x, row, column, vector):
    """code: inner-derivative-missing
    en: dx is what it would be if x had only been added. In out it is multiplied by row: how much does out change
      when x does?
    ko: x를 더하기만 했을 때의 dx입니다. out에서 x는 row와 곱해졌습니다. x 값이 변하면 out은 얼마나 변합니까?
    """
    dx = dout * 1  # <-
    return _but(0, dx, dout, x, row, column, vector)


def drow_as_of_a_sum(dout, x, row, column, vector):
    """code: inner-derivative-missing
    en: drow is what it would be if row had only been added. In out it is multiplied by x: how much does out change
      when row does?
    ko: row를 더하기만 했을 때의 drow입니다. out에서 row는 x와 곱해졌습니다. row 값이 변하면 out은 얼마나 변합니까?
    """
    drow = np.sum(dout, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_as_of_a_sum(dout, x, row, column, vector):
    """code: inner-derivative-missing
    en: dcolumn is what it would be if column had only been added. In out it is multiplied by vector: how much does
      out change when column does?
    ko: column을 더하기만 했을 때의 dcolumn입니다. out에서 column은 vector와 곱해졌습니다. column 값이 변하면 out은 얼마나 변합니까?
    """
    dcolumn = np.sum(dout, axis=1, keepdims=True)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_as_of_a_sum(dout, x, row, column, vector):
    """code: inner-derivative-missing
    en: dvector is what it would be if vector had only been added. In out it is multiplied by column: how much does
      out change when vector does?
    ko: vector를 더하기만 했을 때의 dvector입니다. out에서 vector는 column과 곱해졌습니다. vector 값이 변하면 out은 얼마나 변합니까?
    """
    dvector = np.sum(dout, axis=0)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def dx_without_dout(dout, x, row, column, vector):
    """code: outer-derivative-missing
    en: dx says how out changes with x, not how the loss does: dout has no part in it.
    ko: dx에 dout이 들어 있지 않습니다. x에 따라 out이 어떻게 변하는지만 말하고, 손실이 어떻게 변하는지는 말하지 않습니다.
    """
    dx = row + 0 * x  # <-
    return _but(0, dx, dout, x, row, column, vector)


def drow_without_dout(dout, x, row, column, vector):
    """code: outer-derivative-missing
    en: drow says how out changes with row, not how the loss does: dout has no part in it.
    ko: drow에 dout이 들어 있지 않습니다. row에 따라 out이 어떻게 변하는지만 말하고, 손실이 어떻게 변하는지는 말하지 않습니다.
    """
    drow = np.sum(x, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_without_dout(dout, x, row, column, vector):
    """code: outer-derivative-missing
    en: dcolumn says how out changes with column, not how the loss does: dout has no part in it.
    ko: dcolumn에 dout이 들어 있지 않습니다. column에 따라 out이 어떻게 변하는지만 말하고, 손실이 어떻게 변하는지는 말하지 않습니다.
    """
    dcolumn = np.sum(vector) + 0 * column  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_without_dout(dout, x, row, column, vector):
    """code: outer-derivative-missing
    en: dvector says how out changes with vector, not how the loss does: dout has no part in it.
    ko: dvector에 dout이 들어 있지 않습니다. vector에 따라 out이 어떻게 변하는지만 말하고, 손실이 어떻게 변하는지는 말하지 않습니다.
    """
    dvector = np.sum(column) + 0 * vector  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def dx_times_itself(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dx the error is multiplied by x itself. The slope of a product by one of its factors is the other one.
    ko: dx에서 오차에 x를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수가 남습니다.
    """
    dx = dout * x  # <-
    return _but(0, dx, dout, x, row, column, vector)


def drow_times_itself(dout, x, row, column, vector):
    """code: wrong-factor
    en: In drow the error is multiplied by row itself. The slope of a product by one of its factors is the other
      one.
    ko: drow에서 오차에 row를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수가 남습니다.
    """
    drow = np.sum(dout * row, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_times_itself(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dcolumn the error is multiplied by column itself. The slope of a product by one of its factors is the
      other one.
    ko: dcolumn에서 오차에 column을 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수가 남습니다.
    """
    dcolumn = np.sum(dout * column, axis=1, keepdims=True)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_times_itself(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dvector the error is multiplied by vector itself. The slope of a product by one of its factors is the
      other one.
    ko: dvector에서 오차에 vector를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수가 남습니다.
    """
    dvector = np.sum(dout * vector, axis=0)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def drow_summed_before_the_product(dout, x, row, column, vector):
    """code: sum-before-product
    en: In drow the two sums are multiplied, where the products should be summed: each use pairs one entry of dout
      with one of x.
    ko: drow에서 합끼리 곱했습니다. 쓰인 곳마다 dout의 원소 하나와 x의 원소 하나가 짝을 이루므로, 곱한 것을 더해야 합니다.
    """
    drow = np.sum(dout, axis=0, keepdims=True) * np.sum(x, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dvector_as_a_row(dout, x, row, column, vector):
    """code: wrong-shape
    en: The numbers of dvector are right, but it has shape {actual}, and vector has {expected}: an axis that was not
      there before must not be kept.
    ko: dvector의 숫자는 맞지만 모양이 {actual}이고 vector의 모양은 {expected}입니다. 원래 없던 축은 남기지 않습니다.
    """
    dvector = np.sum(dout * column, axis=0, keepdims=True)  # <-
    return _but(3, dvector, dout, x, row, column, vector)


def dx_times_both(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dx the error is multiplied by the whole product. The slope of a product by one of its factors is the
      other one alone.
    ko: dx에서 오차에 곱 전체를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수만 남습니다.
    """
    dx = dout * x * row  # <-
    return _but(0, dx, dout, x, row, column, vector)


def drow_times_both(dout, x, row, column, vector):
    """code: wrong-factor
    en: In drow the error is multiplied by the whole product. The slope of a product by one of its factors is the
      other one alone.
    ko: drow에서 오차에 곱 전체를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수만 남습니다.
    """
    drow = np.sum(dout * x * row, axis=0, keepdims=True)  # <-
    return _but(1, drow, dout, x, row, column, vector)


def dcolumn_times_both(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dcolumn the error is multiplied by the whole product. The slope of a product by one of its factors is
      the other one alone.
    ko: dcolumn에서 오차에 곱 전체를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수만 남습니다.
    """
    dcolumn = np.sum(dout * vector * column, axis=1, keepdims=True)  # <-
    return _but(2, dcolumn, dout, x, row, column, vector)


def dvector_times_both(dout, x, row, column, vector):
    """code: wrong-factor
    en: In dvector the error is multiplied by the whole product. The slope of a product by one of its factors is
      the other one alone.
    ko: dvector에서 오차에 곱 전체를 곱했습니다. 곱을 그 인수 하나로 미분하면 다른 인수만 남습니다.
    """
    dvector = np.sum(dout * column * vector, axis=0)  # <-
    return _but(3, dvector, dout, x, row, column, vector)
